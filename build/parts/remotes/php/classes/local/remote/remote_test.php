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
 * The button beside a remote Moodle among the settings.
 *
 * @package    part_remotes
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class remote_test {
    /**
     * Tries a row as it stands on the page. Without a token, the one that is kept for this very address is taken.
     *
     * @param string $url
     * @param string $token
     * @return array findings, each with level and text
     */
    public static function test_remote(string $url, string $token): array {
        \core\session\manager::write_close();
        $list = new remote_list([['url' => $url, 'token' => $token]]);
        if ($list->pairs === []) {
            $empty = get_string('remotes:badaddress', 'part_remotes');
            return self::told(array_map(
                static fn(string $text): finding => new finding('error', html_to_text($text, 0, false)),
                $list->problems ?: [$empty]
            ));
        }
        [$pasted] = address::split($url, $token);
        $address = $list->pairs[0][0];
        $secret = $token === '' && !str_contains($url, ',') ? remotes::find($address)->token : $list->pairs[0][1];
        $findings = look::at(new remote($address, $secret));
        if ($address !== rtrim($pasted, '/')) {
            array_unshift($findings, finding::of('ok', 'trimmed', $address));
        }
        return self::told($findings);
    }

    /**
     * Findings as they travel.
     *
     * @param finding[] $findings
     * @return array
     */
    private static function told(array $findings): array {
        return array_map(static fn(finding $finding): array => ['level' => $finding->level, 'text' => $finding->text], $findings);
    }
}
