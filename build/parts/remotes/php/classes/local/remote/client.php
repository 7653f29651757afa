<?php
// This file is part of Moodle - https://moodle.org/
//
// Moodle is free software: you can redistribute it and/or modify
// it under the terms of the GNU General Public License as published by
// the Free Software Foundation, either version 3 of the License, or
// (at your option) any later version.
//
// Moodle is distributed in the hope that it will be useful,
// but WITHOUT ANY WARRANTY; without even the implied warranty of
// MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
// GNU General Public License for more details.
//
// You should have received a copy of the GNU General Public License
// along with Moodle.  If not, see <https://www.gnu.org/licenses/>.

namespace part_remotes\local\remote;

use part_remotes\local\rules\answers;

/**
 * Asks another Moodle's web service. The token travels in the body, and nothing is told to whoever redirects.
 *
 * @package    part_remotes
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class client {
    /** @var int Seconds until a connection stands. */
    private const CONNECT = 5;

    /** @var int Seconds until there is an answer. */
    public const SECONDS = 20;

    /** @var int An answer is not longer than this: lists come by page. */
    private const LONGEST = 16 * 1024 * 1024;

    /**
     * Calls a function.
     *
     * @param remote $remote
     * @param string $function one of ours by its short name, one of core's by its whole name
     * @param array $params
     * @param int $seconds how long the answer may take
     * @return array
     */
    public static function call(remote $remote, string $function, array $params = [], int $seconds = self::SECONDS): array {
        if ($remote->token === '') {
            throw new trouble('token');
        }
        $body = self::post($remote, 'webservice/rest/server.php', [
            'wstoken' => $remote->token,
            'wsfunction' => str_starts_with($function, 'core_') ? $function : "part_remotes_$function",
            'moodlewsrestformat' => 'json',
        ] + $params, $seconds);
        $answer = json_decode($body, true, 64);
        if (!is_array($answer)) {
            throw new trouble('garbage');
        }
        if (isset($answer['exception']) || isset($answer['errorcode'])) {
            throw self::trouble_of((string) ($answer['errorcode'] ?? ''));
        }
        return $answer;
    }

    /**
     * What a Moodle's own error means here.
     *
     * @param string $errorcode
     * @return trouble
     */
    public static function trouble_of(string $errorcode): trouble {
        $reason = answers::reason_of_error($errorcode, blueprint::REASONS);
        $detail = $reason === 'server_error' ? \core_text::substr(clean_param($errorcode, PARAM_ALPHANUMEXT), 0, 60) : '';
        return new trouble($reason, $detail);
    }

    /**
     * Posts to a script of the other Moodle.
     *
     * @param remote $remote
     * @param string $script
     * @param array $params
     * @param int $seconds
     * @return string
     */
    private static function post(remote $remote, string $script, array $params, int $seconds): string {
        global $CFG;
        require_once($CFG->libdir . '/filelib.php');
        $curl = new \curl();
        $curl->setHeader('Expect:');
        $body = $curl->post("$remote->url/$script", http_build_query($params, '', '&'), [
            'CURLOPT_CONNECTTIMEOUT' => self::CONNECT,
            'CURLOPT_TIMEOUT' => $seconds,
            // A redirect would take the token elsewhere.
            'CURLOPT_FOLLOWLOCATION' => 0,
            'CURLOPT_MAXFILESIZE' => self::LONGEST,
        ]);
        $status = (int) ($curl->get_info()['http_code'] ?? 0);
        $reason = answers::reason_of_line([
            'error' => (int) $curl->get_errno(),
            'status' => $status,
            'blocked' => $curl->get_errno() === 0 && $status === 0 && $curl->get_security()->url_is_blocked($remote->url),
        ]);
        if ($reason !== null) {
            throw new trouble($reason, $status >= 300 ? (string) $status : '');
        }
        return (string) $body;
    }
}
