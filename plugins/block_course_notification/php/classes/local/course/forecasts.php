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

use block_course_notification\local\facts\course_settings;
use block_course_notification\local\facts\courses;
use block_course_notification\local\facts\learner_facts;
use block_course_notification\local\facts\scope;
use block_course_notification\local\plan\planner;
use block_course_notification\local\plan\stale;
use block_course_notification\local\rules\forecast;
use block_course_notification\local\rules\signals;
use core\clock;
use core\di;

/**
 * Forecasts of a course: its learners in groups that share the same dates, so that a browser can count what many will get.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class forecasts {
    /** @var int The most days a forecast may look ahead, and the longest delay; what is farther away makes no difference. */
    private const FAR = 400;

    /**
     * How many mails of each signal leave on each of the days.
     *
     * @param int $courseid
     * @param array $settings as course_settings::of() gives them
     * @param int[] $days 0, 1, 2 and so on, 0 being today
     * @return array[] as forecast::forecast_of() gives it
     */
    public static function of_course(int $courseid, array $settings, array $days): array {
        return forecast::forecast_of(self::get_forecast_counts($courseid), course_settings::for_rules($settings), $days);
    }

    /**
     * How many mails of each signal leave on each of the days in all courses, or in some of them. A course that waits for somebody
     * to choose how it starts sends nothing.
     *
     * @param int[] $days
     * @param int[] $courseids these courses only; none means all
     * @param int[] $userids these people only; none means all
     * @return int[][] by day and signal, without zeros
     */
    public static function of_site(array $days, array $courseids = [], array $userids = []): array {
        $midnight = usergetmidnight(di::get(clock::class)->time());
        $sums = array_fill_keys($days, []);
        foreach (courses::parts(planner::AT_ONCE, $courseids) as $scope) {
            foreach (self::groups($scope, $midnight, $userids) as [$settings, $groups]) {
                foreach (forecast::forecast_of($groups, $settings, $days) as $day) {
                    foreach (array_filter(array_column($day['counts'], 'count', 'signal')) as $signal => $count) {
                        $sums[$day['day']][$signal] = ($sums[$day['day']][$signal] ?? 0) + $count;
                    }
                }
            }
        }
        return $sums;
    }

    /**
     * The learners of a course whom the reader may see, in groups; read once for the page and the browser that asks right after it.
     *
     * @param int $courseid
     * @return array[]
     */
    public static function get_forecast_counts(int $courseid): array {
        $midnight = usergetmidnight(di::get(clock::class)->time());
        stale::refresh($courseid);
        $people = new people($courseid);
        $reader = "$midnight {$people->key()}";
        $cache = \cache::make('block_course_notification', 'counts');
        $kept = $cache->get("groups_$courseid") ?: [];
        if (!isset($kept[$reader])) {
            $kept[$reader] = self::groups_of($people, $midnight);
            $cache->set("groups_$courseid", $kept);
        }
        return $kept[$reader];
    }

    /**
     * Some people of a course in groups.
     *
     * @param people $people
     * @param int $midnight
     * @return array[]
     */
    private static function groups_of(people $people, int $midnight): array {
        $all = [];
        $userids = $people->ids();
        foreach (courses::parts(planner::AT_ONCE, [$people->courseid]) as $scope) {
            foreach (self::groups($scope, $midnight, $userids) as [, $groups]) {
                array_push($all, ...$groups);
            }
        }
        return $all;
    }

    /**
     * Learners in groups, with the settings of their course.
     *
     * @param scope $scope
     * @param int $midnight the beginning of today, for the person who looks
     * @param int[] $userids these people only; none means all
     * @return array[] by course: settings as the rules take them, and groups
     */
    private static function groups(scope $scope, int $midnight, array $userids): array {
        $courses = [];
        $only = array_flip($userids);
        foreach ((new learner_facts())->read($scope) as $learner) {
            $counts = !$learner->course->settings['waiting'] && ($userids === [] || isset($only[$learner->userid]));
            $group = $counts ? self::group($learner->facts(), $midnight) : null;
            if ($group !== null) {
                $courseid = (int) $learner->course->id;
                $courses[$courseid] ??= [course_settings::for_rules($learner->course->settings), []];
                $key = json_encode($group);
                $courses[$courseid][1][$key] ??= [...$group, 'count' => 0];
                $courses[$courseid][1][$key]['count']++;
            }
        }
        return array_map(static fn(array $course): array => [$course[0], array_values($course[1])], $courses);
    }

    /**
     * The group of one learner, or null for those who get nothing.
     *
     * @param array $facts
     * @param int $midnight
     * @return array|null
     */
    private static function group(array $facts, int $midnight): ?array {
        if (!$facts['active'] || $facts['hidden'] || $facts['excluded']) {
            return null;
        }
        $group = [
            'start' => self::day($facts['start'], $midnight),
            'end' => $facts['end'] === null ? null : self::day($facts['end'], $midnight),
            'seen' => $facts['lastaccess'] === null ? null : self::day($facts['lastaccess'], $midnight),
            'completed' => $facts['completed'] === null ? null : self::day($facts['completed'], $midnight),
            'sent' => self::told($facts),
            'reminded' => self::reminded($facts, $midnight),
            'optedout' => $facts['optedout'],
        ];
        // Those who have come are told nothing that counts from the start of access, once it is past.
        if ($group['seen'] !== null && $group['start'] < 0) {
            $group['start'] = -1;
        }
        return $group;
    }

    /**
     * The day of a moment, today being 0.
     *
     * @param int $time
     * @param int $midnight
     * @return int
     */
    private static function day(int $time, int $midnight): int {
        return max(-self::FAR, min(self::FAR, (int) floor(($time - $midnight) / DAYSECS)));
    }

    /**
     * The signals that were sent for the dates as they are now, in the order of SIGNALS.
     *
     * @param array $facts
     * @return string[]
     */
    private static function told(array $facts): array {
        $told = array_filter($facts['sent'], static fn(array $sent): bool => $sent['anchor'] === match (true) {
            signals::is_about_end($sent['signal']) => $facts['end'],
            $sent['signal'] === 'completed' => $facts['completed'],
            default => $facts['start'],
        });
        return array_values(array_intersect(signals::SIGNALS, array_column($told, 'signal')));
    }

    /**
     * The day of the last call or inactivity mail, or null.
     *
     * @param array $facts
     * @param int $midnight
     * @return int|null
     */
    private static function reminded(array $facts, int $midnight): ?int {
        $reminders = array_filter($facts['sent'], static fn(array $sent): bool => signals::is_reminder($sent['signal']));
        return $reminders === [] ? null : self::day(max(array_column($reminders, 'time')), $midnight);
    }
}
