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

use block_my_external_backup_restore_courses\external\cancel_request;
use block_my_external_backup_restore_courses\external\enrol_me;
use block_my_external_backup_restore_courses\external\find_targets;
use block_my_external_backup_restore_courses\external\get_states;
use block_my_external_backup_restore_courses\external\request_courses;
use block_my_external_backup_restore_courses\external\retry_request;
use block_my_external_backup_restore_courses\local\request\requests;
use block_my_external_backup_restore_courses\tests\canned_remote;

#[\PHPUnit\Framework\Attributes\CoversClass(asking::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(rights::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(acts::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(target_courses::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(self_enrolment::class)]
/**
 * What is asked for is held against the rights of who asks, whatever the page sent.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_my_external_backup_restore_courses\local\page\asking
 * @covers \block_my_external_backup_restore_courses\local\page\rights
 * @covers \block_my_external_backup_restore_courses\local\page\acts
 * @covers \block_my_external_backup_restore_courses\local\page\target_courses
 * @covers \block_my_external_backup_restore_courses\local\page\self_enrolment
 */
final class asking_test extends \advanced_testcase {
    /** @var canned_remote Another Moodle. */
    private canned_remote $canned;

    /** @var \stdClass A teacher. */
    private \stdClass $teacher;

    /**
     * A client with a teacher, and another Moodle with a course.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        set_config('paused', 1, 'block_my_external_backup_restore_courses');
        $this->canned = new canned_remote();
        $this->teacher = $this->person('coursecreator');
        $this->canned->shows((int) $this->teacher->id, ['id' => 7, 'fullname' => 'Algebra']);
        $this->setUser($this->teacher);
    }

    public function test_a_course_is_asked_for_under_the_name_that_the_other_moodle_gives_it(): void {
        $answer = $this->ask();
        $this->assertSame('', $answer['problem']);
        $request = requests::find($answer['request']);
        $this->assertSame(['Algebra', 'new', '0', '2', 'scheduled'], [
            $request->fullname, $request->target, (string) $request->withusers, (string) $request->enrolment, $request->state,
        ]);
        $this->assertEquals([$this->teacher->id, $this->teacher->id], [$request->userid, $request->requestedby]);
    }

    /**
     * Choices that the page would not offer to this person.
     *
     * @return array[]
     */
    public static function forged(): array {
        return [
            'user data' => [['withusers' => true], 'users'],
            'enrolment methods' => [['enrolment' => 0], 'enrolment'],
            'a category' => [['categoryid' => 1], 'category'],
            'its own category' => [['target' => 'original'], 'original'],
            'no course' => [['target' => 'into'], 'course'],
            'the front page' => [['target' => 'into', 'targetcourse' => 1], 'course'],
            'a course that there is not' => [['target' => 'replace', 'targetcourse' => 999999], 'course'],
        ];
    }

    /**
     * A choice that is forged is refused.
     *
     * @dataProvider forged
     * @param array $choice
     * @param string $refusal
     */
    #[\PHPUnit\Framework\Attributes\DataProvider('forged')]
    public function test_a_forged_choice_is_refused(array $choice, string $refusal): void {
        global $DB;
        $answer = $this->ask($choice);
        $this->assertSame(get_string("refusal:$refusal", 'block_my_external_backup_restore_courses', 50), $answer['problem']);
        $this->assertSame(0, $DB->count_records(requests::TABLE));
    }

    public function test_a_course_of_somebody_else_is_no_target(): void {
        $course = $this->getDataGenerator()->create_course(['fullname' => 'Not mine']);
        $this->assertNotSame('', $this->ask(['target' => 'into', 'targetcourse' => (int) $course->id])['problem']);
        $this->assertSame([], find_targets::execute('')['courses']);
        $this->getDataGenerator()->enrol_user($this->teacher->id, $course->id, 'editingteacher');
        $this->assertSame('', $this->ask(['target' => 'into', 'targetcourse' => (int) $course->id])['problem']);
        $this->assertSame([(int) $course->id], array_column(find_targets::execute('not M')['courses'], 'id'));
        $this->assertSame([], find_targets::execute('%')['courses']);
    }

    public function test_each_course_comes_once_where_the_site_wants_it_so(): void {
        $this->ask();
        $colleague = $this->person('coursecreator');
        $this->canned->shows((int) $colleague->id, ['id' => 7]);
        $this->setUser($colleague);
        $this->assertSame(get_string('refusal:taken', 'block_my_external_backup_restore_courses'), $this->ask()['problem']);
        set_config('onlyoneremoteinstance', 0, 'block_my_external_backup_restore_courses');
        $this->assertSame('', $this->ask()['problem']);
    }

    public function test_nobody_has_more_under_way_than_the_site_allows(): void {
        set_config('queuelimit', 1, 'block_my_external_backup_restore_courses');
        $this->canned->shows((int) $this->teacher->id, ['id' => 8]);
        $this->assertSame('', $this->ask()['problem']);
        $this->assertSame(asking::words('limit'), $this->ask(['remotecourse' => 8])['problem']);
        $colleague = $this->person('coursecreator');
        $this->canned->shows((int) $colleague->id, ['id' => 8]);
        $this->setUser($colleague);
        $this->assertSame('', $this->ask(['remotecourse' => 8])['problem']);
    }

    public function test_an_admin_asks_for_somebody_with_a_category_and_a_date(): void {
        $category = $this->getDataGenerator()->create_category();
        $manager = $this->person('manager');
        $this->setUser($manager);
        $later = time() + DAYSECS;
        $answer = $this->ask(['categoryid' => (int) $category->id, 'withusers' => true], (int) $this->teacher->id, $later);
        $request = requests::find($answer['request']);
        $this->assertSame([(int) $this->teacher->id, (int) $manager->id], [(int) $request->userid, (int) $request->requestedby]);
        $this->assertSame([(int) $category->id, $later], [(int) $request->categoryid, (int) $request->timenext]);
    }

    public function test_a_request_is_stopped_and_begun_anew_by_its_owner_alone(): void {
        $id = $this->ask()['request'];
        $this->assertTrue(cancel_request::execute($id)['done']);
        $this->assertSame('cancelled', get_states::execute()[0]['state']);
        $this->assertTrue(retry_request::execute($id, false)['done']);
        $this->setUser($this->person('coursecreator'));
        $this->assertSame([], get_states::execute());
        $this->expectExceptionMessage(get_string('page:norequest', 'block_my_external_backup_restore_courses'));
        cancel_request::execute($id);
    }

    public function test_nobody_enrols_where_nothing_was_restored_or_the_other_moodle_does_not_confirm_it(): void {
        global $DB;
        $id = $this->ask()['request'];
        $course = $this->getDataGenerator()->create_course();
        $DB->update_record(requests::TABLE, ['id' => $id, 'state' => 'done', 'courseid' => $course->id, 'timeended' => time()]);
        $colleague = $this->person('coursecreator');
        $this->canned->shows((int) $colleague->id, ['id' => 7]);
        $this->setUser($colleague);
        // What it said some minutes ago does not count: it is asked now, and is not there.
        $this->assertNotSame('', enrol_me::execute($id)['problem']);
        $this->assertFalse(is_enrolled(\core\context\course::instance($course->id), $colleague));
        $this->setUser($this->teacher);
        $this->expectExceptionMessage(get_string('page:norequest', 'block_my_external_backup_restore_courses'));
        enrol_me::execute($id);
    }

    /**
     * Asks for course 7.
     *
     * @param array $choice
     * @param int $userid
     * @param int $notbefore
     * @return array
     */
    private function ask(array $choice = [], int $userid = 0, int $notbefore = 0): array {
        return request_courses::execute([$choice + [
            'remote' => 'http://127.0.0.1:9',
            'remotecourse' => 7,
            'target' => 'new',
            'categoryid' => 0,
            'targetcourse' => 0,
            'withusers' => false,
            'enrolment' => 2,
        ]], $notbefore, $userid)[0];
    }

    /**
     * Somebody with a role in the whole site.
     *
     * @param string $role
     * @return \stdClass
     */
    private function person(string $role): \stdClass {
        global $DB;
        $user = $this->getDataGenerator()->create_user();
        $roleid = $DB->get_field('role', 'id', ['shortname' => $role], MUST_EXIST);
        role_assign($roleid, $user->id, \core\context\system::instance()->id);
        return $user;
    }
}
