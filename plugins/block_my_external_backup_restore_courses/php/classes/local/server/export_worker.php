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

/**
 * The task that makes a backup for another Moodle, as the person who wants it and with no more rights.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class export_worker {
    /**
     * Makes the backup of an export that waits for it.
     *
     * @param int $exportid
     */
    public static function run_task(int $exportid): void {
        global $DB;
        $export = $DB->get_record(register::TABLE, ['id' => $exportid]);
        if (!$export || !register::claim($exportid)) {
            return;
        }
        try {
            export_maker::make($export);
            mtrace("Export $exportid is ready.");
        } catch (refusal $refusal) {
            mtrace("Export $exportid is refused: {$refusal->reason}");
        } catch (cancelled $cancelled) {
            mtrace("Export $exportid is not wanted any more.");
        } catch (\Throwable $trouble) {
            mtrace("Export $exportid failed.");
            mtrace_exception($trouble);
        } finally {
            // Core's runner keeps a list of what it saw waiting; where others have done that, it would sleep before it looks again.
            \core\task\manager::reset_state();
        }
    }
}
