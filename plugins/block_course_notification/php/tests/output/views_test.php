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

use block_course_notification\local\course\course_counts;
use block_course_notification\local\course\why;
use block_course_notification\local\plan\pending;
use block_course_notification\local\plan\stale;
use block_course_notification\local\rules\signals;
use block_course_notification\task\notification_task;
use block_course_notification\task\plan_course_task;
use block_course_notification\tests\school;
use block_course_notification\tests\school_testcase;

#[\PHPUnit\Framework\Attributes\CoversClass(manager_view::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(learner_view::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(paused_notice::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\block_course_notification\local\course\course_counts::class)]
/**
 * What the block shows, and what it costs.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\output\manager_view
 * @covers \block_course_notification\output\learner_view
 * @covers \block_course_notification\output\paused_notice
 * @covers \block_course_notification\local\course\course_counts
 */
final class views_test extends school_testcase {
    /**
     * A view as data for its template.
     *
     * @param \core\output\named_templatable $view
     * @return array
     */
    private function data(\core\output\named_templatable $view): array {
        global $PAGE;
        return $view->export_for_template($PAGE->get_renderer('core'));
    }

    public function test_it_counts_what_is_due_today_and_in_a_week_and_costs_three_queries_at_most(): void {
        global $DB;
        $courseid = $this->school->course();
        for ($number = 0; $number < 40; $number++) {
            $this->school->learner("learner$number", $courseid, ['enrolments' => [[($number % 2 ? -1 : 3) * DAYSECS, null]]]);
        }
        pending::flush();
        $this->setAdminUser();
        // What every page has read by then: roles of the reader, configuration. What another course plans is no matter of this one.
        $other = $this->school->course();
        $this->school->learner('kim', $other, ['enrolments' => [[-DAYSECS, null]]]);
        pending::flush();
        $this->data(new manager_view($other, []));
        $before = $DB->perf_get_queries();
        $data = $this->data(new manager_view($courseid, signals::SIGNALS));
        $this->assertLessThanOrEqual(3, $DB->perf_get_queries() - $before);
        $this->assertSame(['today' => 20, 'week' => 60, 'sent' => 0], $data['total']);
        $this->assertSame([20, 40], [$data['signals'][0]['today'], $data['signals'][0]['week']]);
        $before = $DB->perf_get_queries();
        course_counts::of($courseid, signals::SIGNALS);
        $this->assertSame(0, $DB->perf_get_queries() - $before);
    }

    public function test_signals_that_are_off_are_not_shown(): void {
        $data = $this->data(new manager_view($this->school->course(), ['closed']));
        $this->assertSame(['closed'], array_column($data['signals'], 'signal'));
    }

    public function test_an_admin_is_led_to_the_disabled_task_and_others_only_told(): void {
        $courseid = $this->school->course();
        $this->setAdminUser();
        $this->assertStringContainsString('scheduledtasks.php', paused_notice::export($courseid)['url']);
        $this->setUser($this->getDataGenerator()->create_user());
        $this->assertNull(paused_notice::export($courseid)['url']);
    }

    public function test_the_notice_goes_when_the_task_is_enabled_and_comes_when_site_or_course_are_closed(): void {
        $this->setAdminUser();
        $courseid = $this->school->course();
        $this->enable_task();
        $this->assertNull(paused_notice::export($courseid));
        $hidden = paused_notice::export($this->school->course(['visible' => 0]));
        $this->assertSame(get_string('paused:hidden', 'block_course_notification'), $hidden['text']);
        set_config('enable', 0, 'block_course_notification');
        $this->assertStringContainsString('blocksettingcourse_notification', paused_notice::export($courseid)['url']);
    }

    public function test_the_learner_is_promised_nothing_while_the_task_is_off_nor_what_they_have_turned_off(): void {
        $courseid = $this->school->course();
        $with = ['enrolments' => [[-90 * DAYSECS, null]], 'seen' => -13 * DAYSECS];
        $user = $this->school->learner('sam', $courseid, $with);
        pending::flush();
        $this->setUser($user);
        $next = fn(): string => $this->data(new learner_view($courseid, (int) $user->id, 2 * WEEKSECS, WEEKSECS))['next'];
        $this->assertSame(get_string('learner:paused', 'block_course_notification'), $next());
        $this->enable_task();
        $this->assertStringContainsString(userdate(school::NOW + 2 * WEEKSECS, get_string('strftimedate', 'langconfig')), $next());
        set_user_preference('message_provider_block_course_notification_inactive_enabled', 'none', $user);
        $this->assertSame(get_string('learner:nothing', 'block_course_notification'), $next());
    }

    public function test_the_block_the_plan_and_the_explanation_say_the_same_after_a_visit_and_a_choice(): void {
        global $DB;
        $courseid = $this->school->course();
        $here = $this->school->learner('here', $courseid, ['enrolments' => [[-7 * DAYSECS, null]]]);
        $off = $this->school->learner('off', $courseid, ['enrolments' => [[-60 * DAYSECS, null]], 'seen' => -15 * DAYSECS]);
        pending::flush();
        $before = course_counts::of($courseid, signals::SIGNALS);
        $this->assertSame(2, array_sum(array_column($before, 'today')));
        school::visit($here, $courseid, 0);
        set_user_preference('message_provider_block_course_notification_inactive_enabled', 'none', $off);
        stale::refresh($courseid);
        $this->assertSame(0, array_sum(array_column(course_counts::of($courseid, signals::SIGNALS), 'week')));
        $planned = $DB->get_records_menu('block_course_notification_due', null, '', 'signalname, timedue');
        $this->assertEquals(['inactive' => school::NOW + 14 * DAYSECS], $planned);
        $this->assertSame(school::NOW + 14 * DAYSECS, why::explain($courseid, (int) $here->id)['inactive']['timedue']);
    }

    public function test_a_course_that_is_being_planned_says_so(): void {
        $courseid = $this->school->course();
        $this->assertFalse($this->data(new manager_view($courseid, signals::SIGNALS))['planning']);
        plan_course_task::queue($this->school->course());
        $other = new \core\task\asynchronous_copy_task();
        $other->set_custom_data(['courseid' => $courseid]);
        \core\task\manager::queue_adhoc_task($other);
        $this->assertFalse($this->data(new manager_view($courseid, signals::SIGNALS))['planning']);
        plan_course_task::queue($courseid);
        $this->assertTrue($this->data(new manager_view($courseid, signals::SIGNALS))['planning']);
    }

    /**
     * Enables the task that sends.
     */
    private function enable_task(): void {
        $task = \core\task\manager::get_scheduled_task(notification_task::class);
        $task->set_disabled(false);
        \core\task\manager::configure_scheduled_task($task);
    }

    public function test_a_learner_reads_when_access_ends(): void {
        $this->enable_task();
        $courseid = $this->school->course();
        $user = $this->school->learner('sam', $courseid, ['enrolments' => [[-90 * DAYSECS, 9 * DAYSECS]], 'seen' => -HOURSECS]);
        pending::flush();
        $this->setUser($user);
        $next = $this->data(new learner_view($courseid, (int) $user->id, 2 * WEEKSECS, WEEKSECS))['next'];
        $this->assertStringContainsString(userdate(school::NOW + 9 * DAYSECS, get_string('strftimedate', 'langconfig')), $next);
    }

    public function test_a_learner_who_is_here_reads_how_long_they_may_stay_away_from_now_on(): void {
        $this->enable_task();
        $courseid = $this->school->course();
        $with = ['enrolments' => [[-90 * DAYSECS, null]], 'seen' => -13 * DAYSECS];
        $user = $this->school->learner('sam', $courseid, $with);
        pending::flush();
        $next = $this->data(new learner_view($courseid, (int) $user->id, 2 * WEEKSECS, WEEKSECS))['next'];
        $this->assertStringContainsString(userdate(school::NOW + 2 * WEEKSECS, get_string('strftimedate', 'langconfig')), $next);
    }

    public function test_a_learner_who_comes_for_the_first_time_reads_what_the_explanation_says_from_then_on(): void {
        global $DB;
        $this->enable_task();
        $courseid = $this->school->course();
        $user = $this->school->learner('sam', $courseid, ['enrolments' => [[-8 * DAYSECS, null]]]);
        pending::flush();
        school::visit($user, $courseid, 0);
        $next = fn(): string => $this->data(new learner_view($courseid, (int) $user->id, 2 * WEEKSECS, 3 * WEEKSECS))['next'];
        $format = get_string('strftimedate', 'langconfig');
        $this->assertStringContainsString(userdate(school::NOW + 2 * WEEKSECS, $format), $next());
        // A reminder of yesterday holds the next one back for three weeks.
        $at = school::NOW - DAYSECS;
        $DB->insert_record('block_course_notification_sent', [
            'courseid' => $courseid,
            'userid' => $user->id,
            'signalname' => 'firstcall',
            'anchor' => $at,
            'state' => 'sent',
            'timeclaimed' => $at,
            'timesent' => $at,
        ]);
        $this->assertStringContainsString(userdate(school::NOW - DAYSECS + 3 * WEEKSECS, $format), $next());
    }

    public function test_a_learner_for_whom_nothing_is_planned_reads_so(): void {
        $this->enable_task();
        $courseid = $this->school->course([], ['enable' => 0]);
        $user = $this->school->learner('sam', $courseid);
        $next = $this->data(new learner_view($courseid, (int) $user->id, 2 * WEEKSECS, WEEKSECS))['next'];
        $this->assertSame(get_string('learner:nothing', 'block_course_notification'), $next);
    }
}
