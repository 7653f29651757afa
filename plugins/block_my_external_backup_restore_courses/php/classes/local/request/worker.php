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
use block_my_external_backup_restore_courses\local\remote\remotes;
use block_my_external_backup_restore_courses\local\remote\trouble;
use block_my_external_backup_restore_courses\local\restore\enrolling;
use block_my_external_backup_restore_courses\local\restore\existing_course;
use block_my_external_backup_restore_courses\local\restore\restoring;
use block_my_external_backup_restore_courses\local\rules\journey;
use block_my_external_backup_restore_courses\local\transfer\asking;
use block_my_external_backup_restore_courses\local\transfer\fetching;
use core\lock\lock;
use core\lock\lock_config;
use core\task\manager;

/**
 * Brings one course, from wherever its request stands, to the end or to where it must wait.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class worker {
    /** @var int Seconds that it waits for who has just handed it the request, and asks for the backup. */
    private const PATIENCE = 10;

    /** @var int No lock is held longer, where locks do not end with their process. */
    private const LONGEST = 86400;

    /**
     * The ad hoc task.
     *
     * @param int $requestid
     */
    public static function run_task(int $requestid): void {
        $lock = self::lock($requestid, self::PATIENCE);
        if (!$lock) {
            mtrace("Request $requestid is worked on already.");
            return;
        }
        try {
            while (!self::work_on($requestid)) {
                // Who was handed it meanwhile found it locked.
                mtrace("Request $requestid was stopped.");
            }
        } finally {
            $lock->release();
        }
        handing::hand();
        // Core's runner keeps a list of what it saw waiting; where others have done that, it would sleep before it looks again.
        manager::reset_state();
    }

    /**
     * Works on a request until it has ended or waits.
     *
     * @param int $requestid
     * @return bool whether nobody has stopped it
     */
    private static function work_on(int $requestid): bool {
        $work = work::take($requestid);
        if ($work === null) {
            return true;
        }
        try {
            self::bring($work);
            $work->let_go();
            return true;
        } catch (stopped $e) {
            clearing::clear_here(requests::find($requestid));
            return false;
        }
    }

    /**
     * The lock of a request: one process works on it.
     *
     * @param int $requestid
     * @param int $seconds that it is waited for
     * @return lock|false
     */
    public static function lock(int $requestid, int $seconds = 0) {
        $locks = lock_config::get_lock_factory('block_my_external_backup_restore_courses');
        return $locks->get_lock("request_$requestid", $seconds, self::LONGEST);
    }

    /**
     * Does one state after the other; trouble is told by its reason.
     *
     * @param work $work
     */
    private static function bring(work $work): void {
        try {
            while (!journey::is_ended($work->request->state)) {
                if (config::paused()) {
                    return;
                }
                mtrace("Request {$work->request->id}: {$work->request->state}");
                if (!self::go_on($work)) {
                    return;
                }
            }
            self::tell($work);
            clearing::clear($work);
        } catch (stopped $e) {
            throw $e;
        } catch (trouble $e) {
            self::stumble($work, $e->reason, $e->detail);
        } catch (\Throwable $e) {
            // Its message may hold anything: it goes to the log of the task, where debugging lets it, and nowhere else.
            mtrace_exception($e);
            self::stumble($work, 'internal', '');
        }
    }

    /**
     * Does what the present state asks for.
     *
     * @param work $work
     * @return bool whether it can go on at once
     */
    private static function go_on(work $work): bool {
        $request = $work->request;
        $remote = remotes::find($request->remote) ?? throw new trouble('server_unknown');
        switch ($request->state) {
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
     * Takes down trouble, and clears what was made where that was the end.
     *
     * @param work $work
     * @param string $reason
     * @param string $detail
     */
    private static function stumble(work $work, string $reason, string $detail): void {
        mtrace("Request {$work->request->id}: $reason $detail");
        if (!$work->stumble($reason, $detail)) {
            return;
        }
        self::tell($work);
        clearing::clear($work);
    }

    /**
     * Tells people how it ended, once: that they are told is written down before.
     *
     * @param work $work
     */
    private static function tell(work $work): void {
        $steps = story::steps($work->request);
        if ($work->request->state === 'cancelled' || (end($steps)[0] ?? '') === 'told') {
            return;
        }
        $work->write(['story' => story::with($work->request, 'told', time())]);
        if ($work->request->state === 'failed') {
            // The message says what has become of a course that was here before.
            existing_course::take_away($work->request);
        }
        telling::tell($work->request);
    }
}
