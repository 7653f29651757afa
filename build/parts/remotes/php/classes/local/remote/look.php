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

/**
 * Looks whether another Moodle can be worked with, and says what stands in the way.
 *
 * @package    part_remotes
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class look {
    /**
     * Looks at another Moodle.
     *
     * @param remote $remote
     * @return finding[]
     */
    public static function at(remote $remote): array {
        $probe = blueprint::PROBE;
        try {
            $site = client::call($remote, 'core_webservice_get_site_info');
            $missing = array_diff(blueprint::FUNCTIONS, array_column($site['functions'] ?? [], 'name'));
            if ($missing !== []) {
                $without = $probe::without($missing);
                return $without === null
                    ? [finding::of('error', 'functions', implode(', ', $missing))]
                    : [finding::of('ok', 'reached', $remote->name()), $without];
            }
            $works = ['site' => $site['sitename'] ?? $remote->name(), 'release' => $site['release'] ?? ''];
            return [finding::of('ok', 'works', $works), ...$probe::findings($remote)];
        } catch (trouble $trouble) {
            return self::trouble($remote, $trouble);
        }
    }

    /**
     * What went wrong, and what to do about it here.
     *
     * @param remote $remote
     * @param trouble $trouble
     * @return finding[]
     */
    private static function trouble(remote $remote, trouble $trouble): array {
        $findings = [new finding('error', $trouble->getMessage())];
        if ($trouble->reason === 'curl_blocked') {
            $findings[] = self::blocked($remote);
        }
        return $findings;
    }

    /**
     * Which setting of this site blocks the address.
     *
     * @param remote $remote
     * @return finding
     */
    private static function blocked(remote $remote): finding {
        global $CFG;
        $parts = parse_url($remote->url);
        $port = (string) ($parts['port'] ?? ($parts['scheme'] === 'https' ? 443 : 80));
        $allowed = preg_split('/\s+/', $CFG->curlsecurityallowedport ?? '', -1, PREG_SPLIT_NO_EMPTY);
        return $allowed !== [] && !in_array($port, $allowed, true)
            ? finding::of('error', 'port', $port)
            : finding::of('error', 'host', $parts['host'] ?? '');
    }
}
