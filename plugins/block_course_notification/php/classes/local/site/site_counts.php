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

namespace block_course_notification\local\site;

use block_course_notification\local\facts\course_settings;
use core\clock;
use core\di;

/**
 * What happens on the whole site, counted in a number of queries that does not depend on how many courses there are.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class site_counts {
    /** @var int Days that the chart looks back on. */
    public const DAYS = 30;

    /** @var int Courses on one page. */
    public const PAGE = 50;

    /** @var string Courses with the block. */
    private const COURSES = "FROM {course} c
                             JOIN {context} ctx ON ctx.instanceid = c.id AND ctx.contextlevel = :level
                             JOIN {block_instances} bi ON bi.parentcontextid = ctx.id AND bi.blockname = :blockname";

    /**
     * The site in numbers.
     *
     * @return int[] `courses`, `waiting`, `soon`, `sent` and `failed`
     */
    public static function totals(): array {
        global $DB;
        $now = di::get(clock::class)->time();
        $due = $DB->get_record_sql(
            "SELECT SUM(CASE WHEN timedue <= :now THEN 1 ELSE 0 END) AS waiting, COUNT(1) AS soon
               FROM {block_course_notification_due}
              WHERE timedue <= :week",
            ['now' => $now, 'week' => $now + WEEKSECS]
        );
        $sent = self::states('timeclaimed >= :since', ['since' => $now - WEEKSECS], '0');
        return [
            'courses' => $DB->count_records_sql('SELECT COUNT(DISTINCT c.id) ' . self::COURSES, self::block()),
            'waiting' => (int) $due->waiting,
            'soon' => (int) $due->soon,
            'sent' => $sent[0]['sent'] ?? 0,
            'failed' => $sent[0]['failed'] ?? 0,
        ];
    }

    /**
     * Mails per day, the earliest day first.
     *
     * @return array<int, array{time: int, sent: int, failed: int}>
     */
    public static function days(): array {
        $first = usergetmidnight(di::get(clock::class)->time()) - (self::DAYS - 1) * DAYSECS;
        $counts = self::states('timeclaimed >= :since', ['since' => $first], "FLOOR((timeclaimed - $first) / " . DAYSECS . ')');
        return array_map(static fn(int $day): array => [
            'time' => $first + $day * DAYSECS + 12 * HOURSECS,
            'sent' => $counts[$day]['sent'] ?? 0,
            'failed' => $counts[$day]['failed'] ?? 0,
        ], range(0, self::DAYS - 1));
    }

    /**
     * One page of the courses with the block, by name.
     *
     * @param int $page
     * @return \stdClass[] each with `fullname`, `isvisible`, `ison`, `waiting`, `sent` and `failed`
     */
    public static function courses(int $page): array {
        global $DB;
        $contexts = \core\context_helper::get_preload_record_columns_sql('ctx');
        $courses = $DB->get_records_sql(
            "SELECT c.id, c.fullname, c.visible, bi.configdata, $contexts " . self::COURSES . '
           ORDER BY c.fullname, c.id, bi.id DESC',
            self::block(),
            $page * self::PAGE,
            self::PAGE
        );
        if ($courses === []) {
            return [];
        }
        foreach ($courses as $course) {
            \core\context_helper::preload_from_record($course);
        }
        $now = di::get(clock::class)->time();
        [$in, $params] = $DB->get_in_or_equal(array_keys($courses), SQL_PARAMS_NAMED);
        $states = self::states("courseid $in AND timeclaimed >= :since", $params + ['since' => $now - WEEKSECS], 'courseid');
        $waiting = $DB->get_records_sql_menu(
            "SELECT courseid, COUNT(1)
               FROM {block_course_notification_due}
              WHERE courseid $in AND timedue <= :now
           GROUP BY courseid",
            $params + ['now' => $now]
        );
        return array_map(static fn(\stdClass $course): \stdClass => (object) [
            'id' => (int) $course->id,
            'fullname' => $course->fullname,
            'isvisible' => (bool) $course->visible,
            'ison' => course_settings::kept((string) $course->configdata)['enable'],
            'waiting' => (int) ($waiting[$course->id] ?? 0),
            'sent' => $states[$course->id]['sent'] ?? 0,
            'failed' => $states[$course->id]['failed'] ?? 0,
        ], $courses);
    }

    /**
     * Ways of enrolment in these courses by which Moodle writes to people itself.
     *
     * @return int[] `welcome` and `expiry`
     */
    public static function core_mails(): array {
        global $DB;
        $found = $DB->get_record_sql(
            "SELECT SUM(CASE WHEN e.enrol IN ('self', 'manual') AND e.customint4 > 0 THEN 1 ELSE 0 END) AS welcome,
                    SUM(CASE WHEN e.expirynotify > 0 THEN 1 ELSE 0 END) AS expiry " . self::COURSES . "
               JOIN {enrol} e ON e.courseid = c.id AND e.status = :enabled",
            self::block() + ['enabled' => ENROL_INSTANCE_ENABLED]
        );
        return ['welcome' => (int) $found->welcome, 'expiry' => (int) $found->expiry];
    }

    /**
     * How many mails have left and how many failed.
     *
     * @param string $where
     * @param array $params
     * @param string $by SQL without parameters, by which they are counted
     * @return array<int, int[]> by that and by state
     */
    private static function states(string $where, array $params, string $by): array {
        global $DB;
        $groups = $by === '0' ? 'state' : "$by, state";
        $found = $DB->get_recordset_sql(
            "SELECT $by AS counted, state, COUNT(1) AS mails FROM {block_course_notification_sent} WHERE $where GROUP BY $groups",
            $params
        );
        $counts = [];
        foreach ($found as $row) {
            $counts[(int) $row->counted][$row->state] = (int) $row->mails;
        }
        $found->close();
        return $counts;
    }

    /**
     * What COURSES asks for.
     *
     * @return array
     */
    private static function block(): array {
        return ['level' => CONTEXT_COURSE, 'blockname' => 'course_notification'];
    }
}
