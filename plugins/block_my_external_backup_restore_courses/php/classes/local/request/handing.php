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
use block_my_external_backup_restore_courses\local\rules\journey;
use block_my_external_backup_restore_courses\task\backup_restore_task;
use block_my_external_backup_restore_courses\task\work_task;
use core\task\manager;

/**
 * Hands requests to workers, as many as may run side by side, and takes up what a dead worker left.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class handing {
    /** @var string Stands for the worker that was asked for and has not begun. */
    private const HANDED = 'handed';

    /** @var int A task that was not begun after so many seconds was lost. */
    private const LOST = 1800;

    /** @var int The window of the scheduled task is open if it runs again within so many seconds. */
    private const SOON = 90;

    /**
     * The scheduled task, in the hours that the admin gave it.
     */
    public static function run_task(): void {
        remotes::seal();
        self::take_up_dead();
        self::forget_old();
        self::hand();
    }

    /**
     * Begins at once where the scheduled task would soon.
     */
    public static function hand_now(): void {
        $task = manager::get_scheduled_task(backup_restore_task::class);
        if (!$task || $task->get_disabled() || (int) $task->get_next_scheduled_time() > time() + self::SOON) {
            return;
        }
        self::hand();
    }

    /**
     * Hands out what is due, as far as there is room.
     */
    public static function hand(): void {
        global $DB;
        if (config::paused() || config::moodle_role() === 'server') {
            return;
        }
        $now = time();
        // What has ended and left something behind needs a worker too.
        $due = 'worker IS NULL AND timenext <= :now AND (state NOT IN (' . requests::ENDED . ') OR exportid IS NOT NULL)';
        $room = config::parallelrequests() - $DB->count_records_select(requests::TABLE, 'worker IS NOT NULL');
        if ($room <= 0) {
            return;
        }
        $begin = true;
        foreach ($DB->get_records_select(requests::TABLE, $due, ['now' => $now], 'timenext, id', 'id', 0, $room) as $request) {
            $mark = self::hand_one((int) $request->id, $now);
            $begin = $begin && ($mark === null || beginning::begin((int) $request->id, $mark));
        }
    }

    /**
     * Hands out one, unless somebody was faster.
     *
     * @param int $id
     * @param int $now
     * @return string|null the mark that it bears now; null where somebody was faster
     */
    private static function hand_one(int $id, int $now): ?string {
        global $DB;
        $mark = self::HANDED . random_string(10);
        $DB->execute(
            'UPDATE {' . requests::TABLE . '} SET worker = :mark, heartbeat = :now WHERE id = :id AND worker IS NULL',
            ['mark' => $mark, 'now' => $now, 'id' => $id],
        );
        if ($DB->get_field(requests::TABLE, 'worker', ['id' => $id]) !== $mark) {
            return null;
        }
        work_task::queue($id);
        return $mark;
    }

    /**
     * Finds work whose process died, and has it gone on with: its lock is free, though it says that it works.
     */
    public static function take_up_dead(): void {
        global $DB;
        $silent = $DB->get_records_select(
            requests::TABLE,
            'worker IS NOT NULL AND heartbeat < :since',
            ['since' => time() - journey::SILENCE],
            'id',
            'id, worker, heartbeat',
        );
        foreach ($silent as $request) {
            $handed = str_starts_with($request->worker, self::HANDED);
            if ($handed && $request->heartbeat > time() - self::LOST) {
                continue;
            }
            $lock = worker::lock((int) $request->id);
            if (!$lock) {
                continue;
            }
            self::drop_task((int) $request->id);
            $work = $handed ? null : work::take((int) $request->id);
            $work?->stumble('worker_died', '');
            $work?->let_go();
            if ($work === null) {
                $DB->set_field(requests::TABLE, 'worker', null, ['id' => $request->id]);
            }
            $lock->release();
        }
    }

    /**
     * Drops the row of a task whose process died: Moodle would count it as running for an hour.
     *
     * @param int $requestid
     */
    private static function drop_task(int $requestid): void {
        global $DB;
        $DB->delete_records_select(
            'task_adhoc',
            'classname = :classname AND ' . $DB->sql_compare_text('customdata', 255) . ' = :customdata',
            ['classname' => '\\' . work_task::class, 'customdata' => json_encode(['requestid' => $requestid])],
        );
    }

    /**
     * Forgets requests that ended long ago.
     */
    private static function forget_old(): void {
        global $DB;
        $DB->delete_records_select(
            requests::TABLE,
            'state IN (' . requests::ENDED . ') AND exportid IS NULL AND worker IS NULL AND timeended < :before',
            ['before' => time() - config::retention()],
        );
    }
}
