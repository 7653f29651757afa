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
use block_my_external_backup_restore_courses\task\export_task;
use block_my_external_backup_restore_courses\tests\lender;

#[\PHPUnit\Framework\Attributes\CoversClass(exports::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(export_maker::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(export_worker::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(export_controller::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(export_settings::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(export_keeping_step::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(content_list::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(leave::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(register::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(scraps::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\block_my_external_backup_restore_courses\local\scraps::class)]
/**
 * A backup for a client, from the wish to the deletion.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_my_external_backup_restore_courses\local\server\exports
 * @covers \block_my_external_backup_restore_courses\local\server\export_maker
 * @covers \block_my_external_backup_restore_courses\local\server\export_worker
 * @covers \block_my_external_backup_restore_courses\local\server\export_controller
 * @covers \block_my_external_backup_restore_courses\local\server\export_settings
 * @covers \block_my_external_backup_restore_courses\local\server\export_keeping_step
 * @covers \block_my_external_backup_restore_courses\local\server\content_list
 * @covers \block_my_external_backup_restore_courses\local\server\leave
 * @covers \block_my_external_backup_restore_courses\local\server\register
 * @covers \block_my_external_backup_restore_courses\local\scraps
 */
final class exports_test extends \advanced_testcase {
    /** @var lender The Moodle. */
    private lender $lender;

    /** @var \stdClass A course. */
    private \stdClass $course;

    /** @var \stdClass Its teacher. */
    private \stdClass $teacher;

    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->course = $this->getDataGenerator()->create_course();
        $this->lender = new lender($this->getDataGenerator());
        $this->teacher = $this->lender->teacher('ada', $this->course->id);
    }

    /**
     * What backups leave on the disk and on record.
     *
     * @return array
     */
    private function left(): array {
        global $CFG, $DB;
        $folder = array_diff(scandir($CFG->backuptempdir), ['.', '..', '.htaccess']);
        return [array_values($folder), $DB->count_records('backup_controllers'), $DB->count_records('backup_logs')];
    }

    public function test_a_backup_is_made_in_the_background_and_leaves_nothing_but_itself(): void {
        global $DB;
        $files = ['a.txt' => 'one', 'b.txt' => 'two', 'again.txt' => 'one', 'empty.txt' => ''];
        $hashes = $this->lender->files($this->course->id, $files);
        $before = $this->left();
        $name = $this->lender->ask('ada', $this->course->id);
        $this->assertSame('waiting', exports::get_export($name)['state']);
        $this->assertCount(1, \core\task\manager::get_adhoc_tasks(export_task::class));
        $this->lender->work($name);
        $state = exports::get_export($name);
        $this->assertSame(['ready', '', 100, 3, 6], [
            $state['state'], $state['reason'], $state['share'], $state['contents'], $state['contentbytes'],
        ]);
        $this->assertSame($hashes, array_column(contents::get_contents($name, '', 100), 'contenthash'));
        $export = register::own($name);
        $file = register::file((int) $export->id);
        $this->assertSame($state['contenthash'], $file->get_contenthash());
        $this->assertSame($state['digest'], hash('sha256', $file->get_content()));
        $this->assertSame($before, $this->left());
        $this->assertFalse($DB->record_exists('files', ['component' => 'backup']));
        $this->assertFalse($DB->record_exists('files', ['component' => 'user', 'filearea' => 'backup']));
    }

    public function test_the_contents_of_files_stay_out_of_the_backup_and_the_list_of_them_is_in_it(): void {
        [$hash] = $this->lender->files($this->course->id, ['a.txt' => 'one']);
        $folder = $this->lender->unpack($this->lender->export('ada', $this->course->id));
        $this->assertDirectoryDoesNotExist("$folder/files");
        $this->assertStringContainsString($hash, file_get_contents("$folder/files.xml"));
    }

    public function test_a_content_that_this_moodle_lost_is_not_promised(): void {
        global $CFG;
        [$hash] = $this->lender->files($this->course->id, ['a.txt' => 'one']);
        unlink("$CFG->dataroot/filedir/" . substr($hash, 0, 2) . '/' . substr($hash, 2, 2) . "/$hash");
        $export = $this->lender->export('ada', $this->course->id);
        $this->assertSame(['ready', 0], [$export->state, exports::get_export($export->name)['contents']]);
    }

    public function test_no_default_of_the_site_changes_what_a_backup_holds(): void {
        set_config('backup_general_blocks', 0, 'backup');
        set_config('backup_general_activities', 0, 'backup');
        set_config('backup_general_activities_locked', 1, 'backup');
        set_config('backup_general_users', 1, 'backup');
        set_config('backup_general_users_locked', 1, 'backup');
        set_config('backup_general_files_locked', 1, 'backup');
        $this->getDataGenerator()->create_module('page', ['course' => $this->course->id]);
        $folder = $this->lender->unpack($this->lender->export('ada', $this->course->id));
        $this->assertNotEmpty(glob("$folder/activities/page_*/page.xml"));
        $this->assertFileDoesNotExist("$folder/users.xml");
        $this->assertStringContainsString('<include_files>0</include_files>', file_get_contents("$folder/moodle_backup.xml"));
    }

    public function test_user_data_leave_where_the_right_or_the_site_lets_them(): void {
        global $DB;
        $asking = fn() => $this->lender->ask('ada', $this->course->id, true);
        $this->assertSame('userdata_refused', lender::refused($asking));
        set_config('userdatafor', 'everybody', 'block_my_external_backup_restore_courses');
        $folder = $this->lender->unpack($this->lender->export('ada', $this->course->id, true));
        $this->assertStringContainsString('<username>ada</username>', file_get_contents("$folder/users.xml"));
        set_config('userdatafor', 'permitted', 'block_my_external_backup_restore_courses');
        $role = $DB->get_field('role', 'id', ['shortname' => 'editingteacher']);
        assign_capability('moodle/backup:userinfo', CAP_ALLOW, $role, \core\context\course::instance($this->course->id)->id);
        $this->assertSame('ready', $this->lender->export('ada', $this->course->id, true)->state);
    }

    public function test_somebody_who_may_not_configure_backups_gets_the_same_one(): void {
        global $DB;
        $role = $DB->get_field('role', 'id', ['shortname' => 'editingteacher']);
        $context = \core\context\course::instance($this->course->id);
        assign_capability('moodle/backup:configure', CAP_PROHIBIT, $role, $context->id);
        $this->getDataGenerator()->create_module('page', ['course' => $this->course->id]);
        $folder = $this->lender->unpack($this->lender->export('ada', $this->course->id));
        $this->assertNotEmpty(glob("$folder/activities/page_*/page.xml"));
        assign_capability('moodle/backup:backupcourse', CAP_PROHIBIT, $role, $context->id);
        $this->assertSame('backup_right', lender::refused(fn() => $this->lender->ask('ada', $this->course->id)));
    }

    public function test_forged_wishes_are_refused_before_anything_is_made(): void {
        global $DB;
        $other = $this->getDataGenerator()->create_course();
        $this->lender->teacher('eve', $other->id, 'student');
        $reasons = [
            lender::refused(fn() => $this->lender->ask('ada', $other->id)),
            lender::refused(fn() => $this->lender->ask('eve', $other->id)),
            lender::refused(fn() => $this->lender->ask('', $this->course->id)),
            lender::refused(fn() => $this->lender->ask('ada', 999999)),
            lender::refused(fn() => $this->lender->ask('ada', SITEID)),
            lender::refused(fn() => exports::ask_for_export('username', 'ada', $this->course->id, false, 404, random_string(40))),
        ];
        $this->assertSame(['not_yours', 'not_yours', 'user_unknown', 'course_gone', 'course_gone', 'server_newer'], $reasons);
        $this->assertSame(0, $DB->count_records(register::TABLE));
    }

    public function test_the_same_wish_is_the_same_backup(): void {
        $wish = random_string(40);
        $name = $this->lender->ask('ada', $this->course->id, false, $wish);
        $this->assertSame($name, $this->lender->ask('ada', $this->course->id, false, $wish));
        $this->assertCount(1, \core\task\manager::get_adhoc_tasks(export_task::class));
        $other = $this->getDataGenerator()->create_course();
        $this->getDataGenerator()->enrol_user($this->teacher->id, $other->id, 'editingteacher');
        $this->expectException(\invalid_parameter_exception::class);
        $this->lender->ask('ada', $other->id, false, $wish);
    }

    public function test_two_backups_of_one_person_do_not_touch_each_other(): void {
        $this->lender->files($this->course->id, ['a.txt' => 'one']);
        $first = $this->lender->export('ada', $this->course->id);
        $second = $this->lender->export('ada', $this->course->id);
        exports::confirm_export($first->name);
        $this->assertSame('export_gone', lender::refused(fn() => exports::get_export($first->name)));
        $this->assertNull(register::file((int) $first->id));
        $this->assertSame('ready', exports::get_export($second->name)['state']);
        $this->assertNotNull(register::file((int) $second->id));
        $this->assertCount(1, contents::get_contents($second->name, '', 10));
        $this->assertTrue(exports::confirm_export($first->name)['done']);
    }

    public function test_rights_that_were_lost_while_it_waited_are_missed(): void {
        $names = array_map(fn() => $this->lender->ask('ada', $this->course->id), range(1, 3));
        role_unassign_all(['userid' => $this->teacher->id]);
        $this->lender->work($names[0]);
        $this->assertSame(['failed', 'not_yours'], array_slice(array_values(exports::get_export($names[0])), 0, 2));
        $this->getDataGenerator()->enrol_user($this->teacher->id, $this->course->id, 'editingteacher');
        set_config('moodle_role', 'client', 'block_my_external_backup_restore_courses');
        $this->lender->work($names[1]);
        set_config('moodle_role', 'both', 'block_my_external_backup_restore_courses');
        $this->assertSame('service_off', exports::get_export($names[1])['reason']);
        delete_course($this->course->id, false);
        $this->lender->work($names[2]);
        $this->assertSame('course_gone', exports::get_export($names[2])['reason']);
    }

    public function test_a_process_that_has_long_been_running_knows_of_new_teachers(): void {
        global $DB;
        $course = $this->getDataGenerator()->create_course();
        $context = \core\context\course::instance($course->id);
        $this->assertFalse(has_capability('moodle/backup:backupcourse', $context, $this->teacher));
        // As another process does it in the same second.
        $role = $DB->get_field('role', 'id', ['shortname' => 'editingteacher']);
        $DB->insert_record('role_assignments', (object) [
            'roleid' => $role,
            'contextid' => $context->id,
            'userid' => $this->teacher->id,
            'timemodified' => time(),
        ]);
        $export = register::add((int) $this->teacher->id, (int) $course->id, false, false, random_string(40));
        $this->lender->work($export->name);
        $state = exports::get_export($export->name);
        $this->assertSame(['ready', ''], [$state['state'], $state['reason']]);
    }

    public function test_a_suspended_account_gets_no_backup(): void {
        global $DB;
        $name = $this->lender->ask('ada', $this->course->id);
        $DB->set_field('user', 'suspended', 1, ['id' => $this->teacher->id]);
        $this->lender->work($name);
        $this->assertSame(['failed', 'user_unknown'], array_slice(array_values(exports::get_export($name)), 0, 2));
    }

    public function test_a_client_that_was_shut_out_gets_no_backup(): void {
        global $DB;
        $name = $this->lender->ask('ada', $this->course->id);
        $DB->set_field('user', 'suspended', 1, ['id' => $this->lender->account->id]);
        $this->lender->work($name);
        $this->assertSame(['failed', 'service_off'], array_slice(array_values(exports::get_export($name)), 0, 2));
    }

    public function test_a_cancelled_backup_is_not_made(): void {
        global $DB;
        $name = $this->lender->ask('ada', $this->course->id);
        exports::cancel_export($name);
        $this->lender->work($name);
        $this->assertSame('cancelled', exports::get_export($name)['state']);
        $ready = $this->lender->export('ada', $this->course->id);
        exports::cancel_export($ready->name);
        $this->assertSame('cancelled', exports::get_export($ready->name)['state']);
        $this->assertSame(0, $DB->count_records('files', ['component' => 'block_my_external_backup_restore_courses']));
        $this->assertTrue(exports::cancel_export('unknown')['done']);
    }

    public function test_a_backup_that_is_cancelled_while_it_is_made_stops_and_leaves_nothing(): void {
        global $DB;
        $name = $this->lender->ask('ada', $this->course->id);
        $export = register::own($name);
        register::claim((int) $export->id);
        $before = $this->left();
        $controller = new export_controller($export);
        $controller->settle();
        exports::cancel_export($name);
        try {
            $controller->execute_plan();
            $this->fail('It went on.');
        } catch (cancelled $cancelled) {
            $controller->destroy();
            scraps::clear($DB->get_field(register::TABLE, 'backupid', ['id' => $export->id]));
        }
        $this->assertSame($before, $this->left());
        $this->assertNull(register::file((int) $export->id));
    }

    public function test_a_backup_that_cannot_be_written_says_so_and_leaves_nothing(): void {
        global $CFG, $DB;
        $before = $this->left();
        $name = $this->lender->ask('ada', $this->course->id);
        $folder = $CFG->backuptempdir;
        $CFG->backuptempdir = '/dev/null/unwritable';
        // Core warns that it cannot make the folder, and newer test runners fail for that alone.
        @$this->lender->work($name);
        $CFG->backuptempdir = $folder;
        $this->assertSame(['failed', 'backup_failed'], array_slice(array_values(exports::get_export($name)), 0, 2));
        $this->assertSame($before, $this->left());
        $this->assertSame(0, $DB->count_records('files', ['component' => 'block_my_external_backup_restore_courses']));
    }

    public function test_another_account_does_not_know_it(): void {
        $export = $this->lender->export('ada', $this->course->id);
        $this->setUser($this->lender->account());
        $this->assertSame('export_gone', lender::refused(fn() => exports::get_export($export->name)));
        $this->assertSame('export_gone', lender::refused(fn() => contents::get_contents($export->name, '', 10)));
        $this->assertSame('export_gone', lender::refused(fn() => contents::get_tickets($export->name, [])));
        exports::confirm_export($export->name);
        exports::cancel_export($export->name);
        $this->lender->log_in();
        $this->assertSame('ready', exports::get_export($export->name)['state']);
    }

    public function test_a_backup_is_made_as_the_person_who_wants_it(): void {
        $sink = $this->redirectEvents();
        $this->lender->export('ada', $this->course->id);
        $made = array_filter($sink->get_events(), fn($event): bool => $event instanceof \core\event\course_backup_created);
        $this->assertEquals([$this->teacher->id], array_values(array_map(fn($event) => $event->userid, $made)));
    }
}
