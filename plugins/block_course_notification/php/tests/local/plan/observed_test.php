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

namespace block_course_notification\local\plan;

use block_course_notification\local\facts\course_settings;
use block_course_notification\local\send\ledger;
use block_course_notification\local\send\sender;
use block_course_notification\local\site\cleanup;
use block_course_notification\tests\school;
use block_course_notification\tests\school_testcase;

#[\PHPUnit\Framework\Attributes\CoversClass(observed::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(pending::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(reconciler::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\block_course_notification\local\site\cleanup::class)]
/**
 * What is planned follows what happens in Moodle, and nothing is left behind.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\local\plan\observed
 * @covers \block_course_notification\local\plan\pending
 * @covers \block_course_notification\local\plan\reconciler
 * @covers \block_course_notification\local\site\cleanup
 */
final class observed_test extends school_testcase {
    /** @var int A course. */
    private int $courseid;

    /** @var \stdClass A learner in it, who was told that access is open. */
    private \stdClass $user;

    /**
     * A learner who was told something and will be told more.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->courseid = $this->school->course();
        $this->user = $this->school->learner('sue', $this->courseid);
        pending::flush();
        $this->redirectMessages();
        (new sender())->run();
        $this->assertSame([3, 1], $this->rows());
    }

    public function test_who_is_unenrolled_is_forgotten_a_month_later(): void {
        global $DB;
        $instance = $DB->get_record('enrol', ['courseid' => $this->courseid, 'enrol' => 'manual']);
        enrol_get_plugin('manual')->unenrol_user($instance, $this->user->id);
        pending::flush();
        $this->assertSame([0, 1], $this->rows());
        cleanup::orphans(school::NOW + 30 * DAYSECS);
        $this->assertSame([0, 1], $this->rows());
        cleanup::orphans(school::NOW + 30 * DAYSECS + 1);
        $this->assertSame([0, 0], $this->rows());
        $this->assertSame(0, $DB->count_records('block_course_notification_dropped'));
    }

    public function test_who_went_without_an_event_is_forgotten_a_month_after_somebody_noticed(): void {
        global $DB;
        $DB->delete_records('user_enrolments', ['userid' => $this->user->id]);
        cleanup::orphans(school::NOW + 9 * DAYSECS);
        $this->assertSame([0, 1], $this->rows());
        cleanup::orphans(school::NOW + 39 * DAYSECS);
        $this->assertSame([0, 1], $this->rows());
        cleanup::orphans(school::NOW + 39 * DAYSECS + 1);
        $this->assertSame([0, 0], $this->rows());
    }

    public function test_a_deleted_account_is_forgotten(): void {
        delete_user($this->user);
        pending::flush();
        $this->assertSame([0, 0], $this->rows());
    }

    public function test_a_deleted_course_is_forgotten(): void {
        delete_course($this->courseid, false);
        pending::flush();
        $this->assertSame([0, 0], $this->rows());
    }

    public function test_a_removed_block_plans_nothing_and_remembers_what_was_sent(): void {
        $this->run_block('instance_delete');
        blocks_delete_instance($this->block());
        pending::flush();
        $this->assertSame([0, 1], $this->rows());
        school::block($this->courseid);
        pending::flush();
        $this->assertSame([3, 1], $this->rows());
        $sink = $this->redirectMessages();
        (new sender())->run();
        $this->assertSame([], $sink->get_messages());
    }

    public function test_hiding_a_category_hides_what_is_planned_below_and_showing_it_brings_it_back(): void {
        global $DB;
        $category = \core_course_category::get(
            $DB->get_field('course', 'category', ['id' => $this->courseid]),
            alwaysreturnhidden: true
        );
        $category->hide();
        pending::flush();
        $this->assertSame([0, 1], $this->rows());
        $category->show();
        pending::flush();
        $this->assertSame([3, 1], $this->rows());
    }

    public function test_moving_a_category_concerns_the_courses_below_it_alone(): void {
        global $DB;
        $elsewhere = $this->getDataGenerator()->create_category();
        $other = $this->school->course(['category' => $elsewhere->id]);
        $this->school->learner('kim', $other);
        pending::flush();
        $DB->delete_records('block_course_notification_due');
        $this->getDataGenerator()->create_category(['name' => 'Without courses'])->update(['name' => 'Still without']);
        pending::flush();
        $this->assertSame(0, $DB->count_records('block_course_notification_due'));
        $elsewhere->update(['name' => 'Moved']);
        pending::flush();
        $planned = $DB->get_fieldset_sql('SELECT DISTINCT courseid FROM {block_course_notification_due}');
        $this->assertEquals([$other], $planned);
    }

    public function test_a_hidden_course_plans_nothing(): void {
        update_course((object) ['id' => $this->courseid, 'visible' => 0]);
        pending::flush();
        $this->assertSame([0, 1], $this->rows());
    }

    public function test_a_moved_course_start_moves_what_is_planned(): void {
        global $DB;
        update_course((object) ['id' => $this->courseid, 'startdate' => school::NOW + DAYSECS]);
        pending::flush();
        $due = $DB->get_field('block_course_notification_due', 'timedue', ['signalname' => 'firstcall']);
        $this->assertEquals(school::NOW + 8 * DAYSECS, $due);
    }

    public function test_a_suspended_account_plans_nothing_and_comes_back(): void {
        user_update_user((object) ['id' => $this->user->id, 'suspended' => 1], false);
        pending::flush();
        $this->assertSame([0, 1], $this->rows());
        user_update_user((object) ['id' => $this->user->id, 'suspended' => 0], false);
        pending::flush();
        $this->assertSame([3, 1], $this->rows());
    }

    public function test_losing_the_role_of_a_learner_plans_nothing(): void {
        global $DB;
        $role = $DB->get_field('role', 'id', ['shortname' => 'student']);
        role_unassign($role, $this->user->id, \core\context\course::instance($this->courseid)->id);
        pending::flush();
        $this->assertSame([0, 1], $this->rows());
    }

    public function test_completion_is_told_and_ends_the_reminders(): void {
        school::complete($this->user, $this->courseid, 0);
        pending::flush();
        $this->assertSame(['completed'], $GLOBALS['DB']->get_fieldset_select('block_course_notification_due', 'signalname', ''));
    }

    public function test_five_hundred_enrolments_are_planned_with_few_queries(): void {
        global $DB;
        $users = [];
        for ($number = 0; $number < 100; $number++) {
            $users[] = $this->school->learner("many$number", $this->courseid);
        }
        $before = $DB->perf_get_queries();
        pending::flush();
        $this->assertLessThan(30, $DB->perf_get_queries() - $before);
        $this->assertSame(3 + 100 * 4, $this->rows()[0]);
    }

    public function test_the_nightly_check_repairs_what_an_import_did_and_says_so(): void {
        global $DB;
        $DB->set_field('user_enrolments', 'timeend', school::NOW + 20 * DAYSECS, ['userid' => $this->user->id]);
        $DB->delete_records('block_course_notification_due', ['signalname' => 'firstcall']);
        $DB->set_field('block_course_notification_due', 'timedue', 5, ['signalname' => 'secondcall']);
        $DB->insert_record('block_course_notification_due', (object) [
            'courseid' => $this->courseid, 'userid' => 2, 'signalname' => 'closed', 'anchor' => 1, 'timedue' => 1,
        ]);
        $changes = reconciler::run();
        // Missing: the first call, two rungs of the ladder, and the end.
        $this->assertSame([4, 1, 2], [$changes->added, $changes->moved, $changes->removed]);
        $this->assertStringContainsString('4 missing rows added, 1 wrong dates corrected, 2 rows', reconciler::report($changes));
        $again = reconciler::run();
        $this->assertSame([0, 0, 0], [$again->added, $again->moved, $again->removed]);
        $this->assertStringContainsString('Nothing to repair', reconciler::report($again));
    }

    public function test_what_another_process_has_planned_meanwhile_is_left_alone(): void {
        global $DB;
        // On PostgreSQL, a failing statement would end the transaction of the test.
        $this->preventResetByRollback();
        $rows = [];
        for ($number = 0; $number < 20; $number++) {
            $rows[] = [
                'courseid' => $this->courseid,
                'userid' => 5000 + $number,
                'signalname' => 'closed',
                'anchor' => 7,
                'timedue' => 9,
            ];
        }
        agenda::write([], [$rows[3], $rows[11]]);
        agenda::write([], $rows);
        $this->assertSame(20, $DB->count_records('block_course_notification_due', ['anchor' => 7]));
    }

    public function test_old_traces_and_orphans_are_removed(): void {
        global $DB;
        $old = school::NOW - 3 * YEARSECS;
        $traces = [[$this->user->id, $old, $old], [$this->user->id, $old, school::NOW], [999999, school::NOW, 3]];
        foreach ($traces as [$userid, $time, $anchor]) {
            $DB->insert_record(ledger::TABLE, (object) [
                'courseid' => $this->courseid, 'userid' => $userid, 'signalname' => 'closed', 'anchor' => $anchor,
                'state' => ledger::SENT, 'timeclaimed' => $time, 'timesent' => $time,
            ]);
        }
        $this->assertSame(1, cleanup::traces(school::NOW));
        $this->assertSame(1, cleanup::orphans(school::NOW));
        $this->assertSame([3, 2], $this->rows());
    }

    public function test_a_restored_course_keeps_the_configuration_and_is_planned(): void {
        global $CFG, $DB, $USER;
        require_once($CFG->dirroot . '/backup/util/includes/backup_includes.php');
        require_once($CFG->dirroot . '/backup/util/includes/restore_includes.php');
        $this->setAdminUser();
        $config = ['firstassign' => 0, 'inactiveafter' => 3 * DAYSECS, 'subject' => ['closed' => ['en' => 'Bye']]];
        course_settings::save($this->courseid, $config);
        $this->preventResetByRollback();
        $CFG->backup_file_logger_level = \backup::LOG_NONE;
        $backup = new \backup_controller(
            \backup::TYPE_1COURSE,
            $this->courseid,
            \backup::FORMAT_MOODLE,
            \backup::INTERACTIVE_NO,
            \backup::MODE_IMPORT,
            $USER->id
        );
        $id = $backup->get_backupid();
        $backup->execute_plan();
        $backup->destroy();
        $copy = \restore_dbops::create_new_course('Copy', 'copy', 1);
        $restore = new \restore_controller(
            $id,
            $copy,
            \backup::INTERACTIVE_NO,
            \backup::MODE_IMPORT,
            $USER->id,
            \backup::TARGET_NEW_COURSE
        );
        $this->assertTrue($restore->execute_precheck());
        $restore->execute_plan();
        $restore->destroy();
        $settings = course_settings::of($copy);
        $this->assertSame([false, 3 * DAYSECS], [$settings['firstassign'], $settings['inactiveafter']]);
        $this->assertSame('Bye', $settings['subject']['closed']['en']);
    }

    /**
     * How many rows there are: due and sent.
     *
     * @return int[]
     */
    private function rows(): array {
        global $DB;
        return [$DB->count_records('block_course_notification_due'), $DB->count_records(ledger::TABLE)];
    }

    /**
     * The block of the course.
     *
     * @return \stdClass
     */
    private function block(): \stdClass {
        global $DB;
        return $DB->get_record('block_instances', ['blockname' => 'course_notification']);
    }

    /**
     * Calls what Moodle calls on a block.
     *
     * @param string $method
     */
    private function run_block(string $method): void {
        global $CFG;
        require_once($CFG->libdir . '/blocklib.php');
        block_instance('course_notification', $this->block())->$method();
    }
}
