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

use block_my_external_backup_restore_courses\local\scraps;

/**
 * Makes the backup of one export, and leaves nothing behind where that does not go to its end.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class export_maker {
    /**
     * Makes it; the export is ready then, or failed with its reason.
     *
     * @param \stdClass $export
     */
    public static function make(\stdClass $export): void {
        $exportid = (int) $export->id;
        try {
            self::check($export);
            self::back_up($export);
            self::finish($exportid);
        } catch (refusal $refusal) {
            self::fail($exportid, $refusal->reason);
            throw $refusal;
        } catch (cancelled $cancelled) {
            self::forget($exportid);
            throw $cancelled;
        } catch (\Throwable $trouble) {
            self::fail($exportid, space::is_short(0) ? 'server_space' : 'backup_failed');
            throw $trouble;
        }
    }

    /**
     * What was true when it was asked for must be true now.
     *
     * @param \stdClass $export
     */
    private static function check(\stdClass $export): void {
        global $CFG;
        // A process that makes one backup after the other remembers who had which role: somebody may just have become a teacher.
        reload_all_capabilities();
        gate::pass();
        gate::check_account((int) $export->clientid);
        person::active((int) $export->userid);
        leave::check((int) $export->userid, (int) $export->courseid, (bool) $export->withusers, (int) $CFG->branch);
        space::check($export->withfiles ? course_files::bytes((int) $export->courseid) : 0);
    }

    /**
     * Has core make the backup as the person who wants it, into our own file area.
     *
     * @param \stdClass $export
     */
    private static function back_up(\stdClass $export): void {
        global $CFG, $DB, $USER;
        require_once($CFG->dirroot . '/backup/util/includes/backup_includes.php');
        $controller = null;
        $before = $USER;
        try {
            \core\session\manager::set_user(person::active((int) $export->userid));
            $controller = new export_controller($export);
            $controller->settle();
            $controller->execute_plan();
        } finally {
            \core\session\manager::set_user($before);
            $controller?->destroy();
            // The record bears the name of another backup where this process was taken for dead.
            $backupid = $controller?->get_backupid() ?? $DB->get_field(register::TABLE, 'backupid', ['id' => $export->id]);
            scraps::clear($backupid ?: null);
        }
    }

    /**
     * The backup is there, unless it was cancelled in the last moment.
     *
     * @param int $exportid
     */
    private static function finish(int $exportid): void {
        $ready = ['state' => 'ready', 'share' => 100, 'timeready' => time(), 'heartbeat' => time()];
        if (!register::move($exportid, 'preparing', $ready)) {
            throw new cancelled();
        }
    }

    /**
     * Deletes what was made for nobody, unless the export is in other hands by now.
     *
     * @param int $exportid
     */
    private static function forget(int $exportid): void {
        global $DB;
        if (in_array($DB->get_field(register::TABLE, 'state', ['id' => $exportid]), [false, 'cancelled'], true)) {
            register::empty($exportid);
        }
    }

    /**
     * Says why there is no backup.
     *
     * @param int $exportid
     * @param string $reason
     */
    private static function fail(int $exportid, string $reason): void {
        if (register::move($exportid, 'preparing', ['state' => 'failed', 'reason' => $reason])) {
            register::empty($exportid);
        }
    }
}
