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
 * Looks at what matters to this plugin in another Moodle.
 *
 * @package    part_remotes
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
interface probe {
    /**
     * What it means that functions are missing, where one can do without them.
     *
     * @param string[] $missing
     * @return finding|null null where one cannot
     */
    public static function without(array $missing): ?finding;

    /**
     * What stands in the way although all functions are there.
     *
     * @param remote $remote
     * @return finding[]
     */
    public static function findings(remote $remote): array;
}
