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

use core\check\result;

/**
 * The status check of each other Moodle.
 *
 * @package    part_remotes
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class remote_check {
    /** @var array What each level is among the results of checks. */
    private const LEVELS = ['error' => result::ERROR, 'warning' => result::WARNING];

    /**
     * The other Moodles, each with its name.
     *
     * @return string[] by address
     */
    public static function rows(): array {
        $names = [];
        foreach (remotes::all() as $remote) {
            $names[$remote->url] = $remote->name();
        }
        return $names;
    }

    /**
     * How one of them stands.
     *
     * @param string $url
     * @return result
     */
    public static function result(string $url): result {
        $remote = remotes::find($url);
        $findings = $remote === null ? [] : look::at($remote);
        $texts = array_map(static fn(finding $finding): string => s($finding->text), $findings);
        foreach (self::LEVELS as $level => $status) {
            foreach ($findings as $index => $finding) {
                if ($finding->level === $level) {
                    return new result($status, $texts[$index], \html_writer::alist($texts));
                }
            }
        }
        return new result(result::OK, $texts[0] ?? '', \html_writer::alist($texts));
    }
}
