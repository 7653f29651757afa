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
use block_course_notification\local\plan\planner;
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
     * The learners of a course in groups; read once for the page and the browser that asks right after it.
     *
     * @param int $courseid
     * @return array[]
     */
    public static function get_forecast_counts(int $courseid): array {
        $midnight = usergetmidnight(di::get(clock::class)->time());
        $cache = \cache::make('block_course_notification', 'counts');
        $key = "groups_{$courseid}_{$midnight}";
        $groups = $cache->get($key);
        if ($groups === false) {
            $groups = self::groups($courseid, $midnight);
            $cache->set($key, $groups);
        }
        return $groups;
    }

    /**
     * The learners of a course in groups.
     *
     * @param int $courseid
     * @param int $midnight the beginning of today, for the person who looks
     * @return array[]
     */
    private static function groups(int $courseid, int $midnight): array {
        $facts = new learner_facts();
        $groups = [];
        foreach (courses::parts(planner::AT_ONCE, [$courseid]) as $scope) {
            foreach ($facts->read($scope) as $learner) {
                $group = self::group($learner->facts(), $midnight);
                if ($group !== null) {
                    $key = json_encode($group);
                    $groups[$key] ??= [...$group, 'count' => 0];
                    $groups[$key]['count']++;
                }
            }
        }
        return array_values($groups);
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
