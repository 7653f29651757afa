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

namespace local_dolibarr\local\feed;

use local_dolibarr\local\outbox\destination;
use local_dolibarr\local\outbox\outbox;
use local_dolibarr\local\times\checklists;
use local_dolibarr\local\times\credit_field;
use local_dolibarr\local\times\recount;

/**
 * Holds what Dolibarr was last told against the truth: completions that were taken back in bulk fire no event, and an observer
 * may fail.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class reconcile {
    /** @var int How many rows are looked at in one go. */
    private const MANY = 1000;

    /**
     * The scheduled task.
     */
    public static function run_task(): void {
        $destinations = array_map(static fn(dolibarr $one): destination => $one->destination(), destinations::active());
        outbox::release_all();
        credit_field::forget_gone();
        mtrace('taken back: ' . self::taken_back());
        if ($destinations === []) {
            return;
        }
        $since = min(array_column($destinations, 'since'));
        mtrace('completed: ' . self::missed(self::completions($since)));
        mtrace('entered: ' . self::missed(self::entries($since), first_entries::of(...)));
        mtrace('progress: ' . array_sum(array_map(all_progress::tell(...), $destinations)));
        mtrace('hours: ' . self::hours());
    }

    /**
     * Tells of completions that were told and are not any more.
     *
     * @return int how many
     */
    private static function taken_back(): int {
        global $DB;
        $newest = "SELECT MAX(n.id) FROM {local_dolibarr_message} n WHERE n.kind = 'completed' GROUP BY n.about";
        $rows = $DB->get_recordset_sql(
            "SELECT m.id, m.userid, m.courseid, m.data
               FROM {local_dolibarr_message} m
               JOIN {user} u ON u.id = m.userid AND u.deleted = 0
               JOIN {course} c ON c.id = m.courseid
          LEFT JOIN {course_completions} cc ON cc.userid = m.userid AND cc.course = m.courseid
              WHERE m.id IN ($newest) AND cc.timecompleted IS NULL",
        );
        $open = [];
        foreach ($rows as $row) {
            if (json_decode($row->data, true)['state'] === 'completed') {
                $open[] = states::completed((int) $row->userid, (int) $row->courseid, 0);
            }
        }
        $rows->close();
        return outbox::put_missed(...$open);
    }

    /**
     * Tells what was missed.
     *
     * @param \Generator $messages
     * @param \Closure|null $looked is handed some of them, and gives them as they are to be told
     * @return int how many
     */
    private static function missed(\Generator $messages, ?\Closure $looked = null): int {
        $looked ??= static fn(array $some): array => $some;
        $count = 0;
        $some = [];
        foreach ($messages as $message) {
            $some[] = $message;
            if (count($some) === self::MANY) {
                $count += outbox::put_missed(...$looked($some));
                $some = [];
            }
        }
        return $count + outbox::put_missed(...$looked($some));
    }

    /**
     * Who has completed what.
     *
     * @param int $since
     * @return \Generator of messages
     */
    private static function completions(int $since): \Generator {
        global $DB;
        $fields = 'id, userid, course, timecompleted';
        $rows = $DB->get_recordset_select('course_completions', 'timecompleted >= :since', ['since' => $since], 'id', $fields);
        foreach ($rows as $row) {
            yield states::completed((int) $row->userid, (int) $row->course, (int) $row->timecompleted);
        }
        $rows->close();
    }

    /**
     * Who learns where and has been there.
     *
     * @param int $since
     * @return \Generator of messages
     */
    private static function entries(int $since): \Generator {
        global $DB;
        $fields = 'id, userid, courseid, timeaccess';
        $rows = $DB->get_recordset_select('user_lastaccess', 'timeaccess >= :since', ['since' => $since], 'courseid', $fields);
        $course = 0;
        $learners = [];
        foreach ($rows as $row) {
            if ((int) $row->courseid !== $course) {
                $course = (int) $row->courseid;
                $context = \core\context\course::instance($course, IGNORE_MISSING);
                $learns = 'moodle/course:isincompletionreports';
                $learners = $context ? get_enrolled_users($context, $learns, 0, 'u.id', null, 0, 0, true) : [];
            }
            if (isset($learners[$row->userid])) {
                yield states::entered((int) $row->userid, $course, (int) $row->timeaccess);
            }
        }
        $rows->close();
    }

    /**
     * Counts learning time anew where it was told of, or is counted.
     *
     * @return int how many messages it made
     */
    private static function hours(): int {
        global $DB;
        $checklists = checklists::are_there() ? 'UNION SELECT l.course FROM {learningtimecheck} l' : '';
        $courses = $DB->get_fieldset_sql(
            "SELECT c.id
               FROM {course} c
              WHERE c.id IN (
                        SELECT m.courseid
                          FROM {local_dolibarr_message} m
                         WHERE m.kind = 'hours'
                         UNION
                        SELECT a.course
                          FROM {course_modules} a
                          JOIN {local_dolibarr_credit} t ON t.cmid = a.id
                               $checklists
                    )",
        );
        $take = outbox::put_missed(...);
        return array_sum(array_map(static fn(string $courseid): int => recount::run((int) $courseid, 0, [], $take), $courses));
    }
}
