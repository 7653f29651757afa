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

namespace local_everything\local\service;

use core_external\external_api;

/**
 * Looks whether each function of the service can be called by the account, and what is missing where not.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class self_test {
    /** @var int Seconds. */
    private const TIMEOUT = 10;

    /**
     * What keeps the account from calling each function.
     *
     * @return array<string, string[]> problems by function
     */
    public static function functions(): array {
        $offered = site::functions();
        $problems = [];
        foreach (blueprint::FUNCTIONS as $function) {
            $problems[$function] = self::problems($function, $offered);
        }
        return $problems;
    }

    /**
     * What keeps the account from calling a function.
     *
     * @param string $name
     * @param string[] $offered
     * @return string[]
     */
    private static function problems(string $name, array $offered): array {
        global $DB;
        $function = $DB->get_record('external_functions', ['name' => $name]);
        if (!$function) {
            return [get_string('service:test:unknown', 'local_everything')];
        }
        $problems = in_array($name, $offered, true) ? [] : [get_string('service:test:notoffered', 'local_everything')];
        try {
            external_api::external_function_info(clone $function);
        } catch (\Throwable $problem) {
            $problems[] = get_string('service:test:broken', 'local_everything', $problem->getMessage());
        }
        $user = account::user();
        foreach (self::needed($function) as $capability) {
            if ($user === null || !has_capability($capability, \core\context\system::instance(), $user)) {
                $problems[] = get_string('service:test:capability', 'local_everything', $capability);
            }
        }
        return $problems;
    }

    /**
     * The capabilities that a function asks for. What core names for its own is all that may play a part, so that of those only
     * what this service is meant to have counts.
     *
     * @param \stdClass $function
     * @return string[]
     */
    private static function needed(\stdClass $function): array {
        $named = array_filter(array_map('trim', explode(',', (string) $function->capabilities)));
        return $function->component === 'local_everything' ? $named : array_intersect($named, blueprint::CAPABILITIES);
    }

    /**
     * Calls this site as the other side would.
     *
     * @return string|null what went wrong; null where all is well
     */
    public static function call(): ?string {
        global $CFG;
        $open = array_filter(token::valid(), static fn(\stdClass $token): bool => empty($token->iprestriction));
        if ($open === []) {
            return null;
        }
        require_once($CFG->libdir . '/filelib.php');
        // This site's own address, which the security of outgoing requests may well block.
        $curl = new \curl(['ignoresecurity' => true]);
        $answer = $curl->post(
            $CFG->wwwroot . '/webservice/rest/server.php?moodlewsrestformat=json',
            [
                'wstoken' => current($open)->token,
                'wsfunction' => blueprint::PROBE,
            ],
            ['CURLOPT_TIMEOUT' => self::TIMEOUT, 'CURLOPT_CONNECTTIMEOUT' => self::TIMEOUT],
        );
        if ($curl->get_errno() !== 0) {
            return get_string('service:test:unreachable', 'local_everything', $curl->error);
        }
        $said = json_decode((string) $answer, true);
        if (!is_array($said)) {
            return get_string('service:test:garbage', 'local_everything', (int) ($curl->get_info()['http_code'] ?? 0));
        }
        return isset($said['errorcode'])
            ? get_string('service:test:refused', 'local_everything', s($said['message'] ?? $said['errorcode']))
            : null;
    }
}
