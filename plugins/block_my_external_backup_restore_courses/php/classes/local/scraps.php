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

namespace block_my_external_backup_restore_courses\local;

/**
 * What core leaves of a backup: its folder, its log, and what it has on record of it.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class scraps {
    /**
     * Deletes all of it; what is not there, or cannot be deleted, stops nobody.
     *
     * @param string|null $backupid
     */
    public static function clear(?string $backupid): void {
        global $CFG, $DB;
        if ((string) $backupid === '') {
            return;
        }
        require_once($CFG->dirroot . '/backup/util/includes/backup_includes.php');
        try {
            fulldelete("$CFG->backuptempdir/$backupid");
            fulldelete("$CFG->backuptempdir/$backupid.log");
            \backup_controller_dbops::drop_backup_ids_temp_table($backupid);
        } catch (\Throwable $e) {
            debugging($e->getMessage(), DEBUG_DEVELOPER);
        }
        $DB->delete_records('backup_controllers', ['backupid' => $backupid]);
        $DB->delete_records('backup_logs', ['backupid' => $backupid]);
    }
}
