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

namespace local_everything;

use core\check\result;
use local_everything\local\queue\handing;
use local_everything\local\queue\queue;
use local_everything\local\queue\queue_check;
use local_everything\local\queue\story;
use local_everything\local\queue\worker;
use local_everything\task\work_task;

#[\PHPUnit\Framework\Attributes\CoversClass(worker::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(handing::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(queue::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(queue_check::class)]
/**
 * Work that takes long.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \local_everything\local\queue\worker
 * @covers \local_everything\local\queue\handing
 * @covers \local_everything\local\queue\queue
 * @covers \local_everything\local\queue\queue_check
 */
final class queue_test extends \advanced_testcase {
    /** @var string Where it is kept. */
    private const TABLE = 'local_everything_delivery';

    /**
     * Something to deliver.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
    }

    public function test_a_row_goes_from_state_to_state_and_its_timeline_is_kept(): void {
        $row = $this->worked_on($this->add());
        $this->assertSame('done', $row->state);
        $this->assertNull($row->worker);
        $this->assertNull($row->box);
        $this->assertSame(['packed', 'carried', 'done'], array_column(story::steps($row), 0));
    }

    public function test_what_waits_lets_go_and_has_a_task_for_later(): void {
        $row = $this->worked_on($this->add(['plan' => 'go,wait']));
        $this->assertSame('packed', $row->state);
        $this->assertNull($row->worker);
        $this->assertGreaterThan(time() + 50, (int) $row->timenext);
        $later = $this->tasks();
        $this->assertCount(1, $later);
        $this->assertEqualsWithDelta((int) $row->timenext, $later[0]->get_next_run_time(), 1);
    }

    public function test_trouble_is_tried_again_later_and_then_the_end(): void {
        $id = $this->add(['plan' => 'trouble,go,trouble']);
        $row = $this->worked_on($id);
        $told = [$row->state, $row->reason, $row->detail, (int) $row->tries];
        $this->assertSame(['scheduled', 'invalidrecord', 'as planned', 1], $told);
        $this->assertGreaterThan(time() + 250, (int) $row->timenext);
        $this->assertNull($row->timeended);
        $row = $this->worked_on($id);
        $this->assertSame('failed', $row->state);
        $this->assertNotNull($row->timeended);
        $this->assertNull($row->box);
    }

    public function test_what_nobody_expected_is_not_told_to_people(): void {
        $row = $this->worked_on($this->add(['plan' => 'surprise']));
        $this->assertSame(['internal', ''], [$row->reason, $row->detail]);
    }

    public function test_who_is_not_the_one_any_more_writes_nothing_and_clears_its_own(): void {
        $row = $this->worked_on($this->add(['plan' => 'stolen,go']));
        $this->assertSame(['done', 7], [$row->state, (int) $row->tries]);
    }

    public function test_as_many_are_handed_out_as_there_are_places_the_longest_due_first(): void {
        $ids = [$this->add(['timenext' => 30]), $this->add(['timenext' => 10]), $this->add(['timenext' => 20])];
        $this->add(['timenext' => time() + 1000]);
        handing::hand();
        handing::hand();
        $handed = array_map(static fn($task): int => $task->get_custom_data()->row, $this->tasks());
        sort($handed);
        $this->assertSame([$ids[1], $ids[2]], $handed);
    }

    public function test_nothing_is_handed_out_while_it_is_paused(): void {
        $this->add();
        set_config('enabled', 0, 'local_everything');
        handing::hand();
        $this->assertSame([], $this->tasks());
        $this->assertSame(result::WARNING, queue_check::result()->get_status());
    }

    public function test_what_has_ended_and_left_something_is_cleared_in_the_background(): void {
        $this->add(['state' => 'failed', 'timeended' => 1]);
        $id = $this->add(['state' => 'failed', 'timeended' => 1, 'box' => 'left']);
        handing::hand();
        $this->assertSame([$id], array_map(static fn($task): int => $task->get_custom_data()->row, $this->tasks()));
        $this->assertNull($this->worked_on($id)->box);
    }

    public function test_a_dead_worker_is_found_its_task_dropped_and_its_work_handed_out_again(): void {
        $id = $this->add(['state' => 'packed', 'worker' => 'dead', 'heartbeat' => time() - 130]);
        $alive = $this->add(['state' => 'packed', 'worker' => 'alive', 'heartbeat' => time() - 100]);
        work_task::queue($id);
        handing::take_up_dead();
        $row = queue::find($id);
        $this->assertSame([null, 'worker_died', 1], [$row->worker, $row->reason, (int) $row->tries]);
        $this->assertSame([], $this->tasks());
        $this->assertSame('alive', queue::find($alive)->worker);
    }

    public function test_who_is_silent_and_holds_the_lock_is_left_alone(): void {
        global $CFG;
        // A database may give the lock to the same connection twice.
        $CFG->lock_factory = '\\core\\lock\\file_lock_factory';
        $id = $this->add(['state' => 'packed', 'worker' => 'slow', 'heartbeat' => time() - 1000]);
        $lock = worker::lock($id);
        handing::take_up_dead();
        $lock->release();
        $this->assertSame('slow', queue::find($id)->worker);
    }

    public function test_a_change_of_what_has_moved_meanwhile_is_none(): void {
        global $DB;
        $id = $this->add();
        $row = queue::find($id);
        $DB->set_field(self::TABLE, 'state', 'packed', ['id' => $id]);
        $this->assertFalse(queue::change($row, ['state' => 'failed']));
        $this->assertSame('packed', queue::find($id)->state);
        $this->assertTrue(queue::change(queue::find($id), ['state' => 'failed']));
    }

    public function test_what_ended_long_ago_is_forgotten_unless_something_is_left_or_in_hand(): void {
        global $DB;
        $this->add(['state' => 'done', 'timeended' => 100]);
        $kept = [
            $this->add(['state' => 'done', 'timeended' => 300]),
            $this->add(['state' => 'done', 'timeended' => 100, 'box' => 'left']),
            $this->add(['state' => 'done', 'timeended' => 100, 'worker' => 'somebody']),
            $this->add(['state' => 'packed']),
        ];
        queue::forget(200);
        $this->assertEqualsCanonicalizing($kept, array_map('intval', array_keys($DB->get_records(self::TABLE))));
    }

    public function test_the_status_check_tells_of_what_should_have_gone_on(): void {
        $this->assertSame(result::OK, queue_check::result()->get_status());
        $this->add(['timenext' => time() - 1000, 'heartbeat' => time() - 1000]);
        $this->assertSame(result::WARNING, queue_check::result()->get_status());
    }

    /**
     * Keeps a delivery.
     *
     * @param array $values
     * @return int
     */
    private function add(array $values = []): int {
        global $DB;
        $values += ['plan' => '', 'state' => 'scheduled', 'timecreated' => 1, 'timechanged' => 1];
        return (int) $DB->insert_record(self::TABLE, $values);
    }

    /**
     * Has it worked on, as its task does.
     *
     * @param int $id
     * @return \stdClass as it is then
     */
    private function worked_on(int $id): \stdClass {
        ob_start();
        try {
            worker::run_task($id);
        } finally {
            ob_end_clean();
        }
        return queue::find($id);
    }

    /**
     * The tasks that wait.
     *
     * @return \core\task\adhoc_task[]
     */
    private function tasks(): array {
        return array_values(\core\task\manager::get_adhoc_tasks(work_task::class));
    }
}
