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

use block_course_notification\tests\school;

#[\PHPUnit\Framework\Attributes\CoversClass(dispatcher::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(retries::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(outage::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(streak::class)]
/**
 * What a run does with the answers of a mail server, and what it remembers of them.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\local\send\dispatcher
 * @covers \block_course_notification\local\send\retries
 * @covers \block_course_notification\local\send\outage
 * @covers \block_course_notification\local\send\streak
 */
final class dispatcher_test extends \advanced_testcase {
    /** @var school Courses and learners. */
    private school $school;

    /** @var int A course. */
    private int $courseid;

    /**
     * A course at a fixed moment.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->mock_clock_with_frozen(school::NOW);
        set_config('bulklimit', 0, 'block_course_notification');
        $this->school = new school($this->getDataGenerator());
        $this->courseid = $this->school->course();
    }

    public function test_who_is_refused_is_failed_for_good_once_the_server_takes_others(): void {
        $this->many(3);
        $result = $this->run_with($this->postman(['one' => answer::failed('recipient', '550 5.1.1 Nobody', 550, 1)]));
        $this->assertNull($result->stopped);
        $this->assertSame(['failed', 'refused', '550 5.1.1 Nobody', null], $this->row('one'));
        $this->assertSame('sent', $this->row('two')[0]);
        $this->run_at(DAYSECS, $later = $this->postman());
        $this->assertSame([[], []], [$later->delivered, $later->mailed]);
    }

    public function test_only_a_mail_that_waits_is_claimed_again(): void {
        global $DB;
        $this->many(2);
        $this->run_with($this->postman(['two' => answer::failed('connection', '')]));
        $state = static fn(string $state): int => (int) $DB->get_field(ledger::TABLE, 'id', ['state' => $state]);
        [$sent, $waiting] = [$state(ledger::SENT), $state(ledger::WAITING)];
        $this->assertSame([false, true, false], array_map(ledger::claim_again(...), [$sent, $waiting, $waiting]));
        $this->assertSame([$sent, $waiting], [$state(ledger::SENT), $state(ledger::SENDING)]);
    }

    public function test_a_server_that_refuses_everybody_fails_nobody(): void {
        $this->many(9);
        $everyone = array_fill_keys(['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'], answer::failed(
            'recipient',
            '550 No',
            550
        ));
        $postman = $this->postman($everyone, false);
        $result = $this->run_with($postman);
        $this->assertNotNull($result->stopped);
        $this->assertCount(5, $postman->delivered);
        $this->assertSame(['waiting' => 5], $this->states());
        $this->run_at(HOURSECS, $back = $this->postman());
        $this->assertSame(['sent' => 9], $this->states());
        $this->assertCount(5, $back->mailed, 'those who had their web notification get the mail alone');
        $this->assertCount(4, $back->delivered);
    }

    public function test_the_last_one_refused_fails_only_if_the_server_is_well(): void {
        $this->many(1);
        $refuses = ['one' => answer::failed('recipient', '550 No', 550)];
        $this->assertNotNull($this->run_with($this->postman($refuses, false))->stopped);
        $this->assertSame('waiting', $this->row('one')[0]);
        $this->assertNull($this->run_at(HOURSECS, $this->postman($refuses, true))->stopped);
        $this->assertSame('failed', $this->row('one')[0]);
    }

    public function test_an_outage_ends_the_run_fails_the_task_and_is_told_once(): void {
        $this->many(4);
        $down = array_fill_keys(['one', 'two', 'three', 'four'], answer::failed('connect', 'Connection refused'));
        $sink = $this->redirectMessages();
        $postman = $this->postman($down, false);
        $this->assertStringContainsString('Connection refused', (string) $this->run_with($postman)->stopped);
        $this->assertCount(1, $postman->delivered);
        $this->run_at(HOURSECS, $again = $this->postman($down, false));
        $this->assertSame([[], []], [$again->delivered, $again->mailed], 'the server is looked at before anybody is tried');
        $told = array_filter($sink->get_messages(), static fn(\stdClass $message): bool => $message->eventtype === 'trouble');
        $this->assertCount(1, $told);
        $this->assertSame('Course notifications cannot be sent', reset($told)->subject);
        $this->assertNotNull(outage::current());
        $this->run_at(2 * HOURSECS, $this->postman());
        $this->assertNull(outage::current());
        $this->assertSame(['sent' => 4], $this->states());
    }

    public function test_pauses_grow_and_end_with_the_span(): void {
        $this->school->learner('one', $this->courseid);
        $busy = ['one' => answer::failed('recipient', '451 Later', 451)];
        $this->run_with($this->postman($busy));
        $tries = [];
        while ($this->row('one')[0] === 'waiting') {
            $next = (int) $this->row('one')[3] - school::NOW;
            $this->run_at($next - 1, $early = $this->postman($busy));
            $this->run_at($next, $postman = $this->postman($busy));
            $this->assertSame([[], ['one']], [$early->mailed, $postman->mailed]);
            $tries[] = $next / HOURSECS;
        }
        $this->assertEquals([0.25, 1.25, 5.25, 17.25, 41.25, 65.25, 89.25, 113.25, 137.25, 161.25, 167], $tries);
        $this->assertSame(['failed', 'busy'], array_slice($this->row('one'), 0, 2));
    }

    public function test_who_came_meanwhile_is_not_told_that_access_opened(): void {
        $user = $this->school->learner('one', $this->courseid);
        $this->run_with($this->postman(['one' => answer::failed('recipient', '451 Later', 451)]));
        school::visit($user, $this->courseid, 60);
        $this->run_at(HOURSECS, $postman = $this->postman());
        $this->assertSame([], $postman->mailed);
        $this->assertSame(['failed', 'nolonger'], array_slice($this->row('one'), 0, 2));
    }

    public function test_taken_without_an_answer_is_unsure_and_never_tried_again(): void {
        $this->many(3);
        $result = $this->run_with($this->postman(['two' => answer::failed('end')]));
        $this->assertSame([2, 1], [$result->total('sent'), $result->total('unsure')]);
        $this->assertSame(['unsure', 'noanswer'], array_slice($this->row('two'), 0, 2));
        $this->run_at(DAYSECS, $postman = $this->postman());
        $this->assertSame([[], []], [$postman->delivered, $postman->mailed]);
    }

    public function test_no_more_mails_go_to_a_server_that_answers_none(): void {
        $this->many(9);
        $names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
        $result = $this->run_with($this->postman(array_fill_keys($names, answer::failed('end'))));
        $this->assertNotNull($result->stopped);
        $this->assertSame([3, 6], [$result->total('unsure'), $result->left]);
    }

    public function test_a_server_that_hangs_now_and_then_ends_a_run_that_has_waited_for_it_long_enough(): void {
        $this->many(9);
        $hangs = answer::failed('end')->after(310);
        $postman = $this->postman(['two' => $hangs, 'four' => $hangs, 'six' => $hangs, 'eight' => $hangs]);
        $result = $this->run_with($postman);
        $this->assertNotNull($result->stopped);
        // In which order people of the same moment are written to is the database's affair.
        $before = $this->states();
        $this->assertSame(3, $before['unsure']);
        $this->run_at(HOURSECS, $back = $this->postman());
        $this->assertSame([9 - 3 - ($before['sent'] ?? 0), []], [count($back->delivered), $back->mailed]);
    }

    public function test_a_server_that_is_slow_but_takes_mails_ends_no_run(): void {
        $this->many(3);
        $slow = answer::taken()->after(600);
        $result = $this->run_with($this->postman(['one' => $slow, 'two' => $slow, 'three' => $slow]));
        $this->assertSame([null, 3], [$result->stopped, $result->total('sent')]);
    }

    public function test_an_outage_is_over_when_the_server_is_well_and_there_is_nothing_to_send(): void {
        outage::begins('connection', '', school::NOW);
        $this->run_with($this->postman([], false));
        $this->assertNotNull(outage::current());
        $this->run_with($this->postman());
        $this->assertNull(outage::current());
    }

    public function test_what_moodle_does_not_allow_is_claimed_by_nobody(): void {
        $this->many(2);
        $result = $this->run_with($this->postman(['one' => null]));
        $this->assertSame([1, 1], [$result->errors, $result->total('sent')]);
        $this->assertSame(['sent' => 1], $this->states());
    }

    public function test_a_site_that_is_switched_off_and_a_hidden_course_reach_a_run_within_a_hundred(): void {
        global $DB;
        $hidden = $this->school->course();
        for ($number = 0; $number < 130; $number++) {
            $this->school->learner("a$number", $this->courseid);
            $this->school->learner("b$number", $hidden);
        }
        $postman = $this->postman();
        $postman->meanwhile = static fn() => $DB->set_field('course', 'visible', 0, ['id' => $hidden]);
        $this->run_with($postman);
        $got = count(array_filter($postman->delivered, static fn(string $name): bool => str_starts_with($name, 'b')));
        $this->assertLessThanOrEqual(100, $got);
        $this->assertSame(130, count($postman->delivered) - $got);
        $DB->set_field('course', 'visible', 1, ['id' => $hidden]);
        \block_course_notification\local\plan\reconciler::run();
        $postman = $this->postman();
        // Another process switches off: nothing of this one's caches knows.
        $set = ['plugin' => 'block_course_notification', 'name' => 'enable'];
        $DB->delete_records('config_plugins', $set);
        $postman->meanwhile = static fn() => $DB->insert_record('config_plugins', (object) ($set + ['value' => '0']));
        for ($number = 0; $number < 120; $number++) {
            $this->school->learner("c$number", $this->courseid);
        }
        $this->assertTrue($this->run_with($postman)->switchedoff);
        $this->assertLessThanOrEqual(100, count($postman->delivered));
    }

    public function test_failed_ones_are_tried_again_where_somebody_asks(): void {
        $this->many(2);
        $this->run_with($this->postman(['one' => answer::failed('address'), 'two' => answer::failed('address')]));
        $this->assertSame(['again' => 2, 'late' => 0], retries::count([$this->courseid]));
        $this->assertSame(['again' => 1, 'late' => 0], retries::count([$this->courseid], [(int) $this->school->user('one')->id]));
        $this->mock_clock_with_frozen(school::NOW + HOURSECS);
        $events = $this->redirectEvents();
        $this->assertSame(1, retries::ask([$this->courseid], [(int) $this->school->user('one')->id]));
        $names = array_map(static fn(\core\event\base $event): string => $event->eventname, $events->get_events());
        $this->assertSame(['\block_course_notification\event\notification_retried'], $names);
        $this->run_at(HOURSECS, $postman = $this->postman());
        $this->assertSame([['one'], []], [$postman->mailed, $postman->delivered]);
        $this->mock_clock_with_frozen(school::NOW + 30 * DAYSECS);
        $this->assertSame(['again' => 0, 'late' => 1], retries::count([$this->courseid]));
    }

    public function test_marking_fires_the_events_of_the_page(): void {
        $this->many(2);
        $events = $this->redirectEvents();
        (new sender(new run_options(markonly: true)))->run();
        $marked = array_filter($events->get_events(), static fn(\core\event\base $event): bool =>
            $event instanceof \block_course_notification\event\notification_marked);
        $this->assertCount(2, $marked);
        $this->assertEquals($this->courseid, reset($marked)->courseid);
    }

    public function test_marking_from_the_command_line_reaches_those_who_wait_for_another_try(): void {
        $this->many(3);
        $busy = answer::failed('recipient', '451 Later', 451);
        $this->run_with($this->postman(['one' => $busy, 'two' => $busy]));
        $this->assertSame(['sent' => 1, 'waiting' => 2], $this->states());
        $result = (new sender(new run_options(userids: [(int) $this->school->user('one')->id], markonly: true)))->run();
        $this->assertSame(1, $result->total('marked'));
        $this->run_at(HOURSECS, $postman = $this->postman());
        $this->assertSame([['two'], []], [$postman->mailed, $postman->delivered]);
        $this->assertSame(['marked' => 1, 'sent' => 2], $this->states());
    }

    public function test_a_mail_that_is_marked_while_a_run_is_at_work_is_not_sent(): void {
        global $DB;
        $this->many(2);
        $busy = answer::failed('recipient', '451 Later', 451);
        $this->run_with($this->postman(['one' => $busy, 'two' => $busy]));
        $postman = $this->postman();
        $postman->meanwhile = fn() => $DB->set_field(ledger::TABLE, 'state', ledger::MARKED, ['state' => ledger::WAITING]);
        $this->run_at(HOURSECS, $postman);
        $this->assertCount(1, $postman->mailed);
        $this->assertSame(['marked' => 1, 'sent' => 1], $this->states());
    }

    public function test_the_log_of_the_task_names_nobody(): void {
        $this->preventResetByRollback();
        $this->many(2);
        $this->redirectEmails();
        $this->expectOutputRegex('/^(?=.*2 accepted: 2 sent)(?!.*@)/s');
        sender::run_task();
    }

    /**
     * Learners called one, two and so on.
     *
     * @param int $count
     */
    private function many(int $count): void {
        $names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
        foreach (array_slice($names, 0, $count) as $name) {
            $this->school->learner($name, $this->courseid);
        }
    }

    /**
     * A run at the moment from which all is dated.
     *
     * @param postman $postman
     * @return run_result
     */
    private function run_with(postman $postman): run_result {
        return (new sender(new run_options(), $postman))->run();
    }

    /**
     * A run some time later.
     *
     * @param int $after
     * @param postman $postman
     * @return run_result
     */
    private function run_at(int $after, postman $postman): run_result {
        $this->mock_clock_with_frozen(school::NOW + $after);
        return $this->run_with($postman);
    }

    /**
     * A postman who gives answers by the name of the receiver.
     *
     * @param array $answers an answer or null by first name
     * @param bool $well whether the server is well when it is looked at
     * @return postman
     */
    private function postman(array $answers = [], bool $well = true): postman {
        $name = fn(letter $letter): string => $this->school->name((int) $letter->message->userto->id);
        return new class ($answers, $well, $name) implements postman {
            /** @var string[] Who got a message. */
            public array $delivered = [];

            /** @var string[] Who got the mail alone. */
            public array $mailed = [];

            /** @var \Closure|null What happens while the first message leaves. */
            public ?\Closure $meanwhile = null;

            /**
             * A postman.
             *
             * @param array $answers
             * @param bool $well
             * @param \Closure $name
             */
            public function __construct(
                /** @var array Answers by name. */
                private readonly array $answers,
                /** @var bool Whether the server is well. */
                private readonly bool $well,
                /** @var \Closure The name on a letter. */
                private readonly \Closure $name,
            ) {
            }

            #[\Override]
            public function deliver(letter $letter): ?answer {
                $this->let_happen();
                $name = ($this->name)($letter);
                $this->delivered[] = $name;
                return $this->answer($name);
            }

            #[\Override]
            public function deliver_mail(letter $letter): ?answer {
                $this->let_happen();
                $name = ($this->name)($letter);
                $this->mailed[] = $name;
                return $this->answer($name);
            }

            #[\Override]
            public function is_server_well(array $addresses = []): bool {
                return $this->well;
            }

            /**
             * What happens meanwhile happens once.
             */
            private function let_happen(): void {
                [$happens, $this->meanwhile] = [$this->meanwhile, null];
                $happens === null ?: $happens();
            }

            /**
             * The answer for a name.
             *
             * @param string $name
             * @return answer|null
             */
            private function answer(string $name): ?answer {
                return array_key_exists($name, $this->answers) ? $this->answers[$name] : answer::taken();
            }
        };
    }

    /**
     * What is remembered of a learner.
     *
     * @param string $name
     * @return array state, reason, answer and next try
     */
    private function row(string $name): array {
        global $DB;
        $row = $DB->get_record(ledger::TABLE, ['userid' => $this->school->user($name)->id], '*', MUST_EXIST);
        return [$row->state, $row->reason, $row->answer, $row->timenext];
    }

    /**
     * How many messages there are of each state.
     *
     * @return int[]
     */
    private function states(): array {
        global $DB;
        return array_map('intval', $DB->get_records_sql_menu(
            'SELECT state, COUNT(1) FROM {' . ledger::TABLE . '} GROUP BY state ORDER BY state'
        ));
    }
}
