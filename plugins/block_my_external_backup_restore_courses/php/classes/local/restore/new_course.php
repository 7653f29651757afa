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

namespace block_my_external_backup_restore_courses\local\restore;

use block_my_external_backup_restore_courses\local\queue\work;
use block_my_external_backup_restore_courses\local\request\requests;

/**
 * The course that is made for a request: one at a time, and none that is half done stays.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class new_course {
    /**
     * Makes it, empty and hidden.
     *
     * @param work $work
     * @param string $fullname
     * @param string $shortname
     * @param string[]|null $names gets the names that it will bear, full and short
     * @return int its id
     */
    public static function create(work $work, string $fullname, string $shortname, ?array &$names): int {
        global $DB;
        self::delete_half($work->row);
        $transaction = $DB->start_delegated_transaction();
        $names = \restore_dbops::calculate_course_names(0, $fullname, $shortname);
        $courseid = (int) \restore_dbops::create_new_course(...[...$names, rights::category($work->row)]);
        $work->write(['courseid' => $courseid]);
        $transaction->allow_commit();
        return $courseid;
    }

    /**
     * Deletes the course of a request that was not finished, past the recycle bin.
     *
     * @param \stdClass $request
     */
    public static function delete_half(\stdClass $request): void {
        global $DB;
        if ((int) $request->courseid === 0 || !in_array($request->target, ['new', 'original'], true)) {
            return;
        }
        $course = $DB->get_record('course', ['id' => $request->courseid]);
        if ($course) {
            // The recycle bin leaves courses alone that a failed restore made.
            $course->deletesource = 'restore';
            delete_course($course, false);
        }
        $DB->set_field(requests::TABLE, 'courseid', null, ['id' => $request->id]);
        $request->courseid = null;
    }
}
