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

namespace block_my_external_backup_restore_courses\local\server;

use block_my_external_backup_restore_courses\local\rules\journey;
use block_my_external_backup_restore_courses\local\rules\leaving;
use block_my_external_backup_restore_courses\local\scraps;
use block_my_external_backup_restore_courses\task\export_task;

/**
 * Finds backups whose process died, and has them made anew.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class revival {
    /**
     * Every backup that shows no sign of life.
     */
    public static function all(): void {
        global $DB;
        $silent = $DB->get_records_select(
            register::TABLE,
            'state IN (:waiting, :preparing) AND withfiles = 0 AND heartbeat < :since',
            ['waiting' => 'waiting', 'preparing' => 'preparing', 'since' => time() - journey::DEATH],
        );
        array_map(self::of(...), $silent);
    }

    /**
     * What is left of backups that were cancelled when their process was dead already, and could notice it no more.
     */
    public static function bury(): void {
        global $DB;
        $cancelled = $DB->get_records_select(
            register::TABLE,
            'state = :cancelled AND backupid IS NOT NULL AND heartbeat < :since',
            ['cancelled' => 'cancelled', 'since' => time() - journey::DEATH],
        );
        foreach ($cancelled as $export) {
            if (self::drop_dead_task($export)) {
                scraps::clear($export->backupid);
                $DB->set_field(register::TABLE, 'backupid', null, ['id' => $export->id]);
            }
        }
    }

    /**
     * The export, made anew where its process died.
     *
     * @param \stdClass $export
     * @return \stdClass the record as it is now
     */
    public static function of(\stdClass $export): \stdClass {
        global $DB;
        if (!in_array($export->state, ['waiting', 'preparing'], true) || $export->heartbeat >= time() - journey::DEATH) {
            return $export;
        }
        $locks = \core\lock\lock_config::get_lock_factory('block_my_external_backup_restore_courses');
        $lock = $locks->get_lock('export_' . $export->id, 0);
        if (!$lock) {
            return $export;
        }
        try {
            self::look_at((int) $export->id);
        } finally {
            $lock->release();
        }
        return $DB->get_record(register::TABLE, ['id' => $export->id]) ?: throw new refusal('export_gone');
    }

    /**
     * Starts an export anew, unless somebody else just did, or its task waits or lives.
     *
     * @param int $exportid
     */
    private static function look_at(int $exportid): void {
        global $DB;
        $export = $DB->get_record(register::TABLE, ['id' => $exportid]);
        if (!$export || $export->heartbeat >= time() - journey::DEATH || !self::drop_dead_task($export)) {
            return;
        }
        scraps::clear($export->backupid);
        register::empty($exportid);
        if (!leaving::is_revived((int) $export->tries)) {
            register::move($exportid, $export->state, ['state' => 'failed', 'reason' => 'backup_failed']);
            return;
        }
        $begun = ['state' => 'waiting', 'tries' => $export->tries + 1, 'share' => 0, 'heartbeat' => time(), 'backupid' => null];
        if (register::move($exportid, $export->state, $begun)) {
            export_task::queue($exportid);
        }
    }

    /**
     * Drops the task of an export where its process is dead: Moodle itself would do so an hour later.
     *
     * @param \stdClass $export
     * @return bool whether no task is left
     */
    private static function drop_dead_task(\stdClass $export): bool {
        global $DB;
        $locks = \core\lock\lock_config::get_lock_factory('cron');
        foreach (self::tasks_of((int) $export->id) as $task) {
            if ($export->state === 'waiting' && !$task->get_timestarted() && $task->get_attempts_available() > 0) {
                return false;
            }
            $lock = $locks->get_lock('adhoc_' . $task->get_id(), 0);
            if (!$lock && $locks->supports_auto_release()) {
                return false;
            }
            $DB->delete_records('task_adhoc', ['id' => $task->get_id()]);
            if ($lock) {
                $lock->release();
            }
        }
        return true;
    }

    /**
     * The queued or running tasks of an export.
     *
     * @param int $exportid
     * @return \core\task\adhoc_task[]
     */
    private static function tasks_of(int $exportid): array {
        return array_filter(
            \core\task\manager::get_adhoc_tasks(export_task::class),
            fn(\core\task\adhoc_task $task): bool => (int) $task->get_custom_data()->exportid === $exportid,
        );
    }
}
