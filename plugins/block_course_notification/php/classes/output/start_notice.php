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

namespace block_course_notification\output;

use block_course_notification\local\course\quiet_start;
use block_course_notification\local\facts\block_start;
use moodle_url;

/**
 * Asks what becomes of that which is due already, where a course waits for somebody to choose.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class start_notice {
    /**
     * What the notice says and asks, or null where there is nothing to choose.
     *
     * @param int $courseid
     * @return array|null
     */
    public static function export(int $courseid): ?array {
        if (!quiet_start::is_waiting($courseid)) {
            return null;
        }
        $due = quiet_start::due($courseid);
        $total = array_sum($due);
        return [
            'url' => (new moodle_url('/blocks/course_notification/start.php'))->out(false),
            'courseid' => $courseid,
            'sesskey' => sesskey(),
            'choices' => [
                [
                    'choice' => block_start::FROM_NOW,
                    'name' => get_string('start:fromnow', 'block_course_notification'),
                    'about' => get_string('start:aboutfromnow', 'block_course_notification'),
                    'checked' => true,
                ],
                [
                    'choice' => block_start::WITH_DUE,
                    'name' => get_string('start:withdue', 'block_course_notification', $total),
                    'about' => self::by_signal($due),
                    'checked' => false,
                ],
            ],
        ];
    }

    /**
     * The numbers by signal.
     *
     * @param int[] $due
     * @return string
     */
    private static function by_signal(array $due): string {
        $parts = array_map(static fn(string $signal, int $count): string => get_string('start:count', 'block_course_notification', [
            'signal' => get_string('signal:' . $signal, 'block_course_notification'),
            'count' => $count,
        ]), array_keys($due), $due);
        return implode(', ', $parts);
    }
}
