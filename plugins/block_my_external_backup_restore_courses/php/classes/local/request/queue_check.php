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

namespace block_my_external_backup_restore_courses\local\request;

use block_my_external_backup_restore_courses\local\config;
use core\check\result;

/**
 * The status check of the queue: requests that should be on their way, and are not.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class queue_check {
    /** @var int So long after its time, a request is overdue. */
    private const LATE = 15 * MINSECS;

    /**
     * How the queue stands.
     *
     * @return result
     */
    public static function result(): result {
        global $DB;
        $now = \core\di::get(\core\clock::class)->time();
        $open = 'state NOT IN (' . requests::ENDED . ')';
        $count = $DB->count_records_select(requests::TABLE, $open);
        if (config::paused()) {
            $text = get_string('queue:paused', 'block_my_external_backup_restore_courses', $count);
            return new result($count > 0 ? result::WARNING : result::INFO, $text);
        }
        $params = ['due' => $now - self::LATE, 'alive' => $now - self::LATE];
        $where = "$open AND timenext < :due AND heartbeat < :alive";
        $late = $DB->count_records_select(requests::TABLE, $where, $params);
        if ($late === 0) {
            return new result(result::OK, get_string('queue:moving', 'block_my_external_backup_restore_courses', $count));
        }
        $text = get_string('queue:late', 'block_my_external_backup_restore_courses', $late);
        return new result(result::WARNING, $text, self::reasons());
    }

    /**
     * What may hold the queue up: cron, the task, or all places taken.
     *
     * @return string
     */
    private static function reasons(): string {
        $last = (int) get_config('tool_task', 'lastcronstart');
        $task = \core\task\manager::get_scheduled_task(\block_my_external_backup_restore_courses\task\backup_restore_task::class);
        $when = $last === 0 ? get_string('never') : userdate($last);
        $switch = $task && $task->get_disabled() ? 'queue:taskoff' : 'queue:taskon';
        return \html_writer::alist([
            get_string('queue:cron', 'block_my_external_backup_restore_courses', $when),
            get_string($switch, 'block_my_external_backup_restore_courses'),
            get_string('queue:places', 'block_my_external_backup_restore_courses', config::parallelrequests()),
        ]);
    }
}
