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

namespace block_my_external_backup_restore_courses\local;

/**
 * The space that is free on the disks of this Moodle.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class free_space {
    /**
     * Bytes that are free where there is least; null where that cannot be told.
     *
     * @param string ...$folders
     * @return int|null
     */
    public static function in(string ...$folders): ?int {
        // Some hosts forbid the function, as core knows.
        if (!function_exists('disk_free_space')) {
            return null;
        }
        $free = array_filter(array_map(disk_free_space(...), array_filter($folders, is_dir(...))), is_float(...));
        return $free ? (int) min($free) : null;
    }
}
