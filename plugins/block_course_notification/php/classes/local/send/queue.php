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

use block_course_notification\local\rules\shares;

/**
 * The rows of a run in the order in which they are taken: oldest first, and shared out between courses.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class queue {
    /** @var array<int, int[]> Row ids still to take, by course, oldest first. */
    private array $waiting;

    /** @var array<int, int> How many rows of a course are taken already. */
    private array $taken = [];

    /**
     * Queues what is due.
     *
     * @param array $waiting row ids by course, oldest first
     */
    public function __construct(array $waiting) {
        $this->waiting = $waiting;
    }

    /**
     * The next rows: what each course is entitled to.
     *
     * @param int $places how many at most
     * @return int[] ids
     */
    public function take(int $places): array {
        $waiting = [];
        foreach ($this->waiting as $courseid => $ids) {
            $waiting[] = ['courseid' => $courseid, 'count' => count($ids) - ($this->taken[$courseid] ?? 0)];
        }
        $rows = [];
        foreach (shares::shares_of($waiting, $places) as $share) {
            $from = $this->taken[$share['courseid']] ?? 0;
            array_push($rows, ...array_slice($this->waiting[$share['courseid']], $from, $share['count']));
            $this->taken[$share['courseid']] = $from + $share['count'];
            if ($this->taken[$share['courseid']] === count($this->waiting[$share['courseid']])) {
                unset($this->waiting[$share['courseid']], $this->taken[$share['courseid']]);
            }
        }
        return $rows;
    }

    /**
     * How many rows were not taken.
     *
     * @return int
     */
    public function left(): int {
        return array_sum(array_map('count', $this->waiting)) - array_sum($this->taken);
    }
}
