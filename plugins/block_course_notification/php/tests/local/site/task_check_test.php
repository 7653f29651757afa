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

namespace block_course_notification\local\site;

use block_course_notification\local\plan\pending;
use block_course_notification\local\send\outage;
use block_course_notification\tests\school;
use core\check\result;

#[\PHPUnit\Framework\Attributes\CoversClass(task_check::class)]
/**
 * What the status report tells admins.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\local\site\task_check
 */
final class task_check_test extends \advanced_testcase {
    /** @var school A course and a learner. */
    private school $school;

    /**
     * A site that sends.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->mock_clock_with_frozen(school::NOW);
        $task = \core\task\manager::get_scheduled_task(\block_course_notification\task\notification_task::class);
        $task->set_disabled(false);
        \core\task\manager::configure_scheduled_task($task);
        $this->school = new school($this->getDataGenerator());
        $this->school->learner('sam', $this->school->course());
        pending::flush();
    }

    public function test_all_is_well_where_mails_leave(): void {
        $this->assertSame(result::OK, task_check::result()->get_status());
    }

    public function test_a_server_that_fails_is_an_error(): void {
        outage::begins('connection', '111 Connection refused <b>', school::NOW);
        $result = task_check::result();
        $this->assertSame(result::ERROR, $result->get_status());
        $this->assertStringContainsString('111 Connection refused &lt;b&gt;', $result->get_summary());
    }

    public function test_a_site_on_which_nobody_may_be_notified_is_an_error(): void {
        global $DB;
        $DB->delete_records('role_capabilities', ['capability' => 'block/course_notification:benotified']);
        $result = task_check::result();
        $this->assertSame(result::ERROR, $result->get_status());
        $this->assertStringContainsString('Nobody can be notified', $result->get_summary());
    }

    public function test_what_is_hours_late_is_a_warning(): void {
        $this->mock_clock_with_frozen(school::NOW + 4 * HOURSECS);
        $result = task_check::result();
        $this->assertSame(result::WARNING, $result->get_status());
        $this->assertStringContainsString('overdue: 1', $result->get_summary());
    }

    public function test_learners_for_whom_nothing_is_planned_are_a_warning(): void {
        global $DB;
        $DB->delete_records('block_course_notification_due');
        $result = task_check::result();
        $this->assertSame(result::WARNING, $result->get_status());
        $this->assertStringContainsString('Nothing is planned', $result->get_summary());
    }
}
