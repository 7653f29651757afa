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

namespace block_course_notification\local\plan;

use block_course_notification\task\notification_task;
use core\task\manager;

/**
 * People who have chosen anew, in Moodle's message preferences, which of our messages they want. Moodle fires no event for that,
 * but notes for its sessions whose preferences have changed: what is planned for them follows with the next run, not at night.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class second_thoughts {
    /** @var int How many people are looked up at once. */
    private const AT_ONCE = 1000;

    /** @var int A choice that was made while the last run ended is seen by this one. */
    private const OVERLAP = 5 * MINSECS;

    /**
     * Has people planned anew who have chosen since the task last ran.
     */
    public static function follow(): void {
        global $DB;
        $task = manager::get_scheduled_task(notification_task::class);
        $since = max(0, (int) ($task ? $task->get_last_run_time() : 0) - self::OVERLAP);
        $changed = array_keys(get_cache_flags('userpreferenceschanged', $since));
        $isours = $DB->sql_like('name', ':name');
        $name = $DB->sql_like_escape('message_provider_block_course_notification_') . '%';
        foreach (array_chunk($changed, self::AT_ONCE) as $some) {
            [$in, $params] = $DB->get_in_or_equal($some, SQL_PARAMS_NAMED);
            $params['name'] = $name;
            $userids = $DB->get_fieldset_select('user_preferences', 'DISTINCT userid', "userid $in AND $isours", $params);
            foreach ($userids as $userid) {
                pending::user((int) $userid);
            }
        }
    }
}
