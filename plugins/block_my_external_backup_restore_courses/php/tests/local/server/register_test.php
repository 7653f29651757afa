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

#[\PHPUnit\Framework\Attributes\CoversClass(register::class)]
/**
 * What is kept of backups for other Moodles.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_my_external_backup_restore_courses\local\server\register
 */
final class register_test extends \advanced_testcase {
    /** @var string Any content. */
    private const HASH = 'da39a3ee5e6b4b0d3255bfef95601890afd80709';

    public function test_what_goes_with_one_export_leaves_others_what_is_theirs(): void {
        global $DB;
        $this->resetAfterTest();
        foreach ([1, 2] as $exportid) {
            $DB->insert_record(register::CONTENTS, ['exportid' => $exportid, 'contenthash' => self::HASH, 'bytes' => 1]);
            $DB->insert_record(register::TICKETS, [
                'exportid' => $exportid, 'contenthash' => self::HASH, 'secret' => hash('sha256', "$exportid"), 'timeexpires' => 1,
            ]);
            $this->file($exportid);
        }
        register::empty(1);
        foreach ([register::CONTENTS, register::TICKETS] as $table) {
            $this->assertSame(['2'], array_values($DB->get_fieldset_select($table, 'exportid', '')));
        }
        $this->assertNull(register::file(1));
        $this->assertNotNull(register::file(2));
    }

    /**
     * A backup.
     *
     * @param int $exportid
     */
    private function file(int $exportid): void {
        get_file_storage()->create_file_from_string([
            'contextid' => \core\context\system::instance()->id,
            'component' => register::COMPONENT,
            'filearea' => register::AREA,
            'itemid' => $exportid,
            'filepath' => '/',
            'filename' => register::FILENAME,
        ], 'backup');
    }
}
