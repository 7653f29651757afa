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

use core\task\manager;

/**
 * Hands rows to workers, as many as may run side by side, and takes up what a dead worker left.
 *
 * @package    part_queue
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class handing {
    /** @var string Stands for the worker that was asked for and has not begun. */
    private const HANDED = 'handed';

    /** @var int A task that was not begun after so many seconds was lost. */
    private const LOST = 1800;

    /** @var int After so many seconds without a sign of life, somebody looks whether the worker still holds its lock. */
    private const SILENCE = 120;

    /** @var int The window of the scheduled task is open if it runs again within so many seconds. */
    private const SOON = 90;

    /**
     * Begins at once where the scheduled task would soon.
     */
    public static function hand_now(): void {
        $task = manager::get_scheduled_task(blueprint::ROUND);
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
        if ((blueprint::WAY)::is_paused()) {
            return;
        }
        $now = time();
        [$open, $params] = queue::where_ended(false);
        // What has ended and left something behind needs a worker too.
        $due = "worker IS NULL AND timenext <= :now AND ($open OR " . blueprint::LEFT . ' IS NOT NULL)';
        $room = (blueprint::WAY)::places() - $DB->count_records_select(blueprint::TABLE, 'worker IS NOT NULL');
        if ($room <= 0) {
            return;
        }
        $begin = true;
        $rows = $DB->get_records_select(blueprint::TABLE, $due, $params + ['now' => $now], 'timenext, id', 'id', 0, $room);
        foreach ($rows as $row) {
            $mark = self::hand_one((int) $row->id, $now);
            $begin = $begin && ($mark === null || (blueprint::WAY)::begin((int) $row->id, $mark));
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
            'UPDATE {' . blueprint::TABLE . '} SET worker = :mark, heartbeat = :now WHERE id = :id AND worker IS NULL',
            ['mark' => $mark, 'now' => $now, 'id' => $id],
        );
        if ($DB->get_field(blueprint::TABLE, 'worker', ['id' => $id]) !== $mark) {
            return null;
        }
        (blueprint::TASK)::queue($id);
        return $mark;
    }

    /**
     * Finds work whose process died, and has it gone on with: its lock is free, though it says that it works.
     */
    public static function take_up_dead(): void {
        global $DB;
        $silent = $DB->get_records_select(
            blueprint::TABLE,
            'worker IS NOT NULL AND heartbeat < :since',
            ['since' => time() - self::SILENCE],
            'id',
            'id, worker, heartbeat',
        );
        foreach ($silent as $row) {
            $handed = str_starts_with($row->worker, self::HANDED);
            if ($handed && $row->heartbeat > time() - self::LOST) {
                continue;
            }
            $lock = worker::lock((int) $row->id);
            if (!$lock) {
                continue;
            }
            self::drop_task((int) $row->id);
            $work = $handed ? null : work::take((int) $row->id);
            $work?->stumble('worker_died', '');
            $work?->let_go();
            if ($work === null) {
                $DB->set_field(blueprint::TABLE, 'worker', null, ['id' => $row->id]);
            }
            $lock->release();
        }
    }

    /**
     * Drops the row of a task whose process died: Moodle would count it as running for an hour.
     *
     * @param int $id
     */
    private static function drop_task(int $id): void {
        global $DB;
        $DB->delete_records_select(
            'task_adhoc',
            'classname = :classname AND ' . $DB->sql_compare_text('customdata', 255) . ' = :customdata',
            ['classname' => '\\' . blueprint::TASK, 'customdata' => json_encode(['row' => $id])],
        );
    }
}
