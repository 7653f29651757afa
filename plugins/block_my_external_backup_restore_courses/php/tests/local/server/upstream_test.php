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

use block_my_external_backup_restore_courses\tests\lender;

#[\PHPUnit\Framework\Attributes\CoversClass(upstream::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(space::class)]
/**
 * Clients that still run the earlier plugin get what they know.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_my_external_backup_restore_courses\local\server\upstream
 * @covers \block_my_external_backup_restore_courses\local\server\space
 */
final class upstream_test extends \advanced_testcase {
    /** @var lender The Moodle. */
    private lender $lender;

    /** @var \stdClass A course. */
    private \stdClass $course;

    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->course = $this->getDataGenerator()->create_course(['shortname' => 'cells', 'visible' => 0]);
        $this->lender = new lender($this->getDataGenerator());
        $this->lender->teacher('ada', $this->course->id);
    }

    public function test_courses_come_with_the_people_of_the_named_roles(): void {
        $this->lender->teacher('sue', $this->course->id, 'student');
        $courses = upstream::get_courses('ada', "'student','editingteacher'");
        $this->assertSame(['cells'], array_column($courses, 'shortname'));
        $people = explode(',', $courses[0]['concernedusers']);
        sort($people);
        $this->assertSame(['ada', 'sue'], $people);
        $this->assertSame('', upstream::get_courses('ada', '')[0]['concernedusers']);
        $this->assertSame([], upstream::get_courses('sue', 'student'));
    }

    public function test_a_whole_backup_is_made_at_once_for_who_asks(): void {
        global $USER;
        [$hash] = $this->lender->files($this->course->id, ['a.txt' => 'one']);
        $answer = upstream::get_courses_zip('ada', $this->course->id, false);
        $this->assertSame($this->lender->account->id, $USER->id);
        $file = upstream::file($answer['filerecordid']);
        $this->assertSame($answer['filename'], $file->get_filename());
        $names = array_column($file->list_files(get_file_packer('application/vnd.moodle.backup')), 'pathname');
        $this->assertContains('files/' . substr($hash, 0, 2) . "/$hash", $names);
        $this->setUser($this->lender->account());
        $this->assertSame('export_gone', lender::refused(fn() => upstream::file($answer['filerecordid'])));
    }

    public function test_no_other_file_of_this_moodle_can_be_fetched(): void {
        global $DB;
        $this->lender->files($this->course->id, ['a.txt' => 'one']);
        foreach ($DB->get_fieldset_select('files', 'id', "filename <> '.'") as $fileid) {
            $this->assertSame('export_gone', lender::refused(fn() => upstream::file((int) $fileid)));
        }
        $this->setUser($this->getDataGenerator()->create_user());
        $this->expectException(\required_capability_exception::class);
        upstream::file(1);
    }

    public function test_it_is_no_way_round_the_rights(): void {
        $this->lender->teacher('sue', $this->course->id, 'student');
        $other = $this->getDataGenerator()->create_course();
        $reasons = [
            lender::refused(fn() => upstream::get_courses_zip('sue', $this->course->id, false)),
            lender::refused(fn() => upstream::get_courses_zip('ada', $other->id, false)),
            lender::refused(fn() => upstream::get_courses_zip('ada', $this->course->id, true)),
        ];
        $this->assertSame(['not_yours', 'not_yours', 'userdata_refused'], $reasons);
    }

    public function test_an_unknown_person_is_named_as_such_a_client_knows_it(): void {
        $calls = [
            fn() => upstream::get_courses('', 'student'),
            fn() => upstream::get_courses('nobody', 'student'),
            fn() => upstream::get_courses_zip('', $this->course->id, false),
        ];
        foreach ($calls as $call) {
            try {
                $call();
                $this->fail('It answered.');
            } catch (\moodle_exception $e) {
                $this->assertSame('block_my_external_backup_restore_courses_invalid_username_exception', get_class($e));
            }
        }
    }

    public function test_a_backup_whose_client_hung_up_goes_within_the_hour(): void {
        global $DB;
        $answer = upstream::get_courses_zip('ada', $this->course->id, false);
        $DB->set_field(register::TABLE, 'heartbeat', time() - HOURSECS - 1);
        cleanup::run_task();
        $this->assertNotNull(upstream::file($answer['filerecordid']));
        $DB->set_field(register::TABLE, 'state', 'preparing');
        cleanup::run_task();
        $this->assertSame(0, $DB->count_records(register::TABLE));
    }

    public function test_a_course_that_is_larger_than_the_disk_is_refused_before_anything_is_made(): void {
        global $DB;
        [$hash] = $this->lender->files($this->course->id, ['a.txt' => 'one']);
        $DB->set_field('files', 'filesize', 1_000_000_000_000_000, ['contenthash' => $hash]);
        $asking = fn() => upstream::get_courses_zip('ada', $this->course->id, false);
        $this->assertSame('server_space', lender::refused($asking));
        $this->assertSame(0, $DB->count_records('backup_controllers'));
    }
}
