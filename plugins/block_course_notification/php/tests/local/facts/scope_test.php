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

namespace block_course_notification\local\facts;

use block_course_notification\tests\school;

#[\PHPUnit\Framework\Attributes\CoversClass(scope::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(exclusions::class)]
/**
 * Pairs of course and person, however they are spread.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\local\facts\scope
 * @covers \block_course_notification\local\facts\exclusions
 */
final class scope_test extends \advanced_testcase {
    public function test_the_same_people_in_many_courses_are_read_as_the_pairs_that_are_asked_for(): void {
        global $DB;
        $this->resetAfterTest();
        $this->mock_clock_with_frozen(school::NOW);
        $school = new school($this->getDataGenerator());
        $courses = [$school->course(), $school->course(), $school->course(), $school->course()];
        $users = [];
        foreach (['ann', 'bob', 'cay', 'dan'] as $at => $name) {
            $users[] = (int) $school->learner($name, $courses[0], ['role' => $name === 'cay' ? 'teacher' : 'student'])->id;
            foreach (array_slice($courses, 1) as $courseid) {
                $school->enrol($school->user($name), $courseid, [0, null]);
                $role = $DB->get_field('role', 'id', ['shortname' => 'student']);
                role_assign($role, $users[$at], \core\context\course::instance($courseid)->id);
            }
        }
        $pairs = [];
        foreach ($courses as $at => $courseid) {
            $pairs[] = [$courseid, $users[$at]];
        }
        $scope = scope::pairs($pairs);
        [$where, $params] = $scope->sql('e.courseid', 'ue.userid');
        $found = $DB->count_records_sql(
            "SELECT COUNT(1) FROM {user_enrolments} ue JOIN {enrol} e ON e.id = ue.enrolid WHERE $where",
            $params
        );
        $this->assertSame(4, (int) $found, 'the database gives four rows and not sixteen');
        $read = (new learner_facts())->read($scope);
        $keys = array_map(static fn(array $pair): string => implode(':', $pair), $pairs);
        $this->assertEqualsCanonicalizing($keys, array_keys($read));
        $whole = (new learner_facts())->read(scope::courses($courses));
        foreach ($read as $key => $learner) {
            $this->assertSame($whole[$key]->facts(), $learner->facts());
        }
        $this->assertTrue($whole["$courses[0]:$users[2]"]->facts()['excluded'], 'a teacher there');
        $this->assertFalse($read["$courses[2]:$users[2]"]->facts()['excluded'], 'and a student here');
    }
}
