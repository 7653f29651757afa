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

namespace part_queue\local\queue;

/**
 * The way of a plugin's work: what is done in which state, and what follows.
 *
 * @package    part_queue
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
interface way {
    /**
     * How many rows may be worked on side by side; 0 where this site has no such work.
     *
     * @return int
     */
    public static function places(): int;

    /**
     * Whether an admin has stopped all of it.
     *
     * @return bool
     */
    public static function is_paused(): bool;

    /**
     * Does what can be done at once for a row that waits for its worker, in the process of whoever asked for it.
     *
     * @param int $id
     * @param string $mark who has it in hand
     * @return bool whether the next one is worth a try
     */
    public static function begin(int $id, string $mark): bool;

    /**
     * Does what the present state asks for. What it throws is trouble, and goes to `after_trouble()`.
     *
     * @param work $work
     * @return bool whether it can go on at once
     */
    public static function go_on(work $work): bool;

    /**
     * The state that follows where all goes well.
     *
     * @param string $state
     * @return string
     */
    public static function next_state(string $state): string;

    /**
     * A reason that the languages have words for, and what belongs to it.
     *
     * @param \Throwable $problem
     * @return string[]|null null for what nobody expected
     */
    public static function reason_of(\Throwable $problem): ?array;

    /**
     * What becomes of work that met trouble: the state `failed`, or the one in which it goes on.
     *
     * @param work $work
     * @param string $reason
     * @return array what is written down, `state` and `tries` among it, and the seconds to `wait`
     */
    public static function after_trouble(work $work, string $reason): array;

    /**
     * Does what is to be done at the end, whatever the end: tells people, clears away. May be called again.
     *
     * @param work $work
     */
    public static function end(work $work): void;

    /**
     * Clears what a worker has made here until it was stopped.
     *
     * @param int $id
     */
    public static function break_off(int $id): void;
}
