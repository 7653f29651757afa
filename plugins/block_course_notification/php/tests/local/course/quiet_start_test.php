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

namespace block_course_notification\local\course;

use block_course_notification\event\course_started;
use block_course_notification\local\facts\block_start;
use block_course_notification\local\facts\course_settings;
use block_course_notification\local\plan\pending;
use block_course_notification\local\plan\reconciler;
use block_course_notification\local\send\run_options;
use block_course_notification\local\send\sender;
use block_course_notification\privacy\provider;
use block_course_notification\tests\school;
use block_course_notification\tests\school_testcase;
use core_privacy\local\request\approved_contextlist;

#[\PHPUnit\Framework\Attributes\CoversClass(quiet_start::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\block_course_notification\local\facts\block_start::class)]
/**
 * A block in a running course sends nothing before somebody has chosen how it starts.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\local\course\quiet_start
 * @covers \block_course_notification\local\facts\block_start
 */
final class quiet_start_test extends school_testcase {
    /**
     * Freezes the time.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->setAdminUser();
    }

    public function test_a_block_in_a_new_course_starts_by_itself(): void {
        $courseid = (int) $this->getDataGenerator()->create_course(['startdate' => school::NOW - DAYSECS, 'enddate' => 0])->id;
        $this->add_block($courseid);
        $this->assertFalse(quiet_start::is_waiting($courseid));
        $this->school->learner('newcomer', $courseid);
        $this->assertSame(['newcomer firstassign'], $this->run_at());
    }

    public function test_a_block_in_a_running_course_sends_nothing_until_somebody_has_chosen(): void {
        $courseid = $this->running_course();
        $this->assertTrue(quiet_start::is_waiting($courseid));
        $this->assertSame([], $this->run_at());
        reconciler::run();
        $this->assertSame([], $this->run_at(DAYSECS));
        $this->assertSame(0, $GLOBALS['DB']->count_records('block_course_notification_due'));
        $this->assertSame(['secondcall' => 1, 'inactive' => 1, 'completed' => 1], quiet_start::due($courseid));
    }

    public function test_from_now_on_marks_what_is_due_and_sends_what_falls_due_later(): void {
        $courseid = $this->running_course();
        $events = $this->redirectEvents();
        $this->assertSame(3, quiet_start::choose($courseid, block_start::FROM_NOW));
        $started = array_values(array_filter($events->get_events(), static fn($event): bool => $event instanceof course_started));
        $events->close();
        $this->assertSame(['choice' => 'fromnow', 'marked' => 3], $started[0]->other);
        $this->assertFalse(quiet_start::is_waiting($courseid));
        $this->assertSame([], $this->run_at());
        $this->school->learner('newcomer', $courseid, ['enrolments' => [[DAYSECS, null]]]);
        $this->assertSame(['newcomer firstassign'], $this->run_at(DAYSECS));
        $this->assertSame(['absent inactive', 'never inactive'], $this->run_at(7 * DAYSECS));
    }

    public function test_also_what_is_due_sends_exactly_the_number_that_was_named(): void {
        $courseid = $this->running_course();
        $due = quiet_start::due($courseid);
        quiet_start::choose($courseid, block_start::WITH_DUE);
        $this->assertSame(['absent inactive', 'done completed', 'never secondcall'], $this->run_at());
        $this->assertSame(3, array_sum($due));
    }

    public function test_a_hidden_course_that_started_from_now_on_stays_quiet_when_it_is_shown(): void {
        global $DB;
        $courseid = $this->running_course();
        $DB->set_field('course', 'visible', 0, ['id' => $courseid]);
        quiet_start::choose($courseid, block_start::FROM_NOW);
        $DB->set_field('course', 'visible', 1, ['id' => $courseid]);
        pending::course($courseid);
        $this->assertSame([], $this->run_at());
    }

    public function test_the_configuration_of_another_block_does_not_count_as_started(): void {
        global $DB;
        $courseid = $this->running_course();
        quiet_start::choose($courseid, block_start::WITH_DUE);
        $other = (int) $this->getDataGenerator()->create_course()->id;
        $copied = clone course_settings::instance($courseid);
        unset($copied->id);
        $copied->parentcontextid = \core\context\course::instance($other)->id;
        $DB->insert_record('block_instances', $copied);
        $this->assertTrue(quiet_start::is_waiting($other));
    }

    public function test_a_block_that_is_off_does_not_ask_before_it_is_switched_on(): void {
        $courseid = $this->running_course();
        course_settings::save($courseid, ['enable' => 0]);
        $this->assertFalse(quiet_start::is_waiting($courseid));
        quiet_start::begin($courseid);
        course_settings::save($courseid, ['enable' => 1]);
        $this->assertTrue(quiet_start::is_waiting($courseid));
    }

    public function test_a_dry_run_says_that_the_course_waits(): void {
        $courseid = $this->running_course();
        $lines = [];
        $trace = static function (string $line) use (&$lines): void {
            $lines[] = $line;
        };
        (new sender(new run_options(dryrun: true, trace: $trace, all: true)))->run();
        $this->assertContains("$courseid inactive -absent@example.com trapped rule H : Waiting for the manager's choice", $lines);
    }

    public function test_whose_data_is_deleted_is_not_told_anew(): void {
        global $DB;
        $courseid = $this->running_course();
        quiet_start::choose($courseid, block_start::WITH_DUE);
        $this->run_at();
        $context = \core\context\course::instance($courseid);
        foreach (['absent', 'done', 'never'] as $name) {
            $user = $this->school->user($name);
            provider::delete_data_for_user(new approved_contextlist($user, 'block_course_notification', [$context->id]));
        }
        $this->assertSame(0, $DB->count_records('block_course_notification_sent', ['state' => 'sent']));
        reconciler::run();
        $this->assertSame([], $this->run_at(2 * HOURSECS));
        provider::delete_data_for_all_users_in_context($context);
        reconciler::run();
        $this->assertSame([], $this->run_at(3 * HOURSECS));
    }

    /**
     * A course with learners for whom something is due, to which the block is added.
     *
     * @return int
     */
    private function running_course(): int {
        $courseid = (int) $this->getDataGenerator()->create_course(['startdate' => school::NOW - 90 * DAYSECS, 'enddate' => 0])->id;
        $this->school->learner('absent', $courseid, ['enrolments' => [[-60 * DAYSECS, null]], 'seen' => -20 * DAYSECS]);
        $this->school->learner('never', $courseid, ['enrolments' => [[-14 * DAYSECS, null]]]);
        $this->school->learner('present', $courseid, ['enrolments' => [[-60 * DAYSECS, null]], 'seen' => -HOURSECS]);
        $this->school->learner('done', $courseid, [
            'enrolments' => [[-60 * DAYSECS, null]], 'seen' => -HOURSECS, 'completed' => -10 * DAYSECS,
        ]);
        $this->add_block($courseid);
        return $courseid;
    }

    /**
     * Adds the block as the course page does.
     *
     * @param int $courseid
     */
    private function add_block(int $courseid): void {
        $page = new \moodle_page();
        $page->set_course(get_course($courseid));
        $page->set_pagetype('course-view-topics');
        $page->blocks->add_region('side-pre', false);
        $page->blocks->load_blocks();
        $page->blocks->add_block('course_notification', 'side-pre', 0, false, 'course-view-*');
        pending::flush();
    }

    /**
     * What a run sends, by learner.
     *
     * @param int $seconds since the start
     * @return string[]
     */
    private function run_at(int $seconds = 0): array {
        $this->mock_clock_with_frozen(school::NOW + $seconds);
        $sink = $this->redirectMessages();
        (new sender())->run();
        $sent = array_map(
            fn(\stdClass $message): string => $this->school->name((int) $message->useridto) . ' ' . $message->eventtype,
            $sink->get_messages()
        );
        $sink->close();
        sort($sent);
        return $sent;
    }
}
