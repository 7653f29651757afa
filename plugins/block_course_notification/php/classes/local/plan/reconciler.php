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

namespace block_course_notification\local\plan;

/**
 * Holds the table of what is due against the truth: imports into the database fire no events, and a crash forgets what was
 * collected.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class reconciler {
    /**
     * The scheduled task.
     */
    public static function run_task(): void {
        mtrace(self::report(self::run()));
    }

    /**
     * Plans every course with the block, part by part.
     *
     * @return changes
     */
    public static function run(): changes {
        \core_php_time_limit::raise();
        $planner = new planner(\core\di::get(\core\clock::class)->time());
        $changes = $planner->courses([]);
        $changes->removed += self::without_block();
        return $changes;
    }

    /**
     * What was repaired, in a sentence.
     *
     * @param changes $changes
     * @return string
     */
    public static function report(changes $changes): string {
        if ($changes->added + $changes->moved + $changes->removed === 0) {
            return "Nothing to repair; $changes->refreshed rows followed the visits of learners.";
        }
        return "Repaired: $changes->added missing rows added, $changes->moved wrong dates corrected, "
            . "$changes->removed rows without reason removed; $changes->refreshed rows followed the visits of learners.";
    }

    /**
     * Removes what is planned in courses that have no block.
     *
     * @return int how many rows
     */
    private static function without_block(): int {
        global $DB;
        $where = "courseid NOT IN (SELECT ctx.instanceid
                                     FROM {context} ctx
                                     JOIN {block_instances} bi ON bi.parentcontextid = ctx.id
                                    WHERE ctx.contextlevel = :level AND bi.blockname = :blockname)";
        $params = ['level' => CONTEXT_COURSE, 'blockname' => 'course_notification'];
        $count = $DB->count_records_select('block_course_notification_due', $where, $params);
        if ($count > 0) {
            $DB->delete_records_select('block_course_notification_due', $where, $params);
        }
        return $count;
    }
}
