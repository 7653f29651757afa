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

use block_course_notification\local\course\why;
use block_course_notification\local\plan\pending;
use block_course_notification\local\plan\reconciler;
use block_course_notification\tests\school;

#[\PHPUnit\Framework\Attributes\CoversClass(sender::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(queue::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(ledger::class)]
/**
 * How a run takes what is due: limits, hours, failures, claims.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\local\send\sender
 * @covers \block_course_notification\local\send\queue
 * @covers \block_course_notification\local\send\ledger
 */
final class sender_test extends \advanced_testcase {
    /** @var school Courses and learners. */
    private school $school;

    /**
     * A school without a limit.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->mock_clock_with_frozen(school::NOW);
        set_config('bulklimit', 0, 'block_course_notification');
        $this->school = new school($this->getDataGenerator());
    }

    public function test_a_limit_is_kept_and_shared_out_between_courses(): void {
        $this->many('large', 30);
        $this->many('small', 3);
        set_config('bulklimit', 10, 'block_course_notification');
        $sink = $this->redirectMessages();
        $first = (new sender())->run();
        $this->assertSame([10, 10, 23], [$first->total('accepted'), $first->total('sent'), $first->left]);
        $names = array_map($this->receiver(...), $sink->get_messages());
        $small = array_filter($names, static fn(string $name): bool => str_starts_with($name, 'small'));
        $this->assertCount(3, $small);
        $sink->clear();
        for ($run = 2; $run <= 5; $run++) {
            (new sender())->run();
        }
        $this->assertCount(23, $sink->get_messages());
    }

    public function test_the_oldest_go_first(): void {
        $courseid = $this->school->course();
        foreach ([2, 5, 1] as $days) {
            $this->school->learner("since$days", $courseid, ['enrolments' => [[-$days * DAYSECS, null]]]);
        }
        $sink = $this->redirectMessages();
        (new sender(new run_options(limit: 2)))->run();
        $this->assertSame(['since5', 'since2'], array_map($this->receiver(...), $sink->get_messages()));
    }

    public function test_an_undeliverable_address_fails_once_and_takes_one_place(): void {
        global $DB;
        // Within a transaction, core keeps messages back until its end.
        $this->preventResetByRollback();
        $courseid = $this->school->course();
        $user = $this->school->learner('nowhere', $courseid, ['user' => ['email' => 'no address']]);
        $this->school->learner('somewhere', $courseid, ['enrolments' => [[3600, null, 0]]]);
        $mails = $this->redirectEmails();
        $result = (new sender())->run();
        $this->assertDebuggingCalledCount(2);
        $this->assertSame([1, 0, 1], [$result->total('accepted'), $result->total('sent'), $result->total('failed')]);
        $row = $DB->get_record(ledger::TABLE, ['userid' => $user->id]);
        $this->assertSame([ledger::FAILED, 'firstassign'], [$row->state, $row->signalname]);
        $this->assertNotEmpty($row->reason);
        $this->mock_clock_with_frozen(school::NOW + 2 * HOURSECS);
        $again = (new sender(new run_options(limit: 1)))->run();
        $this->assertSame([1, 1, 0], [$again->total('accepted'), $again->total('sent'), $again->total('failed')]);
        $this->assertCount(1, $mails->get_messages());
    }

    public function test_sixty_bad_addresses_stop_nobody(): void {
        // Within a transaction, core keeps messages back until its end.
        $this->preventResetByRollback();
        $courseid = $this->school->course();
        for ($number = 0; $number < 60; $number++) {
            $this->school->learner("nowhere$number", $courseid, ['user' => ['email' => 'no address']]);
        }
        $this->many('good', 1);
        $this->redirectEmails();
        $result = (new sender())->run();
        $this->resetDebugging();
        $this->assertNull($result->stopped);
        $this->assertSame([60, 1, 0], [$result->total('failed'), $result->total('sent'), $result->left]);
    }

    public function test_messages_leave_within_the_hours_of_their_receiver(): void {
        set_config('windowstart', '8', 'block_course_notification');
        set_config('windowend', '18', 'block_course_notification');
        $courseid = $this->school->course();
        $people = ['Pacific/Auckland' => 'kiri', 'Europe/Paris' => 'etudiant', 'America/Los_Angeles' => 'lola'];
        foreach ($people as $timezone => $name) {
            $this->school->learner($name, $courseid, ['user' => ['timezone' => $timezone]]);
        }
        $left = [];
        for ($hours = 0; $hours <= 30; $hours++) {
            $this->mock_clock_with_frozen(school::NOW + $hours * HOURSECS);
            $sink = $this->redirectMessages();
            (new sender())->run();
            foreach ($sink->get_messages() as $message) {
                $left[$this->receiver($message)] = $hours;
            }
            reconciler::run();
        }
        // NOW is 06:00 in Greenwich: 19:00 in Auckland, 07:00 in Paris, 23:00 in Los Angeles.
        $this->assertSame(['etudiant' => 1, 'lola' => 9, 'kiri' => 13], $left);
    }

    public function test_the_night_on_which_clocks_change_sends_once_within_the_hours(): void {
        set_config('windowstart', '8', 'block_course_notification');
        set_config('windowend', '18', 'block_course_notification');
        $courseid = $this->school->course();
        // In Paris, 29 March 2026 has no hour from two to three.
        $due = 19 * DAYSECS - 7 * HOURSECS;
        $this->school->learner('etudiant', $courseid, [
            'user' => ['timezone' => 'Europe/Paris'],
            'enrolments' => [[$due, null, 0]],
        ]);
        $left = [];
        for ($hours = 0; $hours <= 24; $hours++) {
            $now = school::NOW + $due + $hours * HOURSECS;
            $this->mock_clock_with_frozen($now);
            $sink = $this->redirectMessages();
            (new sender())->run();
            if ($sink->get_messages() !== []) {
                $left[] = userdate($now, '%d %H:%M', 'Europe/Paris');
            }
        }
        $this->assertSame(['29 08:00'], array_map('trim', $left));
    }

    public function test_a_claim_that_nobody_completed_is_never_sent_again(): void {
        global $DB;
        $courseid = $this->school->course();
        $user = $this->school->learner('sue', $courseid);
        pending::flush();
        $learner = why::learner($courseid, (int) $user->id);
        ledger::claim($learner, 'firstassign', $learner->facts()['start'], school::NOW);
        $this->assertNull(ledger::claim($learner, 'firstassign', $learner->facts()['start'], school::NOW));
        $sink = $this->redirectMessages();
        (new sender())->run();
        $this->assertSame([], $sink->get_messages());
        $this->assertSame(ledger::UNSURE, $DB->get_field(ledger::TABLE, 'state', ['userid' => $user->id]));
        $this->assertSame('alreadysent', why::explain($courseid, (int) $user->id)['firstassign']['reason']);
    }

    public function test_marking_only_sends_nothing_now_or_later(): void {
        $this->many('marked', 3);
        $sink = $this->redirectMessages();
        $result = (new sender(new run_options(markonly: true)))->run();
        $this->assertSame([3, 0], [$result->total('marked'), $result->total('sent')]);
        $this->assertSame(0, (new sender())->run()->total('accepted'));
        $this->assertSame([], $sink->get_messages());
    }

    public function test_courses_and_people_can_be_chosen(): void {
        $one = $this->many('one', 2);
        $this->many('two', 2);
        $sink = $this->redirectMessages();
        (new sender(new run_options(courseids: [$one], userids: [(int) $this->school->user('one1')->id])))->run();
        $this->assertSame(['one1'], array_map($this->receiver(...), $sink->get_messages()));
    }

    public function test_nothing_is_sent_where_the_site_says_so(): void {
        $this->many('off', 2);
        set_config('enable', 0, 'block_course_notification');
        $sink = $this->redirectMessages();
        $this->assertTrue((new sender())->run()->disabled);
        $this->assertSame([], $sink->get_messages());
    }

    public function test_a_run_with_nothing_due_asks_little(): void {
        global $DB;
        $courseid = $this->school->course();
        for ($number = 0; $number < 20; $number++) {
            $this->school->learner("seen$number", $courseid, ['seen' => -DAYSECS]);
        }
        pending::flush();
        (new sender())->run();
        $before = $DB->perf_get_queries();
        (new sender())->run();
        $this->assertLessThanOrEqual(10, $DB->perf_get_queries() - $before);
    }

    public function test_what_became_of_a_message_is_logged_with_the_person(): void {
        $courseid = $this->many('logged', 1);
        $this->redirectMessages();
        $sink = $this->redirectEvents();
        (new sender())->run();
        $events = array_filter($sink->get_events(), static fn($event): bool => $event->component === 'block_course_notification');
        $event = reset($events);
        $this->assertInstanceOf(\block_course_notification\event\notification_sent::class, $event);
        $this->assertEquals($this->school->user('logged0')->id, $event->relateduserid);
        $this->assertEquals([$courseid, 'firstassign'], [$event->courseid, $event->other['signal']]);
    }

    /**
     * A course of learners who are due.
     *
     * @param string $name
     * @param int $count
     * @return int the course
     */
    private function many(string $name, int $count): int {
        $courseid = $this->school->course();
        for ($number = 0; $number < $count; $number++) {
            $this->school->learner("$name$number", $courseid);
        }
        return $courseid;
    }

    /**
     * Who got a message.
     *
     * @param \stdClass $message
     * @return string
     */
    private function receiver(\stdClass $message): string {
        return $this->school->name((int) $message->useridto);
    }
}
