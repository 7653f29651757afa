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

namespace block_course_notification\local\course;

use block_course_notification\local\config;
use block_course_notification\local\plan\stale;
use core\clock;
use core\di;

/**
 * The numbers that the block shows: what is due and what was sent in a course, by signal, among those whom the reader may see.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class course_counts {
    /**
     * The numbers of the signals that are on.
     *
     * @param int $courseid
     * @param string[] $signals
     * @param int|null $inactiveafter how long learners may stay away; null is as the site says
     * @return array<int, array{signal: string, name: string, today: int, week: int, sent: int}>
     */
    public static function of(int $courseid, array $signals, ?int $inactiveafter = null): array {
        $counts = self::cached($courseid, $inactiveafter ?? config::inactiveafter());
        return array_map(fn(string $signal): array => [
            'signal' => $signal,
            'name' => get_string('signal:' . $signal, 'block_course_notification'),
            ...($counts[$signal] ?? ['today' => 0, 'week' => 0, 'sent' => 0]),
        ], $signals);
    }

    /**
     * The numbers by signal, counted at most once in a while, and anew when the plan has changed.
     *
     * @param int $courseid
     * @param int $inactiveafter
     * @return array<string, array{today: int, week: int, sent: int}>
     */
    private static function cached(int $courseid, int $inactiveafter): array {
        // The end of the day is the reader's own.
        $tomorrow = usergetmidnight(di::get(clock::class)->time()) + DAYSECS;
        $people = new people($courseid);
        $reader = "$tomorrow {$people->key()}";
        $cache = \cache::make('block_course_notification', 'counts');
        $kept = $cache->get("counts_$courseid") ?: [];
        if (!isset($kept[$reader])) {
            $kept[$reader] = self::count($people, $tomorrow, $inactiveafter);
            $cache->set("counts_$courseid", $kept);
        }
        return $kept[$reader];
    }

    /**
     * Has courses counted anew: what is planned there has changed.
     *
     * @param int[] $courseids
     */
    public static function forget(array $courseids): void {
        $keys = [];
        foreach ($courseids as $courseid) {
            array_push($keys, "counts_$courseid", "groups_$courseid", "start_$courseid");
        }
        \cache::make('block_course_notification', 'counts')->delete_many($keys);
    }

    /**
     * Counts in two queries, whatever the number of learners.
     *
     * @param people $people
     * @param int $tomorrow
     * @param int $inactiveafter
     * @return array<string, array{today: int, week: int, sent: int}>
     */
    private static function count(people $people, int $tomorrow, int $inactiveafter): array {
        global $DB;
        [$useless, $params] = stale::useless();
        [$isseen, $among] = $people->condition('d.userid');
        $counts = [];
        $due = $DB->get_records_sql(
            "SELECT planned.signalname, SUM(CASE WHEN planned.timedue < :tomorrow THEN 1 ELSE 0 END) AS today, COUNT(1) AS week
               FROM (SELECT d.signalname,
                            CASE WHEN d.signalname = 'inactive' AND seen.timeaccess + :away1 > d.timedue
                                 THEN seen.timeaccess + :away2 ELSE d.timedue END AS timedue
                       FROM {block_course_notification_due} d " . stale::joins() . "
                      WHERE d.courseid = :courseid AND NOT $useless AND $isseen) planned
              WHERE planned.timedue < :nextweek
           GROUP BY planned.signalname",
            $params + $among + [
                'tomorrow' => $tomorrow,
                'courseid' => $people->courseid,
                'nextweek' => $tomorrow + 7 * DAYSECS,
                'away1' => $inactiveafter,
                'away2' => $inactiveafter,
            ]
        );
        foreach ($due as $row) {
            $counts[$row->signalname] = ['today' => (int) $row->today, 'week' => (int) $row->week, 'sent' => 0];
        }
        $sent = $DB->get_records_sql_menu(
            "SELECT d.signalname, COUNT(1)
               FROM {block_course_notification_sent} d
              WHERE d.courseid = :courseid AND d.timesent >= :since AND d.state = :state AND $isseen
           GROUP BY d.signalname",
            $among + ['courseid' => $people->courseid, 'since' => $tomorrow - 7 * DAYSECS, 'state' => 'sent']
        );
        foreach ($sent as $signal => $number) {
            $counts[$signal] = ['today' => 0, 'week' => 0, ...($counts[$signal] ?? []), 'sent' => (int) $number];
        }
        return $counts;
    }
}
