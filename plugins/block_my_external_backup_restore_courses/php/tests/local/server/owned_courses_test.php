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

#[\PHPUnit\Framework\Attributes\CoversClass(owned_courses::class)]
/**
 * Who owns a course: a chosen role in it or in a category above it, and nothing else.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_my_external_backup_restore_courses\local\server\owned_courses
 */
final class owned_courses_test extends \advanced_testcase {
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
    }

    /**
     * Gives a role.
     *
     * @param string $role
     * @param int $userid
     * @param \core\context $context
     */
    private function assign(string $role, int $userid, \core\context $context): void {
        global $DB;
        role_assign($DB->get_field('role', 'id', ['shortname' => $role]), $userid, $context->id);
    }

    public function test_a_role_in_the_course_or_above_it_owns_it(): void {
        $generator = $this->getDataGenerator();
        $top = $generator->create_category();
        $sub = $generator->create_category(['parent' => $top->id]);
        $beside = $generator->create_category();
        $course = $generator->create_course(['category' => $sub->id, 'visible' => 0]);
        $other = $generator->create_course(['category' => $beside->id]);
        [$teacher, $above, $site, $student] = array_map(fn() => (int) $generator->create_user()->id, range(1, 4));
        $this->assign('editingteacher', $teacher, \core\context\course::instance($course->id));
        $this->assign('editingteacher', $above, \core\context\coursecat::instance($top->id));
        $this->assign('editingteacher', $site, \core\context\system::instance());
        $this->assign('student', $student, \core\context\course::instance($course->id));
        $owners = fn(int $courseid): array => array_map(
            fn(int $userid): bool => owned_courses::owns($userid, $courseid),
            [$teacher, $above, $site, $student],
        );
        $this->assertSame([true, true, false, false], $owners($course->id));
        $this->assertSame([false, false, false, false], $owners($other->id));
        $this->assertFalse(owned_courses::owns($above, SITEID));
    }

    public function test_a_suspended_enrolment_keeps_the_role(): void {
        $generator = $this->getDataGenerator();
        $course = $generator->create_course();
        $user = $generator->create_user();
        $generator->enrol_user($user->id, $course->id, 'editingteacher', 'manual', 0, 0, ENROL_USER_SUSPENDED);
        $this->assertTrue(owned_courses::owns($user->id, $course->id));
    }

    public function test_the_roles_are_those_of_the_setting_however_it_is_written(): void {
        $generator = $this->getDataGenerator();
        $course = $generator->create_course();
        $user = $generator->create_and_enrol($course, 'teacher');
        $this->assertFalse(owned_courses::owns($user->id, $course->id));
        foreach (['teacher', "'editingteacher','teacher'", ' editingteacher , teacher '] as $setting) {
            set_config('search_roles', $setting, 'block_my_external_backup_restore_courses');
            $this->assertTrue(owned_courses::owns($user->id, $course->id), $setting);
        }
        set_config('search_roles', '', 'block_my_external_backup_restore_courses');
        $this->assertFalse(owned_courses::owns($user->id, $course->id));
    }
}
