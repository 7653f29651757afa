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

use block_course_notification\task\notification_task;
use block_course_notification\tests\school;
use block_course_notification\tests\school_testcase;
use core\task\manager;

#[\PHPUnit\Framework\Attributes\CoversClass(recovery::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(known_addresses::class)]
/**
 * After an outage mails leave soon, however long Moodle lets the failed task wait.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\local\send\recovery
 * @covers \block_course_notification\local\send\known_addresses
 */
final class recovery_test extends school_testcase {
    /**
     * A task that has failed for a day.
     */
    protected function setUp(): void {
        parent::setUp();
        outage::begins('connection', '', school::NOW - DAYSECS);
        $this->fails(DAYSECS, school::NOW - 10 * MINSECS);
    }

    /**
     * Lets the task have failed.
     *
     * @param int $delay
     * @param int $lastrun
     * @param bool $disabled
     */
    private function fails(int $delay, int $lastrun, bool $disabled = false): void {
        global $DB;
        $task = manager::get_scheduled_task(notification_task::class);
        $task->set_disabled($disabled);
        $task->set_fail_delay($delay);
        manager::configure_scheduled_task($task);
        $DB->set_field('task_scheduled', 'lastruntime', $lastrun, ['classname' => '\\' . notification_task::class]);
    }

    /**
     * How long the task waits.
     *
     * @return int
     */
    private function delay(): int {
        return (int) manager::get_scheduled_task(notification_task::class)->get_fail_delay();
    }

    /**
     * Looks.
     *
     * @param bool $iswell whether the server is well
     * @return array|null the addresses that it was asked for; null where it was not asked
     */
    private function look(bool $iswell): ?array {
        $postman = $this->createMock(postman::class);
        $asked = null;
        $postman->method('is_server_well')->willReturnCallback(static function (array $addresses) use (&$asked, $iswell): bool {
            $asked = $addresses;
            return $iswell;
        });
        recovery::look($postman);
        return $asked;
    }

    public function test_the_task_waits_while_the_server_is_away_and_no_longer_when_it_is_back(): void {
        $this->look(false);
        $this->assertSame(DAYSECS, $this->delay());
        $this->look(true);
        $this->assertSame(0, $this->delay());
    }

    public function test_the_server_has_to_know_somebody_to_whom_it_took_mails(): void {
        global $DB;
        $courseid = $this->school->course();
        foreach (['one', 'two'] as $name) {
            $user = $this->school->learner($name, $courseid);
            $DB->insert_record(ledger::TABLE, (object) [
                'courseid' => $courseid, 'userid' => $user->id, 'signalname' => 'closed', 'anchor' => 1,
                'state' => $name === 'one' ? ledger::SENT : ledger::FAILED, 'timeclaimed' => school::NOW,
            ]);
        }
        $this->assertSame(['one@example.com', get_admin()->email], $this->look(false));
    }

    public function test_once_an_hour_a_run_tries_whatever_the_server_seems(): void {
        $this->fails(DAYSECS, school::NOW - 61 * MINSECS);
        $this->assertNull($this->look(false));
        $this->assertSame(0, $this->delay());
    }

    public function test_a_task_that_an_admin_has_disabled_or_a_site_that_is_off_is_left_alone(): void {
        $this->fails(DAYSECS, school::NOW, true);
        $this->assertNull($this->look(true));
        $this->fails(DAYSECS, school::NOW);
        set_config('enable', 0, 'block_course_notification');
        $this->assertNull($this->look(true));
        $this->assertSame(DAYSECS, $this->delay());
    }

    public function test_without_an_outage_a_task_that_fails_is_no_matter_of_ours(): void {
        outage::ends();
        recovery::run_task();
        $this->assertSame(DAYSECS, $this->delay());
        $this->expectOutputString('');
    }
}
