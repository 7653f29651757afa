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

use block_course_notification\local\course\register;
use block_course_notification\local\course\why;
use block_course_notification\local\rules\signals;
use block_course_notification\local\send\sender;
use block_course_notification\tests\school;
use block_course_notification\tests\school_testcase;

#[\PHPUnit\Framework\Attributes\CoversClass(exclusions::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(opt_outs::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(learner_facts::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\block_course_notification\local\course\why::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\block_course_notification\local\course\register::class)]
/**
 * Facts that are read in sets are what core says of each person alone.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\local\facts\exclusions
 * @covers \block_course_notification\local\facts\opt_outs
 * @covers \block_course_notification\local\facts\learner_facts
 * @covers \block_course_notification\local\course\why
 * @covers \block_course_notification\local\course\register
 */
final class facts_test extends school_testcase {
    public function test_exclusion_is_what_core_says_of_roles_and_overrides(): void {
        global $DB;
        $category = $this->getDataGenerator()->create_category();
        $courses = [$this->school->course(['category' => $category->id]), $this->school->course(['category' => $category->id])];
        $names = ['manager', 'coursecreator', 'editingteacher', 'teacher', 'student', 'guest', 'user'];
        $roles = $DB->get_records_list('role', 'shortname', $names, 'id', 'shortname, id');
        $roles = array_map(static fn(\stdClass $role): int => (int) $role->id, $roles);
        $contexts = [\core\context\coursecat::instance($category->id), ...array_map(\core\context\course::instance(...), $courses)];
        $capabilities = ['block/course_notification:benotified', 'block/course_notification:excludefromnotification'];
        mt_srand(7);
        $seen = [];
        for ($round = 0; $round < 40; $round++) {
            if ($round % 4 === 0) {
                // Overrides meet each other, but none lasts: in the end everybody would be excluded.
                $DB->delete_records_list('role_capabilities', 'contextid', array_column($contexts, 'id'));
                accesslib_clear_all_caches_for_unit_testing();
            }
            $users = [];
            for ($number = 0; $number < 3; $number++) {
                $role = $number === 0 ? 'student' : '';
                $user = $this->school->learner("user$round-$number", $courses[$number % 2], ['role' => $role]);
                foreach ($number === 0 ? [] : (array) array_rand($roles, mt_rand(1, 3)) as $name) {
                    role_assign($roles[$name], $user->id, $contexts[mt_rand(0, 2)]->id);
                }
                $users[] = [$courses[$number % 2], (int) $user->id];
            }
            $context = $contexts[mt_rand(0, 2)];
            $permission = [CAP_ALLOW, CAP_PREVENT, CAP_PROHIBIT, CAP_INHERIT][mt_rand(0, 3)];
            assign_capability($capabilities[mt_rand(0, 1)], $permission, $roles[array_rand($roles)], $context->id, true);
            $learners = (new learner_facts())->read(scope::pairs($users));
            foreach ($users as [$courseid, $userid]) {
                $context = \core\context\course::instance($courseid);
                $expected = has_capability($capabilities[1], $context, $userid, false)
                    || !has_capability($capabilities[0], $context, $userid, false);
                $this->assertSame($expected, $learners["$courseid:$userid"]->facts()['excluded'], "round $round");
                $seen[(int) $expected] = ($seen[(int) $expected] ?? 0) + 1;
            }
        }
        $this->assertGreaterThan(10, min($seen));
    }

    public function test_opting_out_is_what_core_does_with_a_message(): void {
        global $DB;
        $courseid = $this->school->course();
        $base = 'message_provider_block_course_notification_firstassign_enabled';
        $preferences = ['nothing' => 'none', 'mail' => 'email', 'web' => 'popup', 'both' => 'popup,email', 'default' => ''];
        foreach ($preferences as $name => $value) {
            $user = $this->school->learner($name, $courseid);
            if ($value !== '') {
                set_user_preference($base, $value, $user);
            }
        }
        $this->school->learner('stopped', $courseid, ['user' => ['emailstop' => 1]]);
        $this->assertSame(['nothing', 'stopped'], $this->opted_out($courseid, 'firstassign'));
        $this->assertSame(['stopped'], $this->opted_out($courseid, 'firstcall'));
        set_config('email_provider_block_course_notification_firstassign_locked', 1, 'message');
        $this->assertSame([], $this->opted_out($courseid, 'firstassign'));
        set_config('email_provider_block_course_notification_firstassign_locked', 0, 'message');
        set_config('block_course_notification_closed_disable', 1, 'message');
        $this->assertCount(6, $this->opted_out($courseid, 'closed'));
        $DB->delete_records('user_preferences', ['name' => $base]);
        $this->assertSame(['stopped'], $this->opted_out($courseid, 'firstassign'));
    }

    public function test_large_courses_are_read_in_parts_and_nobody_is_lost(): void {
        $courses = [$this->school->course(), $this->school->course(), $this->school->course()];
        foreach ([7, 3, 1] as $at => $count) {
            for ($number = 0; $number < $count; $number++) {
                $this->school->learner("c$at-$number", $courses[$at]);
            }
        }
        $facts = new learner_facts();
        $found = [];
        $parts = 0;
        foreach (courses::parts(3) as $scope) {
            $learners = $facts->read($scope);
            $this->assertLessThanOrEqual(3, count($learners));
            array_push($found, ...array_keys($learners));
            $parts++;
        }
        $this->assertCount(11, array_unique($found));
        $this->assertCount(11, $found);
        $this->assertGreaterThanOrEqual(5, $parts);
    }

    public function test_why_names_the_rule_and_the_moment_that_comes(): void {
        $courseid = $this->school->course();
        $user = $this->school->learner('sue', $courseid, ['enrolments' => [[-DAYSECS, 9 * DAYSECS]], 'seen' => -3600]);
        $why = why::explain($courseid, (int) $user->id);
        $this->assertSame(signals::SIGNALS, array_keys($why));
        $this->assertSame(
            ['A', 'accessed', null],
            [$why['firstassign']['trap'], $why['firstassign']['reason'], $why['firstassign']['timedue']]
        );
        $this->assertSame(['', 'accepted'], [$why['twoweeksnearend']['trap'], $why['twoweeksnearend']['reason']]);
        $this->assertSame(['D', school::NOW + 2 * DAYSECS], [$why['oneweeknearend']['trap'], $why['oneweeknearend']['timedue']]);
        $this->assertSame('off', $why['fivedaystoend']['reason']);
        $this->assertSame([], why::explain($courseid, 2));
    }

    public function test_forgetting_sends_again_and_marking_sends_nothing(): void {
        $courseid = $this->school->course();
        $sue = $this->school->learner('sue', $courseid);
        $this->school->learner('kiri', $courseid);
        $sink = $this->redirectMessages();
        (new sender())->run();
        $this->assertSame(1, register::reset($courseid, (int) $sue->id, 'firstassign'));
        $this->assertSame(1, (new sender())->run()->total('sent'));
        $this->assertSame(2, register::reset($courseid));
        $this->assertSame(2, register::mark($courseid));
        $this->assertSame(0, (new sender())->run()->total('accepted'));
        $this->assertCount(3, $sink->get_messages());
    }

    public function test_a_block_that_cannot_be_read_is_off(): void {
        global $DB;
        $courseid = $this->school->course();
        $this->assertTrue(course_settings::of($courseid)['enable']);
        $DB->set_field('block_instances', 'configdata', base64_encode('i:5;'), ['blockname' => 'course_notification']);
        $this->assertSame([false, []], [course_settings::of($courseid)['enable'], course_settings::of($courseid)['on']]);
        $this->assertFalse(course_settings::of(1)['enable']);
    }

    /**
     * Who gets a signal nowhere.
     *
     * @param int $courseid
     * @param string $signal
     * @return string[]
     */
    private function opted_out(int $courseid, string $signal): array {
        $names = [];
        foreach ((new learner_facts())->read(scope::courses([$courseid])) as $learner) {
            if (in_array($signal, $learner->facts()['optedout'], true)) {
                $names[] = $this->school->name($learner->userid);
            }
        }
        return $names;
    }
}
