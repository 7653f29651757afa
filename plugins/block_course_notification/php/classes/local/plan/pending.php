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

use block_course_notification\local\facts\courses;
use block_course_notification\local\facts\scope;

/**
 * Learners and courses that must be planned anew, collected so that five hundred enrolments cost as much as one.
 *
 * They are planned at the end of the request. What a crash leaves behind, the nightly check repairs.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class pending {
    /** @var int From here on, learners are planned at once. */
    private const MOST = 500;

    /** @var int Courses with more enrolments than this are planned in the background. */
    private const LARGE = 2000;

    /** @var array<string, array{int, int}> Learners, by `courseid:userid`. */
    private static array $pairs = [];

    /** @var array<int, int> Courses. */
    private static array $courses = [];

    /** @var array<int, int> Users, in all their courses. */
    private static array $users = [];

    /** @var bool Whether the end of the request is taken care of. */
    private static bool $registered = false;

    /**
     * Plans a learner in a course soon.
     *
     * @param int $courseid
     * @param int $userid
     */
    public static function pair(int $courseid, int $userid): void {
        self::$pairs["$courseid:$userid"] = [$courseid, $userid];
        self::collected();
    }

    /**
     * Plans a course soon.
     *
     * @param int $courseid
     */
    public static function course(int $courseid): void {
        self::$courses[$courseid] = $courseid;
        self::collected();
    }

    /**
     * Plans a person in all their courses soon.
     *
     * @param int $userid
     */
    public static function user(int $userid): void {
        self::$users[$userid] = $userid;
        self::collected();
    }

    /**
     * Plans all that was collected, now.
     */
    public static function flush(): void {
        [$pairs, $courses, $users] = [self::$pairs, self::$courses, self::$users];
        [self::$pairs, self::$courses, self::$users] = [[], [], []];
        $pairs += self::pairs_of($users);
        $pairs = array_filter($pairs, static fn(array $pair): bool => !isset($courses[$pair[0]]));
        if ($pairs === [] && $courses === []) {
            return;
        }
        $planner = new planner(\core\di::get(\core\clock::class)->time());
        foreach (array_chunk($pairs, planner::AT_ONCE) as $some) {
            $planner->scope(scope::pairs($some));
        }
        self::plan_courses($planner, $courses);
    }

    /**
     * Whether a course is being planned in the background: its numbers are not known yet.
     *
     * @param int $courseid
     * @return bool
     */
    public static function is_in_background(int $courseid): bool {
        global $DB;
        return $DB->record_exists_select(
            'task_adhoc',
            'classname = :class AND ' . $DB->sql_compare_text('customdata', 255) . ' = :data',
            [
                'class' => '\\' . \block_course_notification\task\plan_course_task::class,
                'data' => json_encode(['courseid' => $courseid]),
            ]
        );
    }

    /**
     * Sees to it that nothing is left when the request ends, and that not too much is collected.
     */
    private static function collected(): void {
        global $DB;
        if (!self::$registered) {
            \core_shutdown_manager::register_function([self::class, 'flush']);
            self::$registered = true;
        }
        if (count(self::$pairs) + count(self::$users) >= self::MOST && !$DB->is_transaction_started()) {
            self::flush();
        }
    }

    /**
     * Plans courses: small ones now, large ones in the background. Courses without the block only lose what was planned.
     *
     * @param planner $planner
     * @param int[] $courseids
     */
    private static function plan_courses(planner $planner, array $courseids): void {
        global $DB;
        if ($courseids === []) {
            return;
        }
        $sizes = courses::sizes(array_values($courseids));
        $small = array_keys(array_filter($sizes, static fn(int $size): bool => $size <= self::LARGE));
        foreach (array_diff(array_keys($sizes), $small) as $courseid) {
            \block_course_notification\task\plan_course_task::queue($courseid, unlessqueued: true);
        }
        if ($small !== []) {
            $planner->courses($small);
        }
        $without = array_values(array_diff($courseids, array_keys($sizes)));
        if ($without !== []) {
            $DB->delete_records_list('block_course_notification_due', 'courseid', $without);
        }
        \cache_helper::purge_by_definition('block_course_notification', 'counts');
    }

    /**
     * The courses with the block in which people are enrolled.
     *
     * @param int[] $userids
     * @return array<string, array{int, int}>
     */
    private static function pairs_of(array $userids): array {
        global $DB;
        if ($userids === []) {
            return [];
        }
        [$in, $params] = $DB->get_in_or_equal(array_values($userids), SQL_PARAMS_NAMED);
        $records = $DB->get_recordset_sql(
            "SELECT DISTINCT e.courseid, ue.userid
               FROM {user_enrolments} ue
               JOIN {enrol} e ON e.id = ue.enrolid
               JOIN {context} ctx ON ctx.instanceid = e.courseid AND ctx.contextlevel = :level
               JOIN {block_instances} bi ON bi.parentcontextid = ctx.id AND bi.blockname = :blockname
              WHERE ue.userid $in",
            $params + ['level' => CONTEXT_COURSE, 'blockname' => 'course_notification']
        );
        $pairs = [];
        foreach ($records as $record) {
            $pairs[$record->courseid . ':' . $record->userid] = [(int) $record->courseid, (int) $record->userid];
        }
        $records->close();
        return $pairs;
    }
}
