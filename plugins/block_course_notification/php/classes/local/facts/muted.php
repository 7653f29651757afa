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

namespace block_course_notification\local\facts;

use block_course_notification\local\plan\pending;

/**
 * Who wants no notifications from a course at all. What kinds of message they want anywhere is a matter of Moodle's preferences.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class muted {
    /** @var string The table. */
    public const TABLE = 'block_course_notification_muted';

    /**
     * Whether somebody wants none from a course.
     *
     * @param int $courseid
     * @param int $userid
     * @return bool
     */
    public static function is_muted(int $courseid, int $userid): bool {
        global $DB;
        return $DB->record_exists(self::TABLE, ['courseid' => $courseid, 'userid' => $userid]);
    }

    /**
     * Somebody wants none from a course, or wants them again: what is planned for them follows.
     *
     * @param int $courseid
     * @param int $userid
     * @param bool $wantsnone
     */
    public static function set(int $courseid, int $userid, bool $wantsnone): void {
        global $DB;
        $row = ['courseid' => $courseid, 'userid' => $userid];
        if (!$wantsnone) {
            $DB->delete_records(self::TABLE, $row);
        } else if (!self::is_muted($courseid, $userid)) {
            $DB->insert_record(self::TABLE, (object) ($row + ['timecreated' => \core\di::get(\core\clock::class)->time()]));
        }
        pending::pair($courseid, $userid);
        pending::flush();
    }
}
