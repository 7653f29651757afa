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
use block_my_external_backup_restore_courses\local\scraps;

/**
 * Ends what nobody comes back for: dead backups, old exports, old tickets, and what belongs to no export any more.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class cleanup {
    /**
     * Does it all.
     */
    public static function run_task(): void {
        revival::all();
        revival::bury();
        self::old_exports();
        tickets::clear();
        self::orphans();
    }

    /**
     * Deletes exports that are a day old, whatever became of them, and those whose client hung up while it waited for the backup.
     */
    private static function old_exports(): void {
        global $DB;
        $old = $DB->get_records_select(
            register::TABLE,
            'timecreated < :since OR (withfiles = 1 AND state = :preparing AND heartbeat < :silent)',
            ['since' => time() - journey::LONGEST_PREPARATION, 'preparing' => 'preparing', 'silent' => time() - HOURSECS],
            '',
            'id, backupid',
        );
        foreach ($old as $export) {
            scraps::clear($export->backupid);
            register::delete((int) $export->id);
        }
    }

    /**
     * Deletes what is left of exports whose record went with the data of a person.
     */
    private static function orphans(): void {
        global $DB;
        $none = 'NOT EXISTS (SELECT 1 FROM {' . register::TABLE . '} e WHERE e.id = %s)';
        foreach ([register::CONTENTS, register::TICKETS] as $table) {
            $DB->delete_records_select($table, sprintf($none, "{{$table}}.exportid"));
        }
        $files = $DB->get_fieldset_sql(
            'SELECT DISTINCT f.itemid
               FROM {files} f
              WHERE f.component = :component AND f.filearea = :area AND ' . sprintf($none, 'f.itemid'),
            ['component' => register::COMPONENT, 'area' => register::AREA],
        );
        array_map(fn($exportid) => register::empty((int) $exportid), $files);
    }
}
