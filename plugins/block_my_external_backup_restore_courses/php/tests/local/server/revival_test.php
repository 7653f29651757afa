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

namespace block_my_external_backup_restore_courses\local\server;

use block_my_external_backup_restore_courses\local\rules\journey;
use block_my_external_backup_restore_courses\local\scraps;
use block_my_external_backup_restore_courses\task\cleanup_task;
use block_my_external_backup_restore_courses\task\export_task;
use block_my_external_backup_restore_courses\tests\lender;

#[\PHPUnit\Framework\Attributes\CoversClass(revival::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(cleanup::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(scraps::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\block_my_external_backup_restore_courses\local\scraps::class)]
/**
 * What dies is made anew, what is old goes, and what belongs to nobody is deleted.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_my_external_backup_restore_courses\local\server\revival
 * @covers \block_my_external_backup_restore_courses\local\server\cleanup
 * @covers \block_my_external_backup_restore_courses\local\scraps
 */
final class revival_test extends \advanced_testcase {
    /** @var lender The Moodle. */
    private lender $lender;

    /** @var \stdClass A course. */
    private \stdClass $course;

    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->course = $this->getDataGenerator()->create_course();
        $this->lender = new lender($this->getDataGenerator());
        $this->lender->teacher('ada', $this->course->id);
        $this->lender->files($this->course->id, ['a.txt' => 'one']);
    }

    /**
     * An export whose process was killed in the middle of it.
     *
     * @param int $ago seconds since its last sign of life
     * @return string its name
     */
    private function killed(int $ago): string {
        global $CFG, $DB;
        $name = $this->lender->ask('ada', $this->course->id);
        $this->kill($name, $ago);
        mkdir("$CFG->backuptempdir/" . register::own($name)->backupid . '/course', 0777, true);
        return $name;
    }

    /**
     * Begins an export, and goes away.
     *
     * @param string $name
     * @param int $ago
     */
    private function kill(string $name, int $ago): void {
        global $DB;
        $export = register::own($name);
        register::claim((int) $export->id);
        $controller = new export_controller($export);
        $controller->destroy();
        $DB->set_field(register::TABLE, 'heartbeat', time() - $ago, ['id' => $export->id]);
        $DB->set_field('task_adhoc', 'timestarted', time() - $ago);
    }

    /**
     * The tasks that wait.
     *
     * @return \core\task\adhoc_task[]
     */
    private function waiting(): array {
        return array_filter(
            \core\task\manager::get_adhoc_tasks(export_task::class),
            fn(\core\task\adhoc_task $task): bool => !$task->get_timestarted(),
        );
    }

    public function test_a_client_that_asks_has_a_dead_backup_made_anew(): void {
        global $CFG, $DB;
        $name = $this->killed(journey::DEATH + 1);
        $this->assertSame('waiting', exports::get_export($name)['state']);
        $this->assertSame([], glob("$CFG->backuptempdir/*"));
        $this->assertSame([0, 0], [$DB->count_records('backup_controllers'), $DB->count_records('backup_logs')]);
        $this->assertCount(1, \core\task\manager::get_adhoc_tasks(export_task::class));
        $this->assertCount(1, $this->waiting());
        $this->lender->work($name);
        $this->assertSame('ready', exports::get_export($name)['state']);
    }

    public function test_cron_does_the_same_where_nobody_asks(): void {
        $name = $this->killed(journey::DEATH + 1);
        (new cleanup_task())->execute();
        $this->assertSame('waiting', register::own($name)->state);
        $this->assertCount(1, $this->waiting());
    }

    public function test_silence_alone_is_not_death(): void {
        global $CFG;
        // A lock that this very process cannot take twice.
        $CFG->lock_factory = '\core\lock\file_lock_factory';
        $young = $this->killed(journey::DEATH - 10);
        $this->assertSame('preparing', exports::get_export($young)['state']);
        $old = $this->killed(journey::DEATH + 1);
        $locks = [];
        foreach (\core\task\manager::get_adhoc_tasks(export_task::class) as $task) {
            $locks[] = \core\lock\lock_config::get_lock_factory('cron')->get_lock('adhoc_' . $task->get_id(), 0);
        }
        $state = exports::get_export($old)['state'];
        array_map(fn(\core\lock\lock $lock) => $lock->release(), $locks);
        $this->assertSame('preparing', $state);
    }

    public function test_a_long_queue_is_not_death(): void {
        global $DB;
        $name = $this->lender->ask('ada', $this->course->id);
        $DB->set_field(register::TABLE, 'heartbeat', time() - 3 * HOURSECS);
        $this->assertSame(['waiting', 0], [exports::get_export($name)['state'], (int) register::own($name)->tries]);
        $this->assertCount(1, $this->waiting());
        $DB->delete_records('task_adhoc');
        $this->assertSame('waiting', exports::get_export($name)['state']);
        $this->assertCount(1, $this->waiting());
    }

    public function test_a_dead_backup_that_is_cancelled_leaves_nothing(): void {
        global $CFG, $DB;
        $name = $this->killed(journey::DEATH + 1);
        exports::cancel_export($name);
        $this->assertNotSame([], glob("$CFG->backuptempdir/*"));
        (new cleanup_task())->execute();
        $this->assertSame([], glob("$CFG->backuptempdir/*"));
        $this->assertSame([0, 0], [$DB->count_records('backup_controllers'), $DB->count_records('task_adhoc')]);
        $this->assertSame('cancelled', exports::get_export($name)['state']);
    }

    public function test_what_dies_three_times_fails(): void {
        $name = $this->killed(journey::DEATH + 1);
        for ($try = 1; $try <= 2; $try++) {
            $this->assertSame('waiting', exports::get_export($name)['state']);
            $this->kill($name, journey::DEATH + 1);
        }
        $state = exports::get_export($name);
        $this->assertSame(['failed', 'backup_failed'], [$state['state'], $state['reason']]);
        $this->assertSame([], \core\task\manager::get_adhoc_tasks(export_task::class));
    }

    public function test_a_process_that_was_taken_for_dead_stops_when_another_has_begun(): void {
        global $DB;
        $name = $this->lender->ask('ada', $this->course->id);
        $export = register::own($name);
        register::claim((int) $export->id);
        $this->assertFalse(register::claim((int) $export->id));
        $slow = new export_controller($export);
        $slow->settle();
        $backupid = register::own($name)->backupid;
        new export_controller($export);
        try {
            $slow->execute_plan();
            $this->fail('It went on.');
        } catch (cancelled $cancelled) {
            $this->assertSame('preparing', register::own($name)->state);
        } finally {
            scraps::clear($backupid);
        }
    }

    public function test_after_a_day_everything_goes(): void {
        global $DB;
        $export = $this->lender->export('ada', $this->course->id);
        contents::get_tickets($export->name, [sha1('one')]);
        (new cleanup_task())->execute();
        $this->assertSame('ready', exports::get_export($export->name)['state']);
        $DB->set_field(register::TABLE, 'timecreated', time() - DAYSECS - 1);
        (new cleanup_task())->execute();
        foreach ([register::TABLE, register::CONTENTS, register::TICKETS] as $table) {
            $this->assertSame(0, $DB->count_records($table), $table);
        }
        $this->assertSame(0, $DB->count_records('files', ['component' => 'block_my_external_backup_restore_courses']));
    }

    public function test_what_belongs_to_no_export_goes(): void {
        global $DB;
        $export = $this->lender->export('ada', $this->course->id);
        contents::get_tickets($export->name, [sha1('one')]);
        // As where the data of a person are deleted.
        $DB->delete_records(register::TABLE);
        (new cleanup_task())->execute();
        $this->assertSame([0, 0], [$DB->count_records(register::CONTENTS), $DB->count_records(register::TICKETS)]);
        $this->assertSame(0, $DB->count_records('files', ['component' => 'block_my_external_backup_restore_courses']));
    }
}
