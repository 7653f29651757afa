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
use block_course_notification\tests\school;
use block_course_notification\tests\school_testcase;

#[\PHPUnit\Framework\Attributes\CoversClass(spoken::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(sender::class)]
/**
 * A learner never gets two mails about one course within an hour: the more urgent one speaks for the other.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\local\send\spoken
 * @covers \block_course_notification\local\send\sender
 */
final class spoken_test extends school_testcase {
    /** @var int A course with all signals. */
    private int $courseid;

    /**
     * Makes the course.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->courseid = $this->school->course([], array_fill_keys(['fivedaystoend', 'threedaystoend', 'onedaytoend'], 1));
    }

    public function test_of_two_that_are_due_the_more_urgent_one_leaves_and_the_other_is_remembered(): void {
        $this->school->learner('lise', $this->courseid, ['enrolments' => [[-20 * DAYSECS, 10 * DAYSECS]], 'seen' => -15 * DAYSECS]);
        $this->assertSame(['twoweeksnearend'], $this->run_after(0));
        $this->assertSame(['inactive' => 'marked', 'twoweeksnearend' => 'sent'], $this->ledger());
        $this->assertSame([], $this->run_after(2 * HOURSECS));
        $this->assertSame(['oneweeknearend'], $this->run_after(3 * DAYSECS));
    }

    public function test_a_run_with_one_place_takes_the_more_urgent_one(): void {
        set_config('bulklimit', 1, 'block_course_notification');
        $this->school->learner('lise', $this->courseid, ['enrolments' => [[-20 * DAYSECS, 10 * DAYSECS]], 'seen' => -30 * DAYSECS]);
        $this->assertSame(['twoweeksnearend'], $this->run_after(0));
        $this->assertSame([], $this->run_after(MINSECS));
        $this->assertSame([], $this->run_after(61 * MINSECS));
    }

    public function test_a_more_urgent_one_waits_until_the_hour_after_another_is_over(): void {
        $lise = $this->school->learner('lise', $this->courseid, ['enrolments' => [[-20 * DAYSECS, null]], 'seen' => -15 * DAYSECS]);
        $this->assertSame(['inactive'], $this->run_after(0));
        $this->mock_clock_with_frozen(school::NOW + 600);
        school::complete($lise, $this->courseid, 600);
        $this->assertSame([], $this->run_after(600));
        $this->assertSame([], $this->run_after(HOURSECS - 1));
        $this->assertSame(['completed'], $this->run_after(HOURSECS));
    }

    public function test_a_less_urgent_one_within_the_hour_is_spoken_for(): void {
        $lise = $this->school->learner('lise', $this->courseid, ['enrolments' => [[-20 * DAYSECS, 0]], 'seen' => -DAYSECS]);
        $this->assertSame(['closed'], $this->run_after(0));
        school::complete($lise, $this->courseid, 600);
        $lines = [];
        $this->assertSame([], $this->run_after(600, $lines));
        $trace = "$this->courseid completed -lise@example.com trapped rule G : More urgent signal sent";
        $this->assertContains($trace, $lines);
        $this->assertSame(['closed' => 'sent', 'completed' => 'marked'], $this->ledger());
        $this->assertSame([], $this->run_after(2 * HOURSECS));
    }

    public function test_a_run_that_died_after_the_mail_leaves_the_rest_to_the_next(): void {
        global $DB;
        $this->school->learner('lise', $this->courseid, ['enrolments' => [[-20 * DAYSECS, 10 * DAYSECS]], 'seen' => -15 * DAYSECS]);
        $this->run_after(0);
        $DB->delete_records(ledger::TABLE, ['state' => ledger::MARKED]);
        $DB->set_field(ledger::TABLE, 'state', ledger::SENDING);
        pending::course($this->courseid);
        $this->assertSame([], $this->run_after(5 * MINSECS));
        $this->assertSame(['inactive' => 'marked', 'twoweeksnearend' => 'unsure'], $this->ledger());
    }

    /**
     * The signals that a run sends.
     *
     * @param int $seconds since the start
     * @param string[] $lines gets the trace
     * @return string[]
     */
    private function run_after(int $seconds, array &$lines = []): array {
        $this->mock_clock_with_frozen(school::NOW + $seconds);
        $sink = $this->redirectMessages();
        (new sender(new run_options(trace: static function (string $line) use (&$lines): void {
            $lines[] = $line;
        })))->run();
        $sent = array_column($sink->get_messages(), 'eventtype');
        $sink->close();
        return $sent;
    }

    /**
     * What is remembered, by signal.
     *
     * @return string[]
     */
    private function ledger(): array {
        global $DB;
        return $DB->get_records_menu(ledger::TABLE, null, 'signalname', 'signalname, state');
    }
}
