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
use block_course_notification\local\course\edited;
use block_course_notification\local\facts\dropped;
use block_course_notification\local\facts\muted;
use block_course_notification\local\send\ledger;

/**
 * Forgets what is no longer needed.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class cleanup {
    /** @var string[] The tables of the plugin that speak of people. */
    private const TABLES = ['block_course_notification_due', ledger::TABLE, dropped::TABLE, muted::TABLE, edited::TABLE];

    /** @var int Nothing younger is forgotten: reminders may be a year apart, and know of each other by their traces. */
    private const LEAST = 400 * DAYSECS;

    /**
     * The scheduled task.
     */
    public static function run_task(): void {
        $now = \core\di::get(\core\clock::class)->time();
        mtrace(self::traces($now) . ' old traces removed.');
        mtrace(self::orphans($now) . ' traces of people and courses that are gone removed.');
    }

    /**
     * Removes old traces. A trace stays while the date it hangs on lies ahead, or the same learner could be told again.
     *
     * @param int $now
     * @return int how many
     */
    public static function traces(int $now): int {
        global $DB;
        $before = $now - max(config::retention(), self::LEAST);
        $where = 'timeclaimed < :claimed AND anchor < :anchor';
        $params = ['claimed' => $before, 'anchor' => $before];
        $count = $DB->count_records_select('block_course_notification_sent', $where, $params);
        $DB->delete_records_select('block_course_notification_sent', $where, $params);
        return $count;
    }

    /**
     * Removes what belongs to people or courses that are gone, or to people who are enrolled no more and have not come back for as
     * long as an access may be interrupted.
     *
     * @param int $now
     * @return int how many
     */
    public static function orphans(int $now): int {
        global $DB;
        $count = 0;
        foreach (self::TABLES as $table) {
            $count += self::delete($table, "NOT EXISTS (SELECT 1 FROM {course} c WHERE c.id = {" . $table . "}.courseid)
                OR NOT EXISTS (SELECT 1 FROM {user} u WHERE u.id = {" . $table . "}.userid AND u.deleted = 0)");
        }
        $count += self::delete('block_course_notification_due', 'NOT ' . self::enrolled('block_course_notification_due'));
        $gone = 'NOT ' . self::enrolled(ledger::TABLE) . ' AND NOT ' . self::remembered(ledger::TABLE);
        self::begin_to_forget($gone, $now);
        dropped::forget_old($now);
        return $count + self::delete(ledger::TABLE, $gone);
    }

    /**
     * Who went without an event (an import into the database) counts as gone from now on.
     *
     * @param string $gone condition on what was sent
     * @param int $now
     */
    private static function begin_to_forget(string $gone, int $now): void {
        global $DB;
        $pairs = $DB->get_recordset_sql('SELECT DISTINCT courseid, userid FROM {' . ledger::TABLE . "} WHERE $gone");
        foreach ($pairs as $pair) {
            $since = ['timestart' => 0, 'timeend' => 0, 'timecreated' => null, 'timedropped' => $now];
            $DB->insert_record(dropped::TABLE, (object) ((array) $pair + $since), false);
        }
        $pairs->close();
    }

    /**
     * A condition on the rows of a table: the person is enrolled in the course.
     *
     * @param string $table
     * @return string
     */
    private static function enrolled(string $table): string {
        return "EXISTS (SELECT 1
                          FROM {user_enrolments} ue
                          JOIN {enrol} e ON e.id = ue.enrolid
                         WHERE ue.userid = {" . $table . "}.userid AND e.courseid = {" . $table . "}.courseid)";
    }

    /**
     * A condition on the rows of a table: the person was enrolled in the course not long ago.
     *
     * @param string $table
     * @return string
     */
    private static function remembered(string $table): string {
        return 'EXISTS (SELECT 1
                          FROM {' . dropped::TABLE . '} gone
                         WHERE gone.userid = {' . $table . '}.userid AND gone.courseid = {' . $table . '}.courseid)';
    }

    /**
     * Removes rows.
     *
     * @param string $table
     * @param string $where
     * @return int how many
     */
    private static function delete(string $table, string $where): int {
        global $DB;
        $count = $DB->count_records_select($table, $where);
        $DB->delete_records_select($table, $where);
        return $count;
    }

    /**
     * Forgets a person, a course, or a person in a course.
     *
     * @param array $conditions
     */
    public static function forget(array $conditions): void {
        global $DB;
        foreach (self::TABLES as $table) {
            $DB->delete_records($table, $conditions);
        }
    }

    /**
     * Runs before the plugin is removed: what Moodle keeps elsewhere in its name goes too.
     */
    public static function uninstall(): void {
        global $DB;
        $like = $DB->sql_like('name', ':name');
        $name = $DB->sql_like_escape('message_provider_block_course_notification_') . '%';
        $DB->delete_records_select('user_preferences', $like, ['name' => $name]);
        $DB->delete_records('task_adhoc', ['component' => 'block_course_notification']);
    }
}
