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

use block_course_notification\local\course\why;
use block_course_notification\local\plan\pending;
use block_course_notification\local\send\ledger;
use block_course_notification\local\send\sender;
use block_course_notification\local\site\cleanup;
use block_course_notification\output\choose_view;
use block_course_notification\privacy\provider;
use block_course_notification\tests\school_testcase;
use core_privacy\local\request\approved_contextlist;

#[\PHPUnit\Framework\Attributes\CoversClass(muted::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\block_course_notification\local\plan\second_thoughts::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\block_course_notification\output\choose_view::class)]
/**
 * Somebody wants no notifications from a course.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\local\facts\muted
 * @covers \block_course_notification\local\plan\second_thoughts
 * @covers \block_course_notification\output\choose_view
 */
final class muted_test extends school_testcase {
    /** @var int A course. */
    private int $courseid;

    /** @var \stdClass A learner who wants none from it. */
    private \stdClass $sam;

    /**
     * A learner who wants no notifications from one of two courses.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->courseid = $this->school->course(['fullname' => 'Algebra']);
        $this->sam = $this->school->learner('sam', $this->courseid);
        pending::flush();
        muted::set($this->courseid, (int) $this->sam->id, true);
    }

    /**
     * How many notifications are planned for Sam.
     *
     * @return int
     */
    private function planned(): int {
        global $DB;
        return $DB->count_records('block_course_notification_due', ['userid' => $this->sam->id]);
    }

    public function test_who_switches_them_on_again_is_planned_at_once(): void {
        $this->assertSame(0, $this->planned());
        muted::set($this->courseid, (int) $this->sam->id, false);
        $this->assertGreaterThan(0, $this->planned());
    }

    public function test_who_chooses_again_in_the_message_preferences_is_planned_with_the_next_run(): void {
        global $DB;
        muted::set($this->courseid, (int) $this->sam->id, false);
        $name = 'message_provider_block_course_notification_firstassign_enabled';
        set_user_preference($name, 'none', $this->sam);
        (new sender())->run();
        $firstassign = ['userid' => $this->sam->id, 'signalname' => 'firstassign'];
        $this->assertFalse($DB->record_exists('block_course_notification_due', $firstassign));
        $DB->delete_records('cache_flags');
        (new sender())->run();
        $this->assertFalse($DB->record_exists(ledger::TABLE, $firstassign));
        set_user_preference($name, 'popup,email', $this->sam);
        (new sender())->run();
        $this->assertTrue($DB->record_exists(ledger::TABLE, $firstassign));
    }

    /**
     * Whether Sam is muted.
     *
     * @return bool
     */
    private function is_muted(): bool {
        return muted::is_muted($this->courseid, (int) $this->sam->id);
    }

    public function test_nothing_is_planned_for_them_until_they_change_their_mind(): void {
        $this->assertSame(0, $this->planned());
        $this->assertSame('optedout', why::explain($this->courseid, (int) $this->sam->id)['firstassign']['reason']);
        muted::set($this->courseid, (int) $this->sam->id, false);
        $this->assertGreaterThan(0, $this->planned());
    }

    public function test_other_courses_and_other_people_are_not_concerned(): void {
        $sue = $this->school->learner('sue', $this->courseid);
        $other = $this->school->course();
        $this->getDataGenerator()->enrol_user($this->sam->id, $other);
        foreach ([[$this->courseid, $sue], [$other, $this->sam]] as [$courseid, $user]) {
            $this->assertSame([], why::learner($courseid, (int) $user->id)->facts()['optedout']);
        }
    }

    public function test_it_outlives_an_unenrolment_and_the_nightly_cleanup(): void {
        $instances = enrol_get_instances($this->courseid, true);
        enrol_get_plugin('manual')->unenrol_user(reset($instances), $this->sam->id);
        cleanup::orphans(\core\di::get(\core\clock::class)->time());
        $this->assertTrue($this->is_muted());
    }

    public function test_it_goes_with_the_course_and_with_the_account(): void {
        global $DB;
        $sue = $this->school->learner('sue', $this->courseid);
        muted::set($this->courseid, (int) $sue->id, true);
        delete_user($this->sam);
        $this->assertFalse($this->is_muted());
        delete_course($this->courseid, false);
        $this->assertSame(0, $DB->count_records(muted::TABLE));
    }

    public function test_it_is_told_and_deleted_by_the_privacy_pages(): void {
        $context = \core\context\course::instance($this->courseid);
        $this->assertContainsEquals($context->id, provider::get_contexts_for_userid((int) $this->sam->id)->get_contextids());
        $list = new approved_contextlist($this->sam, 'block_course_notification', [$context->id]);
        provider::export_user_data($list);
        $this->assertTrue(\core_privacy\local\request\writer::with_context($context)->has_any_data());
        provider::delete_data_for_user($list);
        $this->assertFalse($this->is_muted());
    }

    public function test_a_backup_with_people_takes_it_along(): void {
        global $CFG, $DB;
        require_once($CFG->dirroot . '/backup/util/includes/backup_includes.php');
        require_once($CFG->dirroot . '/backup/util/includes/restore_includes.php');
        $this->setAdminUser();
        $CFG->backup_file_logger_level = \backup::LOG_NONE;
        $backup = new \backup_controller(
            \backup::TYPE_1COURSE,
            $this->courseid,
            \backup::FORMAT_MOODLE,
            \backup::INTERACTIVE_NO,
            \backup::MODE_SAMESITE,
            get_admin()->id
        );
        $backup->execute_plan();
        $file = $backup->get_results()['backup_destination'];
        $folder = $backup->get_backupid();
        if ($file !== null) {
            $file->extract_to_pathname(get_file_packer('application/vnd.moodle.backup'), make_backup_temp_directory($folder));
        }
        $backup->destroy();
        $newid = \restore_dbops::create_new_course('New', 'NEW', $DB->get_field('course', 'category', ['id' => $this->courseid]));
        $restore = new \restore_controller(
            $folder,
            $newid,
            \backup::INTERACTIVE_NO,
            \backup::MODE_SAMESITE,
            get_admin()->id,
            \backup::TARGET_NEW_COURSE
        );
        $this->assertTrue($restore->execute_precheck());
        $restore->execute_plan();
        $restore->destroy();
        $this->assertTrue(muted::is_muted($newid, (int) $this->sam->id));
    }

    public function test_the_switch_says_how_it_stands_and_what_it_would_do(): void {
        global $PAGE;
        $data = (new choose_view($this->courseid, (int) $this->sam->id))->export_for_template($PAGE->get_renderer('core'));
        $this->assertSame(['You get no notifications from Algebra.', 0], [$data['state'], $data['none']]);
    }
}
