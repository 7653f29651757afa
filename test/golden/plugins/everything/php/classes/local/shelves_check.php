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

namespace local_everything\local;

/**
 * Whether the shelves are in order.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class shelves_check {
    /**
     * What is found.
     *
     * @return \core\check\result
     */
    public static function result(): \core\check\result {
        return new \core\check\result(\core\check\result::OK, get_string('check:shelves:ok', 'local_everything'));
    }

    /**
     * Why somebody cannot wait so long; '' where they can.
     *
     * @param int $seconds
     * @return string
     */
    public static function wait_problem(int $seconds): string {
        return $seconds % 2 === 0 ? '' : 'odd';
    }
}
