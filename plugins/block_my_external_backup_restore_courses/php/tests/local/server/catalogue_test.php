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

/**
 * The list of a person's courses, and what is told of one.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_my_external_backup_restore_courses\local\server\catalogue
 * @covers \block_my_external_backup_restore_courses\local\server\category_identifiers
 * @covers \block_my_external_backup_restore_courses\local\server\course_facts
 * @covers \block_my_external_backup_restore_courses\local\server\course_files
 */
final class catalogue_test extends \advanced_testcase {
    /** @var lender The Moodle. */
    private lender $lender;

    /** @var \stdClass A teacher. */
    private \stdClass $teacher;

    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->lender = new lender($this->getDataGenerator());
        $this->teacher = $this->getDataGenerator()->create_user(['username' => 'ada']);
    }

    /**
     * Short names of a page.
     *
     * @param string $search
     * @param int $categoryid
     * @param string $sort
     * @param int $page
     * @param int $perpage
     * @return string[]
     */
    private function names(
        string $search = '',
        int $categoryid = 0,
        string $sort = 'shortname',
        int $page = 0,
        int $perpage = 50,
    ): array {
        $list = catalogue::list_courses('username', 'ada', $search, $categoryid, $sort, $page, $perpage);
        return array_column($list['courses'], 'shortname');
    }

    /**
     * A course of the teacher.
     *
     * @param array $course
     * @return \stdClass
     */
    private function course(array $course): \stdClass {
        $made = $this->getDataGenerator()->create_course($course);
        $this->getDataGenerator()->enrol_user($this->teacher->id, $made->id, 'editingteacher');
        return $made;
    }

    public function test_a_page_is_searched_filtered_sorted_and_counted(): void {
        $generator = $this->getDataGenerator();
        $top = $generator->create_category(['name' => 'Sciences']);
        $sub = $generator->create_category(['name' => 'Biology', 'parent' => $top->id]);
        $this->course(['shortname' => 'b', 'fullname' => '50% of life', 'category' => $sub->id, 'startdate' => 300]);
        $this->course(['shortname' => 'a', 'fullname' => 'Cells', 'category' => $top->id, 'startdate' => 9, 'idnumber' => 'LIFE']);
        $this->course(['shortname' => 'c', 'fullname' => 'Verbs', 'startdate' => 400]);
        $generator->create_course(['shortname' => 'd', 'fullname' => 'Life of others']);
        $this->assertSame(['a', 'b', 'c'], $this->names());
        $this->assertSame(['c', 'b', 'a'], $this->names(sort: 'startdate'));
        $this->assertSame(['a', 'b'], $this->names('life'));
        $this->assertSame(['b'], $this->names('50%'));
        $this->assertSame([], $this->names("x' OR 1=1 --"));
        $this->assertSame(['a', 'b'], $this->names(categoryid: $top->id));
        $this->assertSame(['b'], $this->names(categoryid: $sub->id));
        $this->assertSame(['b', 'c'], array_merge($this->names(page: 1, perpage: 1), $this->names(page: 2, perpage: 1)));
        $list = catalogue::list_courses('username', 'ada', 'life', 0, 'newest', 0, 1);
        $this->assertSame([2, 1], [$list['total'], count($list['courses'])]);
        $this->assertContains('Sciences / Biology', array_column($list['categories'], 'name'));
    }

    public function test_equal_names_are_on_one_page_each(): void {
        foreach (range(1, 6) as $number) {
            $this->course(['fullname' => 'Same', 'shortname' => "s$number"]);
        }
        $pages = array_map(fn(int $page): array => $this->names(sort: 'fullname', page: $page, perpage: 2), [0, 1, 2]);
        $this->assertCount(6, array_unique(array_merge(...$pages)));
    }

    public function test_many_courses_take_few_queries(): void {
        global $DB;
        foreach (range(1, 60) as $number) {
            $this->course(['shortname' => "s$number"]);
        }
        set_config('restorecourseinoriginalcategory', 1, 'block_my_external_backup_restore_courses');
        $before = $DB->perf_get_queries();
        $this->assertCount(50, $this->names());
        $this->assertLessThanOrEqual(15, $DB->perf_get_queries() - $before);
    }

    public function test_categories_are_identified_by_what_the_settings_name_and_the_database_has(): void {
        $category = $this->getDataGenerator()->create_category(['idnumber' => 'BIO']);
        $this->course(['category' => $category->id]);
        $courses = fn(): array => catalogue::list_courses('username', 'ada', '', 0, 'newest', 0, 1)['courses'];
        $identifier = fn(): string => $courses()[0]['categoryidentifier'];
        $this->assertSame('', $identifier());
        set_config('restorecourseinoriginalcategory', 1, 'block_my_external_backup_restore_courses');
        $this->assertSame('BIO', $identifier());
        $nonsense = [
            ['categorytable', 'course_categories} cc JOIN {user'],
            ['categorytable', 'no_such_table'],
            ['categorytable_categoryfield', 'idnumber, (SELECT 1)'],
            ['categorytable_foreignkey', '1=1 OR id'],
            ['categorytable_foreignkey', 'name'],
        ];
        foreach ($nonsense as [$setting, $value]) {
            set_config($setting, $value, 'block_my_external_backup_restore_courses');
            $this->assertSame('', $identifier(), $value);
            unset_config($setting, 'block_my_external_backup_restore_courses');
        }
        $this->assertSame('BIO', $identifier());
    }

    public function test_a_course_is_described_before_it_is_asked_for(): void {
        $course = $this->course(['format' => 'weeks']);
        $this->lender->files($course->id, ['a.txt' => 'one', 'b.txt' => 'four', 'copy.txt' => 'one']);
        $bank = $this->getDataGenerator()->get_plugin_generator('core_question');
        $quiz = $this->getDataGenerator()->create_module('quiz', ['course' => $course->id]);
        $category = $bank->create_question_category(['contextid' => \core\context\module::instance($quiz->cmid)->id]);
        $bank->create_question('truefalse', null, ['category' => $category->id]);
        $facts = catalogue::look_at_course('username', 'ada', $course->id);
        $this->assertSame([2, 7, 1, 'weeks'], [$facts['contents'], $facts['bytes'], $facts['people'], $facts['format']]);
        $this->assertEquals(['folder' => 1, 'quiz' => 1], array_column($facts['activities'], 'count', 'name'));
        $this->assertEquals(['truefalse' => 1], array_column($facts['questiontypes'], 'count', 'name'));
        $this->assertFalse($facts['userdata']);
        set_config('userdatafor', 'everybody', 'block_my_external_backup_restore_courses');
        $this->assertTrue(catalogue::look_at_course('username', 'ada', $course->id)['userdata']);
    }

    public function test_a_course_of_somebody_else_is_not_described(): void {
        $course = $this->getDataGenerator()->create_course();
        $this->assertSame('not_yours', lender::refused(fn() => catalogue::look_at_course('username', 'ada', $course->id)));
        $this->assertSame('course_gone', lender::refused(fn() => catalogue::look_at_course('username', 'ada', 999999)));
        $this->assertSame('course_gone', lender::refused(fn() => catalogue::look_at_course('username', 'ada', SITEID)));
    }
}
