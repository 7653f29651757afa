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

use block_course_notification\local\config;
use core\check\result;

/**
 * Says to admins whether notifications are sent at all.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class task_check {
    /**
     * The status check.
     *
     * @return result
     */
    public static function result(): result {
        if (!config::enable()) {
            return new result(result::WARNING, get_string('check:task:off', 'block_course_notification'));
        }
        if (!self::is_enabled()) {
            $link = \html_writer::link(self::url(), get_string('task:notification_task', 'block_course_notification'));
            return new result(result::WARNING, get_string('check:task:disabled', 'block_course_notification'), $link);
        }
        return new result(result::OK, get_string('check:task:ok', 'block_course_notification'));
    }

    /**
     * Whether the task that sends is enabled.
     *
     * @return bool
     */
    public static function is_enabled(): bool {
        $task = \core\task\manager::get_scheduled_task(\block_course_notification\task\notification_task::class);
        return $task && !$task->get_disabled();
    }

    /**
     * Where an admin enables it.
     *
     * @return \moodle_url
     */
    public static function url(): \moodle_url {
        return new \moodle_url('/admin/tool/task/scheduledtasks.php', [
            'action' => 'edit',
            'task' => \block_course_notification\task\notification_task::class,
        ]);
    }
}
