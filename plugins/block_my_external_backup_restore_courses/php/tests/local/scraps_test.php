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

#[\PHPUnit\Framework\Attributes\CoversClass(scraps::class)]
/**
 * What a backup or a restore of core leaves behind.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_my_external_backup_restore_courses\local\scraps
 */
final class scraps_test extends \advanced_testcase {
    public function test_what_belongs_to_another_backup_stays(): void {
        global $CFG, $DB;
        $this->resetAfterTest();
        foreach (['mine', 'other'] as $backupid) {
            make_backup_temp_directory($backupid);
            $numbers = ['itemid', 'interactive', 'purpose', 'userid', 'status', 'execution', 'executiontime'];
            $numbers = [...$numbers, 'timecreated', 'timemodified'];
            $words = ['operation' => 'backup', 'type' => 'course', 'format' => 'moodle2', 'checksum' => '', 'controller' => ''];
            $DB->insert_record('backup_controllers', ['backupid' => $backupid] + $words + array_fill_keys($numbers, 1));
            $DB->insert_record('backup_logs', ['backupid' => $backupid, 'loglevel' => 1, 'message' => 'x', 'timecreated' => 1]);
        }
        scraps::clear('mine');
        foreach (['backup_controllers', 'backup_logs'] as $table) {
            $this->assertSame(['other'], array_values($DB->get_fieldset_select($table, 'backupid', '')));
        }
        $this->assertFileDoesNotExist("$CFG->backuptempdir/mine");
        $this->assertFileExists("$CFG->backuptempdir/other");
    }
}
