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
use block_course_notification\local\course\quiet_start;
use block_course_notification\local\send\ledger;
use block_course_notification\local\send\outage;
use core\check\result;

/**
 * Says to admins whether notifications are sent: not whether they are switched on, but what happens.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class task_check {
    /** @var int What is due for longer is overdue, in seconds. */
    private const OVERDUE = 3 * HOURSECS;

    /** @var string A course with the block, by the id of its context. */
    private const BLOCK = "SELECT bi.parentcontextid FROM {block_instances} bi WHERE bi.blockname = 'course_notification'";

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
        return self::trouble() ?? new result(result::OK, get_string('check:task:ok', 'block_course_notification'), self::details());
    }

    /**
     * What keeps notifications back although they are switched on; null where nothing does.
     *
     * @return result|null
     */
    private static function trouble(): ?result {
        $outage = outage::current();
        if ($outage !== null) {
            $a = ['since' => userdate($outage['since']), 'reason' => s(outage::describe($outage))];
            return self::says(result::ERROR, 'outage', $a);
        }
        if (self::has_learners() && !self::may_notify()) {
            return self::says(result::ERROR, 'nobody');
        }
        $overdue = self::overdue();
        if ($overdue !== null) {
            return self::says(result::WARNING, 'overdue', $overdue);
        }
        if (!self::has_learners() || self::has_plans()) {
            return null;
        }
        return self::says(result::WARNING, quiet_start::waiting() === [] ? 'trapped' : 'allwaiting');
    }

    /**
     * A result with the numbers of the last days.
     *
     * @param string $status
     * @param string $what
     * @param array $a
     * @return result
     */
    private static function says(string $status, string $what, array $a = []): result {
        return new result($status, get_string("check:task:$what", 'block_course_notification', $a), self::details());
    }

    /**
     * How many messages failed, wait or are unsure, and how many courses wait for somebody to choose.
     *
     * @return string
     */
    private static function details(): string {
        global $DB;
        $since = \core\di::get(\core\clock::class)->time() - WEEKSECS;
        $counts = $DB->get_records_sql_menu(
            'SELECT state, COUNT(1) FROM {' . ledger::TABLE . '} WHERE timeclaimed > :since GROUP BY state',
            ['since' => $since]
        );
        $counts += ['failed' => 0, 'waiting' => 0, 'unsure' => 0];
        $waiting = count(quiet_start::waiting());
        return get_string('check:task:details', 'block_course_notification', $counts)
            . ($waiting === 0 ? '' : ' ' . get_string('check:task:waiting', 'block_course_notification', $waiting));
    }

    /**
     * Whether anybody is enrolled in a visible course with the block.
     *
     * @return bool
     */
    private static function has_learners(): bool {
        global $DB;
        $now = \core\di::get(\core\clock::class)->time();
        return $DB->record_exists_sql(
            'SELECT 1
               FROM {user_enrolments} ue
               JOIN {enrol} e ON e.id = ue.enrolid AND e.status = 0
               JOIN {course} c ON c.id = e.courseid AND c.visible = 1 AND (c.enddate = 0 OR c.enddate > :now)
               JOIN {context} ctx ON ctx.instanceid = c.id AND ctx.contextlevel = :level
              WHERE ue.status = 0 AND ctx.id IN (' . self::BLOCK . ')',
            ['now' => $now, 'level' => CONTEXT_COURSE]
        );
    }

    /**
     * Whether anybody holds a role in a course with the block, or above it, that is to be notified somewhere.
     *
     * @return bool
     */
    private static function may_notify(): bool {
        global $CFG, $DB;
        $roles = $DB->get_fieldset_select('role_capabilities', 'roleid', 'capability = :capability AND permission = :allow', [
            'capability' => 'block/course_notification:benotified',
            'allow' => CAP_ALLOW,
        ]);
        if ($roles === [] || in_array($CFG->defaultuserroleid ?? 0, $roles)) {
            return $roles !== [];
        }
        [$in, $params] = $DB->get_in_or_equal($roles, SQL_PARAMS_NAMED);
        return $DB->record_exists_sql(
            "SELECT 1
               FROM {role_assignments} ra
               JOIN {context} ctx ON ctx.id = ra.contextid
              WHERE ra.roleid $in AND (ctx.contextlevel < :level OR ctx.id IN (" . self::BLOCK . '))',
            $params + ['level' => CONTEXT_COURSE]
        );
    }

    /**
     * What should have been sent hours ago; null where nothing is late.
     *
     * @return array{count: int, since: string}|null
     */
    private static function overdue(): ?array {
        global $DB;
        $before = \core\di::get(\core\clock::class)->time() - self::OVERDUE;
        $late = $DB->get_record_sql(
            'SELECT COUNT(1) AS amount, MIN(timedue) AS since FROM {block_course_notification_due} WHERE timedue < :before',
            ['before' => $before]
        );
        return $late->amount > 0 ? ['count' => (int) $late->amount, 'since' => userdate((int) $late->since)] : null;
    }

    /**
     * Whether anything is planned.
     *
     * @return bool
     */
    private static function has_plans(): bool {
        global $DB;
        return $DB->record_exists_select('block_course_notification_due', '1 = 1');
    }

    /**
     * Whether notifications leave: they are switched on, and so is the task.
     *
     * @return bool
     */
    public static function is_sending(): bool {
        return config::enable() && self::is_enabled();
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
