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

namespace block_course_notification\local\send;

use block_course_notification\local\plan\pending;
use block_course_notification\local\plan\reconciler;
use block_course_notification\tests\school;

#[\PHPUnit\Framework\Attributes\CoversClass(sender::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\block_course_notification\local\plan\planner::class)]
/**
 * Learners for each row and each boundary of what the plugin promises, over three weeks: exactly the expected messages.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\local\send\sender
 * @covers \block_course_notification\local\plan\planner
 */
final class scenario_test extends \advanced_testcase {
    /** @var int Seconds in a day. */
    private const DAY = DAYSECS;

    /** @var int Runs are six hours apart. */
    private const STEP = 6 * HOURSECS;

    /** @var school The courses and learners. */
    private school $school;

    /** @var array<string, int> Courses by name. */
    private array $courses = [];

    /** @var array<string, string[]> What is expected by learner: `signal@hours`. */
    private array $expected = [];

    /** @var array<int, \Closure[]> What happens meanwhile, by hours. */
    private array $meanwhile = [];

    /**
     * Makes the courses and the learners.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->mock_clock_with_frozen(school::NOW);
        set_config('bulklimit', 0, 'block_course_notification');
        $this->school = new school($this->getDataGenerator());
        $this->make_courses();
        $this->make_newcomers();
        $this->make_visitors();
        $this->make_unconcerned();
        $this->make_leavers();
        $this->make_changes();
        pending::flush();
    }

    public function test_seven_runs_in_a_row_send_what_one_run_sends(): void {
        $got = $this->run_at(0);
        for ($run = 2; $run <= 7; $run++) {
            $this->assertSame([], $this->run_at(0), "run $run sends nothing");
        }
        $this->assertSame($this->expected_at(0), $got);
    }

    public function test_three_weeks_bring_exactly_the_expected_messages(): void {
        $got = array_fill_keys(array_keys($this->expected), []);
        for ($hours = 0; $hours <= 21 * 24; $hours += 6) {
            foreach ($this->meanwhile[$hours] ?? [] as $change) {
                $change();
            }
            foreach ($this->run_at($hours) as $name => $signals) {
                foreach ($signals as $signal) {
                    $got[$name][] = "$signal@$hours";
                }
            }
        }
        ksort($got);
        ksort($this->expected);
        $this->assertSame($this->expected, $got);
    }

    public function test_the_nightly_check_finds_nothing_to_repair_at_any_time(): void {
        $clock = $this->mock_clock_with_frozen(school::NOW);
        for ($hours = 0; $hours <= 21 * 24; $hours += 24) {
            foreach (range(max(0, $hours - 18), $hours, 6) as $past) {
                foreach ($this->meanwhile[$past] ?? [] as $change) {
                    $change();
                }
            }
            $this->run_at($hours);
            $changes = reconciler::run();
            $repaired = [$changes->added, $changes->moved, $changes->removed];
            $this->assertSame([0, 0, 0], $repaired, "after $hours hours");
        }
        unset($clock);
    }

    public function test_a_dry_run_says_what_a_run_does_and_writes_nothing(): void {
        global $DB;
        $events = $this->redirectEvents();
        $before = [$DB->get_records('block_course_notification_due'), $DB->get_records('block_course_notification_sent')];
        $dry = (new sender(new run_options(dryrun: true)))->run();
        $this->assertSame([], $events->get_events());
        $this->assertEquals(
            $before,
            [$DB->get_records('block_course_notification_due'), $DB->get_records('block_course_notification_sent')]
        );
        $sink = $this->redirectMessages();
        $real = (new sender())->run();
        $this->assertSame($dry->by_signal('accepted'), $real->by_signal('accepted'));
        $this->assertSame($real->by_signal('accepted'), $real->by_signal('sent'));
        $this->assertCount($real->total('sent'), $sink->get_messages());
    }

    public function test_a_full_trace_accepts_what_a_run_accepts(): void {
        $lines = [];
        $trace = static function (string $line) use (&$lines): void {
            $lines[] = $line;
        };
        (new sender(new run_options(dryrun: true, trace: $trace, all: true)))->run();
        $accepted = array_filter($lines, static fn(string $line): bool => str_ends_with($line, ' Accepted for notification'));
        $sink = $this->redirectMessages();
        (new sender())->run();
        $this->assertCount(count($sink->get_messages()), $accepted);
        $this->assertSame(count($lines), count(array_unique($lines)));
        $left = $this->courses['open'] . ' firstassign -seen_yesterday@example.com trapped rule A : Already accessed course';
        $this->assertContains($left, $lines);
    }

    /**
     * The courses.
     */
    private function make_courses(): void {
        $hidden = $this->getDataGenerator()->create_category(['visible' => 0]);
        $below = $this->getDataGenerator()->create_category(['parent' => $hidden->id]);
        $ladder = array_fill_keys(['fivedaystoend', 'threedaystoend', 'onedaytoend'], 1);
        $this->courses = [
            'open' => $this->school->course(),
            'ending' => $this->school->course(['enddate' => school::NOW + 10 * self::DAY]),
            'ended' => $this->school->course(['enddate' => school::NOW - 3 * self::DAY]),
            'future' => $this->school->course(['startdate' => school::NOW + 3 * self::DAY]),
            'hidden' => $this->school->course(['visible' => 0]),
            'below' => $this->school->course(['category' => $below->id]),
            'ladder' => $this->school->course([], $ladder),
            'quiet' => $this->school->course([], ['firstassign' => 0, 'inactive' => 0]),
            'tells' => $this->school->course([], ['endaftercompletion' => 1]),
            'paused' => $this->school->course([], ['enable' => 0]),
        ];
        $GLOBALS['DB']->set_field('course_categories', 'visible', 1, ['id' => $below->id]);
        $GLOBALS['DB']->set_field('course', 'visible', 1, ['id' => $this->courses['below']]);
    }

    /**
     * Learners who have never come.
     */
    private function make_newcomers(): void {
        $day = self::DAY;
        $all = ['firstassign@0', 'firstcall@168', 'secondcall@336', 'inactive@504'];
        $this->has('opens_now', 'open', [[0, null]], $all);
        $this->has(
            'start_is_creation',
            'open',
            [[null, null, -$day]],
            ['firstassign@0', 'firstcall@144', 'secondcall@312', 'inactive@480']
        );
        $this->has(
            'opened_week_ago',
            'open',
            [[-7 * $day, null]],
            ['firstcall@0', 'secondcall@168', 'inactive@336', 'inactive@504']
        );
        $this->has(
            'opened_nearly_week',
            'open',
            [[-7 * $day + 3600, null]],
            ['firstassign@0', 'firstcall@6', 'secondcall@174', 'inactive@342']
        );
        $this->has(
            'opened_two_weeks',
            'open',
            [[-14 * $day, null]],
            ['secondcall@0', 'inactive@168', 'inactive@336', 'inactive@504']
        );
        $this->has(
            'opened_three_weeks',
            'open',
            [[-21 * $day, null]],
            ['inactive@0', 'inactive@168', 'inactive@336', 'inactive@504']
        );
        $this->has('opens_in_two_days', 'open', [[2 * $day, null]], ['firstassign@48', 'firstcall@216', 'secondcall@384']);
        $this->has('course_opens_later', 'future', [[-9 * $day, null]], ['firstassign@72', 'firstcall@240', 'secondcall@408']);
        $this->has(
            'two_enrolments',
            'open',
            [[-30 * $day, null], [-$day, null]],
            ['inactive@0', 'inactive@168', 'inactive@336', 'inactive@504']
        );
        $this->has('no_firstassign', 'quiet', [[0, null]], ['firstcall@168', 'secondcall@336']);
        $this->has('french', 'open', [[0, null]], $all, ['user' => ['lang' => 'fr']]);
        $this->has('far_away', 'open', [[0, null]], $all, ['user' => ['timezone' => 'Pacific/Auckland']]);
        $this->has('markup', 'open', [[0, null]], $all, ['user' => ['firstname' => '<b>Bob</b>', 'lastname' => '{{COURSE}} & co']]);
    }

    /**
     * Learners who have come.
     */
    private function make_visitors(): void {
        $day = self::DAY;
        $long = [[-30 * $day, null]];
        $weekly = ['inactive@0', 'inactive@168', 'inactive@336', 'inactive@504'];
        $this->has('seen_yesterday', 'open', [[-2 * $day, null]], ['inactive@312', 'inactive@480'], ['seen' => -$day]);
        $this->has('seen_two_weeks_ago', 'open', $long, $weekly, ['seen' => -14 * $day]);
        $this->has(
            'seen_nearly_two_weeks',
            'open',
            $long,
            ['inactive@6', 'inactive@174', 'inactive@342'],
            ['seen' => -14 * $day + 3600]
        );
        $this->has('seen_no_inactive', 'quiet', $long, [], ['seen' => -20 * $day]);
        $this->has('just_completed', 'open', $long, ['completed@0'], ['seen' => -7200, 'completed' => -3600]);
        $this->has('completed_long_ago', 'open', $long, [], ['seen' => -25 * $day, 'completed' => -20 * $day]);
        $this->has('completed_unseen', 'open', [[-7 * $day, null]], ['completed@0'], ['completed' => -3600]);
    }

    /**
     * People who are not concerned.
     */
    private function make_unconcerned(): void {
        global $DB;
        $now = [[0, null]];
        $this->has('enrolment_suspended', 'open', $now, [], ['status' => ENROL_USER_SUSPENDED]);
        $this->has('method_disabled', 'open', $now, [], ['enrol' => 'self']);
        $where = ['courseid' => $this->courses['open'], 'enrol' => 'self'];
        $DB->set_field('enrol', 'status', ENROL_INSTANCE_DISABLED, $where);
        $this->has('plugin_disabled', 'open', $now, [], ['enrol' => 'category']);
        $this->has('account_suspended', 'open', $now, [], ['user' => ['suspended' => 1]]);
        $this->has('account_deleted', 'open', $now, [], ['user' => ['deleted' => 1]]);
        $this->has('account_unconfirmed', 'open', $now, [], ['user' => ['confirmed' => 0]]);
        $this->has('account_nologin', 'open', $now, [], ['user' => ['auth' => 'nologin']]);
        $this->has('teacher', 'open', $now, [], ['role' => 'editingteacher']);
        $this->has('tutor', 'open', $now, [], ['role' => 'teacher']);
        $this->has('no_role', 'open', $now, [], ['role' => '']);
        $this->has('course_hidden', 'hidden', $now, []);
        $this->has('ancestor_hidden', 'below', $now, []);
        $this->has('block_paused', 'paused', $now, []);
        $this->has('wants_nothing', 'open', $now, [], ['user' => ['emailstop' => 1]]);
        $this->has('opted_out', 'open', $now, ['firstcall@168', 'secondcall@336', 'inactive@504']);
        $name = 'message_provider_block_course_notification_firstassign_enabled';
        set_user_preference($name, 'none', $this->school->user('opted_out'));
        $student = $DB->get_field('role', 'id', ['shortname' => 'student']);
        $this->has('excluded_by_override', 'tells', $now, []);
        $context = \core\context\course::instance($this->courses['tells']);
        role_change_permission($student, $context, 'block/course_notification:excludefromnotification', CAP_ALLOW);
        $this->courses['tells'] = $this->school->course([], ['endaftercompletion' => 1]);
    }

    /**
     * Learners whose access ends.
     */
    private function make_leavers(): void {
        $day = self::DAY;
        $seen = ['seen' => -$day];
        $this->has('one_infinite', 'open', [[-9 * $day, null], [-9 * $day, 7 * $day]], ['inactive@312', 'inactive@480'], $seen);
        $two = ['twoweeksnearend@0', 'oneweeknearend@168', 'inactive@312', 'closed@336'];
        $this->has('later_end_counts', 'open', [[-9 * $day, 14 * $day], [-9 * $day, 3 * $day]], $two, $seen);
        $this->has(
            'course_end_counts',
            'ending',
            [[-9 * $day, null]],
            ['twoweeksnearend@0', 'oneweeknearend@72', 'closed@240'],
            $seen
        );
        $this->has('five_days_left', 'ending', [[-9 * $day, 5 * $day]], ['closed@120'], $seen);
        $this->has('bit_more_than_five', 'ending', [[-9 * $day, 5 * $day + 3600]], ['oneweeknearend@0', 'closed@126'], $seen);
        $this->has('course_ended', 'ended', [[-5 * $day, null]], ['closed@0']);
        $this->has('ended_15_days_ago', 'open', [[-60 * $day, -15 * $day]], ['closed@0'], $seen);
        $this->has('ended_longer_ago', 'open', [[-60 * $day, -15 * $day - 1]], [], $seen);
        $rungs = ['twoweeksnearend@0', 'oneweeknearend@168', 'fivedaystoend@216', 'threedaystoend@264'];
        $last = ['onedaytoend@312', 'closed@336'];
        $this->has('whole_ladder', 'ladder', [[-9 * $day, 14 * $day]], [...$rungs, ...$last], $seen);
        $this->has('short_access', 'ladder', [[0, 2 * $day]], ['threedaystoend@0', 'onedaytoend@24', 'closed@48']);
        $this->has('two_weeks', 'open', [[0, 14 * $day]], ['firstassign@0', 'oneweeknearend@168', 'closed@336']);
        $this->has('ended_and_completed', 'tells', [[-30 * $day, 0]], ['closed@0'], $seen + ['completed' => -$day]);
        $done = $seen + ['completed' => -20 * $day];
        $this->has('completed_and_ending', 'ladder', [[-30 * $day, 7 * $day]], [], $done);
        $this->has('completed_and_told', 'tells', [[-30 * $day, 7 * $day]], ['oneweeknearend@0', 'closed@168'], $done);
    }

    /**
     * Learners to whom something happens meanwhile.
     */
    private function make_changes(): void {
        $day = self::DAY;
        $open = $this->courses['open'];
        $manual = enrol_get_plugin('manual');
        $instance = $GLOBALS['DB']->get_records('enrol', ['courseid' => $open, 'enrol' => 'manual'], 'id', '*', 0, 1);
        $instance = reset($instance);
        $context = \core\context\course::instance($open);
        $user = $this->school->user(...);

        $this->has(
            'extended',
            'open',
            [[-9 * $day, 7 * $day]],
            ['oneweeknearend@0', 'twoweeksnearend@168', 'inactive@312', 'oneweeknearend@336', 'inactive@480', 'closed@504'],
            ['seen' => -$day]
        );
        $this->meanwhile[48][] = function () use ($manual, $instance, $user): void {
            $manual->update_user_enrol($instance, $user('extended')->id, null, null, school::NOW + 21 * DAYSECS);
        };

        $this->has(
            'enrolled_again',
            'open',
            [[-10 * $day, null]],
            ['firstcall@0', 'firstassign@48', 'firstcall@216', 'secondcall@384']
        );
        $this->meanwhile[24][] = fn() => $manual->unenrol_user($instance, $user('enrolled_again')->id);
        $this->meanwhile[48][] = function () use ($user, $open, $context): void {
            $this->school->enrol($user('enrolled_again'), $open, [2 * DAYSECS, null]);
            $this->getDataGenerator()->role_assign('student', $user('enrolled_again')->id, $context->id);
        };

        // A nightly synchronisation drops somebody and brings them back: they go on with the same access.
        $this->has(
            'dropped_and_back',
            'open',
            [[null, null, -10 * $day]],
            ['firstcall@0', 'secondcall@96', 'inactive@264', 'inactive@432']
        );
        foreach ([24, 48, 72] as $hours) {
            $this->meanwhile[$hours][] = fn() => $manual->unenrol_user($instance, $user('dropped_and_back')->id);
            $this->meanwhile[$hours + 6][] = function () use ($user, $open, $context, $hours): void {
                $this->school->enrol($user('dropped_and_back'), $open, [null, null, ($hours + 6) * HOURSECS]);
                $this->getDataGenerator()->role_assign('student', $user('dropped_and_back')->id, $context->id);
            };
        }

        $this->has('suspended_later', 'open', [[0, null]], ['firstassign@0']);
        $this->meanwhile[72][] = function () use ($manual, $instance, $user): void {
            $manual->update_user_enrol($instance, $user('suspended_later')->id, ENROL_USER_SUSPENDED);
        };

        $this->has('comes_after_five_days', 'open', [[0, null]], ['firstassign@0', 'inactive@456']);
        $this->meanwhile[120][] = fn() => school::visit($user('comes_after_five_days'), $open, 5 * $day);

        $this->has('completes_after_three', 'open', [[-9 * $day, null]], ['completed@72'], ['seen' => -$day]);
        $this->meanwhile[72][] = fn() => school::complete($user('completes_after_three'), $open, 3 * $day);

        $this->has('account_suspended_later', 'open', [[0, null]], ['firstassign@0']);
        $this->meanwhile[96][] = function () use ($user): void {
            user_update_user((object) ['id' => $user('account_suspended_later')->id, 'suspended' => 1], false);
        };
        $this->has(
            'gets_role_later',
            'open',
            [[-3 * $day, null]],
            ['firstassign@24', 'firstcall@96', 'secondcall@264', 'inactive@432'],
            ['role' => '']
        );
        $this->meanwhile[24][] = function () use ($user, $context): void {
            $this->getDataGenerator()->role_assign('student', $user('gets_role_later')->id, $context->id);
        };
    }

    /**
     * A learner, and what is expected.
     *
     * @param string $name
     * @param string $course
     * @param array $enrolments
     * @param string[] $expected `signal@hours`
     * @param array $with
     */
    private function has(string $name, string $course, array $enrolments, array $expected, array $with = []): void {
        $this->school->learner($name, $this->courses[$course], $with + ['enrolments' => $enrolments]);
        $this->expected[$name] = $expected;
    }

    /**
     * A run some hours after the start.
     *
     * @param int $hours
     * @return string[][] signals by learner
     */
    private function run_at(int $hours): array {
        $this->mock_clock_with_frozen(school::NOW + $hours * HOURSECS);
        $sink = $this->redirectMessages();
        (new sender())->run();
        $got = [];
        foreach ($sink->get_messages() as $message) {
            $got[$this->school->name((int) $message->useridto)][] = $message->eventtype;
        }
        $sink->close();
        array_walk($got, static fn(array &$signals) => sort($signals));
        ksort($got);
        return $got;
    }

    /**
     * What is expected after some hours.
     *
     * @param int $hours
     * @return string[][] signals by learner
     */
    private function expected_at(int $hours): array {
        $expected = [];
        foreach ($this->expected as $name => $mails) {
            foreach ($mails as $mail) {
                [$signal, $when] = explode('@', $mail);
                if ((int) $when === $hours) {
                    $expected[$name][] = $signal;
                }
            }
        }
        array_walk($expected, static fn(array &$signals) => sort($signals));
        ksort($expected);
        return $expected;
    }
}
