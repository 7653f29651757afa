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

use block_course_notification\local\config;
use block_course_notification\task\notification_task;
use core\task\manager;

/**
 * Has mails leave soon after an outage. Moodle lets a task that fails wait twice as long each time, for a day in the end, and the
 * server may be back long before: it is looked at meanwhile.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class recovery {
    /** @var int However the server looks, a run tries it as often as this, in seconds. */
    private const AT_LEAST = HOURSECS;

    /**
     * The scheduled task. Where there is no outage, it does nothing.
     */
    public static function run_task(): void {
        if (outage::current() !== null && self::look(new moodle_postman())) {
            mtrace('Course notifications are sent with the next run.');
        }
    }

    /**
     * Lets the task that sends wait no longer, where the server is well again.
     *
     * @param postman $postman
     * @return bool whether it waits no longer
     */
    public static function look(postman $postman): bool {
        $task = manager::get_scheduled_task(notification_task::class);
        if (!config::enable() || !$task || $task->get_disabled() || (int) $task->get_fail_delay() === 0) {
            return false;
        }
        $now = \core\di::get(\core\clock::class)->time();
        $isshort = $task->get_last_run_time() > $now - self::AT_LEAST;
        if ($isshort && !$postman->is_server_well(known_addresses::besides([]))) {
            return false;
        }
        manager::clear_fail_delay($task);
        return true;
    }
}
