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
 * What there was of shelves and items.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class shelves {
    /**
     * The shelves of a course.
     *
     * @param int $courseid
     * @return array
     */
    public static function of(int $courseid): array {
        global $DB;
        return $DB->get_records('local_everything_shelf', ['courseid' => $courseid], 'sortorder', 'id, name, state, width, colour');
    }

    /**
     * The items of somebody on a shelf.
     *
     * @param int $shelfid
     * @param int $userid
     * @return array
     */
    public static function items(int $shelfid, int $userid): array {
        global $DB;
        return $DB->get_records(
            'local_everything_item',
            ['shelfid' => $shelfid, 'userid' => $userid],
            'timecreated',
            'id, courseid, note'
        );
    }

    /**
     * Whether somebody is in the old list.
     *
     * @param int $userid
     * @return bool
     */
    public static function is_old(int $userid): bool {
        global $DB;
        return $DB->record_exists('local_everything_old', ['userid' => $userid]);
    }
}
