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

use core\lock\lock;
use core\lock\lock_config;
use core\task\manager;

/**
 * Brings one row, from wherever it stands, to the end or to where it must wait.
 *
 * @package    part_queue
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class worker {
    /** @var int Seconds that it waits for who has just handed it the row, and begins with it. */
    private const PATIENCE = 10;

    /** @var int No lock is held longer, where locks do not end with their process. */
    private const LONGEST = 86400;

    /**
     * The ad hoc task.
     *
     * @param int $row
     */
    public static function run_task(int $row): void {
        $lock = self::lock($row, self::PATIENCE);
        if (!$lock) {
            mtrace("Row $row is worked on already.");
            return;
        }
        try {
            while (!self::work_on($row)) {
                // Who was handed it meanwhile found it locked.
                mtrace("Row $row was stopped.");
            }
        } finally {
            $lock->release();
        }
        handing::hand();
        // Core's runner keeps a list of what it saw waiting; where others have done that, it would sleep before it looks again.
        manager::reset_state();
    }

    /**
     * Works on a row until it has ended or waits.
     *
     * @param int $id
     * @return bool whether nobody has stopped it
     */
    private static function work_on(int $id): bool {
        $work = work::take($id);
        if ($work === null) {
            return true;
        }
        try {
            self::bring($work);
            $work->let_go();
            return true;
        } catch (stopped $e) {
            (blueprint::WAY)::break_off($id);
            return false;
        }
    }

    /**
     * The lock of a row: one process works on it.
     *
     * @param int $id
     * @param int $seconds that it is waited for
     * @return lock|false
     */
    public static function lock(int $id, int $seconds = 0) {
        $locks = lock_config::get_lock_factory('part_queue');
        return $locks->get_lock("row_$id", $seconds, self::LONGEST);
    }

    /**
     * Does one state after the other; trouble is told by its reason.
     *
     * @param work $work
     */
    private static function bring(work $work): void {
        try {
            while (!queue::is_ended($work->row->state)) {
                if ((blueprint::WAY)::is_paused()) {
                    return;
                }
                mtrace("Row {$work->row->id}: {$work->row->state}");
                if (!(blueprint::WAY)::go_on($work)) {
                    return;
                }
            }
            (blueprint::WAY)::end($work);
        } catch (stopped $e) {
            throw $e;
        } catch (\Throwable $e) {
            $named = (blueprint::WAY)::reason_of($e);
            if ($named === null) {
                // Its message may hold anything: it goes to the log of the task, where debugging lets it, and nowhere else.
                mtrace_exception($e);
            }
            self::stumble($work, ...($named ?? ['internal', '']));
        }
    }

    /**
     * Takes down trouble, and clears what was made where that was the end.
     *
     * @param work $work
     * @param string $reason
     * @param string $detail
     */
    private static function stumble(work $work, string $reason, string $detail): void {
        mtrace("Row {$work->row->id}: $reason $detail");
        if ($work->stumble($reason, $detail)) {
            (blueprint::WAY)::end($work);
        }
    }
}
