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

use block_my_external_backup_restore_courses\external\get_remote_courses;
use block_my_external_backup_restore_courses\external\look_at_remote_course;
use block_my_external_backup_restore_courses\local\request\requests;
use block_my_external_backup_restore_courses\local\request\request_wish;
use block_my_external_backup_restore_courses\tests\canned_remote;

/**
 * Teachers see their courses of other Moodles, what has become of them, and what is wrong with a server.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_my_external_backup_restore_courses\local\page\remote_list
 * @covers \block_my_external_backup_restore_courses\local\page\remote_courses
 * @covers \block_my_external_backup_restore_courses\local\page\request_states
 * @covers \block_my_external_backup_restore_courses\local\page\course_look
 * @covers \block_my_external_backup_restore_courses\local\page\missing_plugins
 * @covers \block_my_external_backup_restore_courses\local\page\client_side
 */
final class remote_list_test extends \advanced_testcase {
    /** @var canned_remote Another Moodle. */
    private canned_remote $canned;

    /** @var \stdClass A teacher. */
    private \stdClass $teacher;

    /**
     * A client with a teacher, and another Moodle.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        set_config('paused', 1, 'block_my_external_backup_restore_courses');
        $this->canned = new canned_remote();
        $this->teacher = $this->person('coursecreator');
        $this->setUser($this->teacher);
    }

    public function test_a_course_is_listed_with_its_name_as_plain_text_and_no_token(): void {
        $this->canned->lists((int) $this->teacher->id, [['id' => 7, 'fullname' => 'Sets & <b>maps</b>']]);
        $page = $this->page();
        $this->assertSame(['', 1, 1], [$page['problem'], $page['total'], count($page['courses'])]);
        $this->assertSame('Sets & maps', $page['courses'][0]['fullname']);
        $this->assertTrue($page['courses'][0]['open']);
        $this->assertStringNotContainsString('secrettoken', json_encode($page));
    }

    public function test_the_way_there_is_shown_to_those_alone_who_may_follow_it(): void {
        $this->canned->lists((int) $this->teacher->id, [['id' => 7]]);
        $this->assertSame('', $this->page()['courses'][0]['url']);
        $manager = $this->person('manager');
        $this->setUser($manager);
        $this->canned->lists((int) $manager->id, [['id' => 7]]);
        $this->assertSame('http://127.0.0.1:9/course/view.php?id=7', $this->page()['courses'][0]['url']);
    }

    public function test_a_course_that_somebody_restores_is_closed_to_others_and_says_by_whom(): void {
        $this->canned->lists((int) $this->teacher->id, [['id' => 7], ['id' => 8]]);
        $colleague = $this->person('coursecreator', ['firstname' => 'Maud', 'lastname' => 'Manager']);
        requests::add($this->wish((int) $colleague->id));
        [$taken, $free] = $this->page()['courses'];
        $this->assertFalse($taken['open']);
        $this->assertSame('Maud Manager', $taken['states'][0]['who']);
        $this->assertSame([false, false], [$taken['states'][0]['maycancel'], $taken['states'][0]['mine']]);
        $this->assertTrue($free['open']);
        set_config('onlyoneremoteinstance', 0, 'block_my_external_backup_restore_courses');
        $this->assertFalse($this->page()['courses'][0]['open'], 'while it is on its way');
    }

    public function test_a_course_restored_by_a_colleague_offers_to_enrol(): void {
        global $DB;
        $this->canned->lists((int) $this->teacher->id, [['id' => 7]]);
        $course = $this->getDataGenerator()->create_course();
        $colleague = $this->person('coursecreator');
        $id = requests::add($this->wish((int) $colleague->id));
        $DB->update_record(requests::TABLE, ['id' => $id, 'state' => 'done', 'courseid' => $course->id, 'timeended' => time()]);
        $this->assertTrue($this->page()['courses'][0]['states'][0]['mayenrol']);
        $this->getDataGenerator()->enrol_user($this->teacher->id, $course->id, 'editingteacher');
        $this->assertFalse($this->page()['courses'][0]['states'][0]['mayenrol']);
        delete_course($course, false);
        $this->assertTrue($this->page()['courses'][0]['open'], 'once it is deleted');
    }

    public function test_a_server_that_cannot_be_reached_says_what_to_do(): void {
        $page = $this->page();
        $this->assertNotSame('', $page['problem']);
        $this->assertNotSame('', $page['help']);
        $this->assertSame([], $page['courses']);
    }

    public function test_a_server_that_is_not_in_the_settings_is_never_asked(): void {
        $page = get_remote_courses::execute('http://127.0.0.1:10', '', 0, 'fullname', 0, false);
        $this->assertSame(get_string('reason:server_unknown', 'block_my_external_backup_restore_courses'), $page['problem']);
    }

    public function test_nobody_sees_the_courses_of_somebody_else_but_who_manages_requests(): void {
        $other = $this->person('coursecreator');
        $this->setUser($this->person('manager'));
        $this->canned->lists((int) $other->id, [['id' => 7]]);
        $this->assertCount(1, $this->page((int) $other->id)['courses']);
        $this->setUser($this->teacher);
        $this->expectException(\required_capability_exception::class);
        $this->page((int) $other->id);
    }

    public function test_who_may_not_see_the_page_gets_no_list(): void {
        $this->setUser($this->getDataGenerator()->create_user());
        $this->expectException(\required_capability_exception::class);
        $this->page();
    }

    public function test_a_server_lists_nothing(): void {
        set_config('moodle_role', 'server', 'block_my_external_backup_restore_courses');
        $this->expectExceptionMessage(get_string('page:noclient', 'block_my_external_backup_restore_courses'));
        $this->page();
    }

    public function test_fifty_courses_take_few_queries_and_little_space(): void {
        global $DB;
        $course = static fn(int $id): array => ['id' => $id, 'fullname' => "Course number $id of this year"];
        $courses = array_map($course, range(1, 50));
        $this->canned->lists((int) $this->teacher->id, $courses);
        $this->page();
        $before = $DB->perf_get_queries();
        $page = $this->page();
        $this->assertLessThanOrEqual(10, $DB->perf_get_queries() - $before);
        $this->assertLessThan(60000, strlen(json_encode($page)));
    }

    public function test_what_this_site_lacks_is_said_before_a_course_is_asked_for(): void {
        $this->canned->shows((int) $this->teacher->id, [
            'id' => 7,
            'format' => 'nosuchformat',
            'activities' => [['name' => 'forum', 'count' => 2], ['name' => 'nosuchmod', 'count' => 3]],
            'questiontypes' => [['name' => 'nosuchtype', 'count' => 1]],
        ]);
        $look = $this->look();
        $this->assertSame('', $look['problem']);
        $this->assertCount(3, $look['lacks']);
        $this->assertStringContainsString('nosuchmod', implode($look['lacks']));
        $this->assertSame(['new'], array_column($look['targets'], 'name'));
        $this->assertFalse($look['maychoose']);
    }

    public function test_a_course_of_a_newer_moodle_is_refused_before_it_is_asked_for(): void {
        $this->canned->shows((int) $this->teacher->id, ['id' => 7, 'branch' => '999', 'release' => '9.9']);
        $this->assertStringContainsString('9.9', $this->look()['problem']);
    }

    public function test_the_category_that_is_known_on_both_sites_is_offered_where_it_is_open(): void {
        set_config('restorecourseinoriginalcategory', 1, 'block_my_external_backup_restore_courses');
        $category = $this->getDataGenerator()->create_category(['idnumber' => 'maths', 'name' => 'Mathematics']);
        $this->canned->shows((int) $this->teacher->id, ['id' => 7, 'categoryidentifier' => 'maths']);
        [$first] = $this->look()['targets'];
        $this->assertSame(['original', true], [$first['name'], $first['chosen']]);
        $this->assertStringContainsString('Mathematics', $first['text']);
        assign_capability(
            'moodle/course:create',
            CAP_PROHIBIT,
            $this->role('coursecreator'),
            \core\context\coursecat::instance($category->id)->id,
        );
        $this->assertSame(['new'], array_column($this->look()['targets'], 'name'));
    }

    /**
     * What somebody asks for: course 7.
     *
     * @param int $userid
     * @return request_wish
     */
    private function wish(int $userid): request_wish {
        return new request_wish($userid, $userid, 'http://127.0.0.1:9', 7, 'Algebra', 'ALG');
    }

    /**
     * A page of the other Moodle.
     *
     * @param int $userid
     * @return array
     */
    private function page(int $userid = 0): array {
        return get_remote_courses::execute('http://127.0.0.1:9', '', 0, 'fullname', 0, false, $userid);
    }

    /**
     * A look at its course 7.
     *
     * @return array
     */
    private function look(): array {
        return look_at_remote_course::execute('http://127.0.0.1:9', 7);
    }

    /**
     * Somebody with a role in the whole site.
     *
     * @param string $role
     * @param array $fields
     * @return \stdClass
     */
    private function person(string $role, array $fields = []): \stdClass {
        $user = $this->getDataGenerator()->create_user($fields);
        role_assign($this->role($role), $user->id, \core\context\system::instance()->id);
        return $user;
    }

    /**
     * A role by its short name.
     *
     * @param string $shortname
     * @return int
     */
    private function role(string $shortname): int {
        global $DB;
        return (int) $DB->get_field('role', 'id', ['shortname' => $shortname], MUST_EXIST);
    }
}
