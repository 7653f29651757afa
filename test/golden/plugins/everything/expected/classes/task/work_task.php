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

namespace local_everything\task;

/**
 * Ad hoc task work_task.
 *
 * Made from test/golden/plugins/everything/manifest.ts by the build: change that file, not this one.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class work_task extends \core\task\adhoc_task {
    /**
     * Asks for the work to be done in the background.
     *
     * @param int $row
     * @param int $notbefore when it may start; 0 is as soon as possible
     * @param bool $unlessqueued asks for nothing where the same work waits or runs already
     */
    public static function queue(int $row, int $notbefore = 0, bool $unlessqueued = false): void {
        $task = new self();
        $task->set_component('local_everything');
        $task->set_custom_data([
            'row' => $row,
        ]);
        $task->set_attempts_available(1);
        if ($notbefore > 0) {
            $task->set_next_run_time($notbefore);
        }
        \core\task\manager::queue_adhoc_task($task, $unlessqueued);
    }

    /**
     * Name of the task, for admins.
     *
     * @return string
     */
    public function get_name(): string {
        return get_string('task:work_task', 'local_everything');
    }

    /**
     * Does the work.
     */
    public function execute(): void {
        $data = json_decode($this->get_custom_data_as_string(), true);
        \local_everything\local\queue\worker::run_task(row: $data['row']);
    }
}
