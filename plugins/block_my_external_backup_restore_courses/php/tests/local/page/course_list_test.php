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

namespace block_my_external_backup_restore_courses\local\page;

use block_my_external_backup_restore_courses\local\request\requests;
use block_my_external_backup_restore_courses\tests\canned_remote;

#[\PHPUnit\Framework\Attributes\CoversClass(course_list::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(admin_act::class)]
/**
 * A list is read as a whole, and nothing of it is asked for while a line of it is wrong.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_my_external_backup_restore_courses\local\page\course_list
 * @covers \block_my_external_backup_restore_courses\local\page\admin_act
 */
final class course_list_test extends \advanced_testcase {
    /** @var canned_remote Another Moodle. */
    private canned_remote $canned;

    /**
     * A client with a teacher, and another Moodle with a course.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->setAdminUser();
        set_config('paused', 1, 'block_my_external_backup_restore_courses');
        $this->canned = new canned_remote();
        $teacher = $this->getDataGenerator()->create_user(['username' => 'tom', 'email' => 'tom@example.com']);
        $this->canned->shows((int) $teacher->id, ['id' => 7]);
        $this->canned->shows((int) $teacher->id, ['id' => 8]);
    }

    public function test_a_sound_list_is_asked_for_as_a_whole(): void {
        global $DB;
        $category = $this->getDataGenerator()->create_category(['idnumber' => 'maths']);
        $list = new course_list(implode("\r\n", [
            'server;course;user;category;notbefore',
            '127.0.0.1:9;7;tom;maths;2099-12-24',
            'http://127.0.0.1:9/;8;tom@example.com;;',
            '',
        ]));
        $this->assertSame([], $list->problems());
        $this->assertSame(0, $DB->count_records(requests::TABLE));
        $this->assertSame(2, $list->run());
        $request = $DB->get_record(requests::TABLE, ['remotecourse' => 7]);
        $this->assertSame((int) $category->id, (int) $request->categoryid);
        $this->assertGreaterThan(time() + YEARSECS, (int) $request->timenext);
    }

    public function test_mistakes_are_told_by_line_and_column_and_nothing_is_asked_for(): void {
        $list = new course_list(implode("\n", [
            'server,course,user,category,userdata,notbefore',
            '127.0.0.1:9,7,tom,,,',
            'nowhere,x,nobody,nosuch,maybe,2026-02-31',
            '127.0.0.1:9,7',
        ]));
        $found = array_map(static fn(array $problem): string => "$problem[line] $problem[column]", $list->problems());
        sort($found);
        $this->assertSame(['3 category', '3 course', '3 notbefore', '3 server', '3 user', '3 userdata', '4 '], $found);
        $this->assertFalse($list->export()['sound']);
    }

    public function test_headings_that_are_missing_or_unknown_are_told(): void {
        $list = new course_list("server,kurs,user\n127.0.0.1:9,7,tom");
        $this->assertSame(['course', 'kurs'], array_column($list->problems(), 'column'));
        $this->assertNotSame([], (new course_list('server,course,user'))->problems());
    }

    public function test_an_act_leaves_alone_what_it_cannot_be_done_to(): void {
        global $DB;
        (new course_list("server,course,user\n127.0.0.1:9,7,tom\n127.0.0.1:9,8,tom"))->run();
        $ids = array_map('intval', $DB->get_fieldset_select(requests::TABLE, 'id', ''));
        $this->assertSame(0, (new admin_act('retry', $ids))->count());
        $this->assertSame(2, (new admin_act('cancel', [...$ids, 999999]))->run());
        $this->assertSame(1, (new admin_act('retry', [$ids[0]]))->run());
        $this->assertSame(1, (new admin_act('delete', $ids))->run());
        $this->assertSame([$ids[0]], array_map('intval', $DB->get_fieldset_select(requests::TABLE, 'id', '')));
    }
}
