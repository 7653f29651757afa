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

namespace block_course_notification\local\send;

use block_course_notification\event\notification_failed;
use block_course_notification\event\notification_marked;
use block_course_notification\event\notification_sent;
use block_course_notification\local\facts\learner;

/**
 * Writes to Moodle's log what became of a message. The log never undoes what has happened: where it fails, the run goes on.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class record {
    /**
     * A message has left.
     *
     * @param int $id
     * @param learner $learner
     * @param string $signal
     */
    public static function sent(int $id, learner $learner, string $signal): void {
        self::quietly(static fn() => notification_sent::create(self::data($id, $learner, ['signal' => $signal]))->trigger());
    }

    /**
     * A message could not be delivered.
     *
     * @param int $id
     * @param learner $learner
     * @param string $signal
     * @param string $reason
     */
    public static function failed(int $id, learner $learner, string $signal, string $reason): void {
        $other = ['signal' => $signal, 'reason' => $reason];
        self::quietly(static fn() => notification_failed::create(self::data($id, $learner, $other))->trigger());
    }

    /**
     * A message is remembered as sent, without one.
     *
     * @param int $courseid
     * @param int $userid
     * @param string $signal
     */
    public static function marked(int $courseid, int $userid, string $signal): void {
        self::quietly(static fn() => notification_marked::create([
            'context' => \core\context\course::instance($courseid),
            'relateduserid' => $userid,
            'other' => ['signal' => $signal],
        ])->trigger());
    }

    /**
     * What the events share.
     *
     * @param int $id
     * @param learner $learner
     * @param array $other
     * @return array
     */
    private static function data(int $id, learner $learner, array $other): array {
        return [
            'objectid' => $id,
            'context' => \core\context\course::instance($learner->course->id),
            'relateduserid' => $learner->userid,
            'other' => $other,
        ];
    }

    /**
     * Lets the log fail without the run.
     *
     * @param \Closure $work
     */
    private static function quietly(\Closure $work): void {
        try {
            $work();
        } catch (\Throwable $problem) {
            debugging('The event could not be logged: ' . $problem->getMessage(), DEBUG_DEVELOPER);
        }
    }
}
