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

namespace block_my_external_backup_restore_courses\local\request;

use block_my_external_backup_restore_courses\local\config;
use block_my_external_backup_restore_courses\local\queue\handing;
use block_my_external_backup_restore_courses\local\queue\queue;
use block_my_external_backup_restore_courses\local\queue\story;
use block_my_external_backup_restore_courses\local\queue\way;
use block_my_external_backup_restore_courses\local\queue\work;
use block_my_external_backup_restore_courses\local\remote\remotes;
use block_my_external_backup_restore_courses\local\remote\trouble;
use block_my_external_backup_restore_courses\local\restore\enrolling;
use block_my_external_backup_restore_courses\local\restore\existing_course;
use block_my_external_backup_restore_courses\local\restore\restoring;
use block_my_external_backup_restore_courses\local\rules\journey;
use block_my_external_backup_restore_courses\local\transfer\asking;
use block_my_external_backup_restore_courses\local\transfer\fetching;

/**
 * The way of a course from the other Moodle to here.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class course_way implements way {
    /**
     * The scheduled task, in the hours that the admin gave it.
     */
    public static function run_task(): void {
        remotes::seal();
        handing::take_up_dead();
        queue::forget(time() - config::retention());
        handing::hand();
    }

    /**
     * How many courses come side by side.
     *
     * @return int
     */
    public static function places(): int {
        return config::moodle_role() === 'server' ? 0 : config::parallelrequests();
    }

    /**
     * Whether an admin has stopped all of it.
     *
     * @return bool
     */
    public static function is_paused(): bool {
        return config::paused();
    }

    /**
     * Has the other Moodle make a backup while the request still waits for a worker.
     *
     * @param int $id
     * @param string $mark who has it in hand
     * @return bool whether the next one is worth a try
     */
    public static function begin(int $id, string $mark): bool {
        return beginning::begin($id, $mark);
    }

    /**
     * Does what the present state asks for.
     *
     * @param work $work
     * @return bool whether it can go on at once
     */
    public static function go_on(work $work): bool {
        $remote = remotes::find($work->row->remote) ?? throw new trouble('server_unknown');
        switch ($work->row->state) {
            case 'scheduled':
                clearing::clear_there($work);
                $work->advance(['exportid' => clearing::SOMETHING]);
                return true;
            case 'asked':
                return asking::ask($work, $remote);
            case 'preparing':
                return asking::wait($work, $remote);
            case 'transferring':
                return fetching::fetch($work, $remote);
            case 'restoring':
                return restoring::restore($work);
            default:
                return enrolling::enrol($work);
        }
    }

    /**
     * The state that follows.
     *
     * @param string $state
     * @return string
     */
    public static function next_state(string $state): string {
        return journey::next_state($state);
    }

    /**
     * Why it does not go on.
     *
     * @param \Throwable $problem
     * @return string[]|null
     */
    public static function reason_of(\Throwable $problem): ?array {
        return $problem instanceof trouble ? [$problem->reason, $problem->detail] : null;
    }

    /**
     * Whether it is tried again, and from where: a backup that is asked for anew goes by another wish.
     *
     * @param work $work
     * @param string $reason
     * @return array
     */
    public static function after_trouble(work $work, string $reason): array {
        $request = $work->row;
        $outcome = journey::after_trouble([
            'state' => $request->state,
            'tries' => (int) $request->tries,
            'moved' => (int) $request->bytesdone > (int) $work->before->bytesdone,
        ], $reason);
        $anew = $outcome['state'] === 'asked' && !in_array($request->state, ['scheduled', 'asked'], true);
        return array_intersect_key($outcome, ['state' => 1, 'tries' => 1, 'wait' => 1]) + ($anew ? ['wish' => null] : []);
    }

    /**
     * Tells people how it ended, once, and clears both sides. That they are told is written down before.
     *
     * @param work $work
     */
    public static function end(work $work): void {
        $steps = story::steps($work->row);
        if ($work->row->state !== 'cancelled' && (end($steps)[0] ?? '') !== 'told') {
            $work->write(['story' => story::with($work->row, 'told', time())]);
            if ($work->row->state === 'failed') {
                // The message says what has become of a course that was here before.
                existing_course::take_away($work->row);
            }
            telling::tell($work->row);
        }
        clearing::clear($work);
    }

    /**
     * Clears what was made here for a request that was stopped.
     *
     * @param int $id
     */
    public static function break_off(int $id): void {
        clearing::clear_here(requests::find($id));
    }
}
