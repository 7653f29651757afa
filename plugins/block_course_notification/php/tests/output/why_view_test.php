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

namespace block_course_notification\output;

use block_course_notification\local\course\people;
use block_course_notification\local\course\register;
use block_course_notification\local\plan\pending;
use block_course_notification\tests\school;
use block_course_notification\tests\school_testcase;

#[\PHPUnit\Framework\Attributes\CoversClass(why_view::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\block_course_notification\local\course\why::class)]
/**
 * Why? answers in the words of a teacher.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\output\why_view
 * @covers \block_course_notification\local\course\why
 */
final class why_view_test extends school_testcase {
    /** @var int A course. */
    private int $courseid;

    /**
     * A course with its teacher.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->courseid = $this->school->course();
        $this->setUser($this->school->learner('teacher', $this->courseid, ['role' => 'editingteacher']));
    }

    /**
     * What the page says of somebody.
     *
     * @param \stdClass $user
     * @return array
     */
    private function told(\stdClass $user): array {
        global $PAGE;
        pending::flush();
        return (new why_view(new people($this->courseid), $user))->export_for_template($PAGE->get_renderer('core'));
    }

    /**
     * A learner called Sam Doe.
     *
     * @param array $with
     * @return \stdClass
     */
    private function sam(array $with = []): \stdClass {
        return $this->school->learner('sam', $this->courseid, $with + ['user' => ['firstname' => 'Sam', 'lastname' => 'Doe']]);
    }

    /**
     * A day in words.
     *
     * @param int $from seconds from now
     * @return string
     */
    private static function day(int $from): string {
        return userdate(school::NOW + $from, get_string('strftimedate', 'langconfig'));
    }

    public function test_it_begins_with_when_somebody_hears_from_us_next(): void {
        $told = $this->told($this->sam(['seen' => -3 * DAYSECS]));
        $expected = 'Sam Doe hears from us next on ' . self::day(11 * DAYSECS) . ', if Sam Doe has not come back by then.';
        $this->assertSame($expected, $told['outlook']);
    }

    public function test_who_is_suspended_gets_nothing_and_the_page_says_why(): void {
        $told = $this->told($this->sam(['status' => ENROL_USER_SUSPENDED]));
        $this->assertStringContainsString('enrolment or the account is not active', $told['outlook']);
    }

    public function test_the_line_of_time_has_what_was_and_what_may_come_in_order(): void {
        $sam = $this->sam(['enrolments' => [[-DAYSECS, 30 * DAYSECS]]]);
        register::mark($this->courseid, (int) $sam->id);
        $told = $this->told($sam);
        $this->assertSame(['Access opened', 'Access opens'], array_column($told['past'], 'text'));
        $this->assertSame(get_string('state:marked', 'block_course_notification'), $told['past'][1]['state']);
        $times = array_column($told['future'], 'time');
        $sorted = $times;
        sort($sorted);
        $this->assertSame($sorted, $times);
        $this->assertContains('Access ends', array_column($told['future'], 'text'));
    }

    public function test_dates_are_written_in_one_way_with_the_hour_of_what_was(): void {
        $told = $this->told($this->sam(['enrolments' => [[-DAYSECS, 30 * DAYSECS]]]));
        $moment = userdate(school::NOW - DAYSECS, get_string('strftimedatetime', 'langconfig'));
        $this->assertSame([$moment], array_column($told['past'], 'date'));
        $this->assertSame(self::day(30 * DAYSECS), array_column($told['future'], 'date', 'text')['Access ends']);
    }

    public function test_the_line_of_time_has_nothing_of_other_courses_nor_of_other_people(): void {
        $sam = $this->sam(['enrolments' => [[-DAYSECS, 30 * DAYSECS]]]);
        $kim = $this->school->learner('kim', $this->courseid, ['enrolments' => [[-DAYSECS, 30 * DAYSECS]]]);
        $elsewhere = $this->school->course();
        $this->school->enrol($sam, $elsewhere, [-DAYSECS, 30 * DAYSECS]);
        register::mark($elsewhere, (int) $sam->id);
        register::mark($this->courseid, (int) $kim->id);
        $marked = get_string('state:marked', 'block_course_notification');
        $this->assertNotContains($marked, array_column($this->told($sam)['past'], 'state'));
        $this->assertContains($marked, array_column($this->told($kim)['past'], 'state'));
    }

    public function test_rules_are_told_in_sentences_without_letters(): void {
        $told = $this->told($this->sam(['enrolments' => [[-DAYSECS, 30 * DAYSECS]]]));
        $verdicts = array_column($told['rules'], 'verdict', 'signal');
        $this->assertSame('Not before ' . self::day(6 * DAYSECS) . '.', $verdicts['firstcall']);
        $this->assertSame('It is about to be sent.', $verdicts['firstassign']);
        $this->assertSame('Access ends on ' . self::day(30 * DAYSECS) . ': it is too early for this.', $verdicts['closed']);
        $this->assertStringNotContainsString('range', implode($verdicts));
        $this->assertDoesNotMatchRegularExpression('/rule [A-Z]/', implode($verdicts));
    }

    public function test_whoever_may_not_know_a_last_visit_is_not_told_it(): void {
        global $DB;
        set_config('hiddenuserfields', 'lastaccess');
        $role = $DB->get_field('role', 'id', ['shortname' => 'editingteacher'], MUST_EXIST);
        $context = \core\context\course::instance($this->courseid);
        assign_capability('moodle/course:viewhiddenuserfields', CAP_PROHIBIT, $role, $context, true);
        accesslib_clear_all_caches_for_unit_testing();
        $told = $this->told($this->sam(['seen' => -3 * DAYSECS]));
        $this->assertStringNotContainsString(self::day(11 * DAYSECS), json_encode($told));
        $this->assertNotContains('Last visit', array_column($told['past'], 'text'));
        $this->assertNotContains('This person has come already.', array_column($told['rules'], 'verdict'));
    }
}
