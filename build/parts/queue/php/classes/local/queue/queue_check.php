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

namespace part_queue\local\queue;

use core\check\result;

/**
 * The status check of the queue: rows that should be on their way, and are not.
 *
 * @package    part_queue
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class queue_check {
    /** @var int So long after its time, a row is overdue. */
    private const LATE = 15 * MINSECS;

    /**
     * How the queue stands.
     *
     * @return result
     */
    public static function result(): result {
        global $DB;
        $now = \core\di::get(\core\clock::class)->time();
        [$open, $states] = queue::where_ended(false);
        $count = $DB->count_records_select(blueprint::TABLE, $open, $states);
        if ((blueprint::WAY)::is_paused()) {
            $text = get_string('queue:paused', 'part_queue', $count);
            return new result($count > 0 ? result::WARNING : result::INFO, $text);
        }
        $params = $states + ['due' => $now - self::LATE, 'alive' => $now - self::LATE];
        $where = "$open AND timenext < :due AND heartbeat < :alive";
        $late = $DB->count_records_select(blueprint::TABLE, $where, $params);
        if ($late === 0) {
            return new result(result::OK, get_string('queue:moving', 'part_queue', $count));
        }
        $text = get_string('queue:late', 'part_queue', $late);
        return new result(result::WARNING, $text, self::reasons());
    }

    /**
     * What may hold the queue up: cron, the task, or all places taken.
     *
     * @return string
     */
    private static function reasons(): string {
        $last = (int) get_config('tool_task', 'lastcronstart');
        $task = \core\task\manager::get_scheduled_task(blueprint::ROUND);
        $when = $last === 0 ? get_string('never') : userdate($last);
        $switch = $task && $task->get_disabled() ? 'queue:taskoff' : 'queue:taskon';
        return \html_writer::alist([
            get_string('queue:cron', 'part_queue', $when),
            get_string($switch, 'part_queue'),
            get_string('queue:places', 'part_queue', (blueprint::WAY)::places()),
        ]);
    }
}
