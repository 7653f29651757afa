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

namespace block_course_notification\local\course;

use block_course_notification\local\send\ledger;
use core\clock;
use core\di;
use core_reportbuilder\local\helpers\database;
use core_reportbuilder\local\report\action;
use core_reportbuilder\system_report;
use lang_string;
use moodle_url;
use pix_icon;

/**
 * Which rows the reports have for their reader, what the rows say and where they lead.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class report_rows {
    /**
     * The rows of people whom the reader may see, and of one group where the page asks for it.
     *
     * @param system_report $report
     */
    public static function of_visible_people(system_report $report): void {
        $groupid = $report->get_parameter('group', 0, PARAM_INT);
        [$sql, $params] = (new people(self::course_of($report), $groupid))->sql();
        $names = array_combine(array_keys($params), database::generate_param_names(count($params)));
        [$sql, $params] = database::sql_replace_parameters($sql, $params, static fn(string $name): string => $names[$name]);
        $report->add_base_condition_sql("own.userid IN ($sql)", $params);
    }

    /**
     * SQL of what became of a message. A claim that its run never completed is unsure.
     *
     * @param string $alias
     * @return string
     */
    public static function state_sql(string $alias): string {
        $old = di::get(clock::class)->time() - ledger::UNSURE_AFTER;
        $sending = "'" . ledger::SENDING . "'";
        return "CASE WHEN {$alias}.state = $sending AND {$alias}.timeclaimed < $old THEN 'unsure' ELSE {$alias}.state END";
    }

    /**
     * What became of a message, in words.
     *
     * @param \stdClass $row
     * @return string
     */
    public static function state(\stdClass $row): string {
        $isold = (int) $row->timeclaimed < di::get(clock::class)->time() - ledger::UNSURE_AFTER;
        $state = $row->state === ledger::SENDING && $isold ? 'unsure' : $row->state;
        return get_string('state:' . $state, 'block_course_notification');
    }

    /**
     * SQL of the date that a notification hangs on. That of an inactive learner tells when they last came.
     *
     * @param string $alias
     * @param system_report $report
     * @return string
     */
    public static function anchor_sql(string $alias, system_report $report): string {
        return self::unless_last_access($alias, 'anchor', $report);
    }

    /**
     * SQL of the moment when a notification falls due.
     *
     * @param string $alias
     * @param system_report $report
     * @return string
     */
    public static function timedue_sql(string $alias, system_report $report): string {
        return self::unless_last_access($alias, 'timedue', $report);
    }

    /**
     * Whether the reader has a column of groups.
     *
     * @param system_report $report
     * @return bool
     */
    public static function has_groups(system_report $report): bool {
        $courseid = self::course_of($report);
        return (new people($courseid))->shows_groups() && groups_get_all_groups($courseid, 0, 0, 'g.id, g.name') !== [];
    }

    /**
     * The groups of a person, as the reader may know them.
     *
     * @param string|null $userid
     * @param \stdClass $row
     * @return string
     */
    public static function groups(?string $userid, \stdClass $row): string {
        $courseid = (int) $row->courseid;
        $groups = self::groups_with_members($courseid);
        $isin = array_filter($groups, static fn(\stdClass $group): bool => isset($group->members[$userid]));
        $options = ['context' => \core\context\course::instance($courseid)];
        $names = array_map(static fn(\stdClass $group): string => format_string($group->name, true, $options), $isin);
        return implode(', ', $names);
    }

    /**
     * The groups of a course with their members, as the reader may know them, read once a page.
     *
     * @param int $courseid
     * @return \stdClass[]
     */
    private static function groups_with_members(int $courseid): array {
        $cache = \cache::make_from_params(\cache_store::MODE_REQUEST, 'block_course_notification', 'groups');
        $groups = $cache->get($courseid);
        if ($groups === false) {
            $groups = groups_get_all_groups($courseid, 0, 0, 'g.*', true);
            $cache->set($courseid, $groups);
        }
        return $groups;
    }

    /**
     * From each row the way to the page that explains it.
     *
     * @param system_report $report
     */
    public static function add_actions(system_report $report): void {
        $report->add_action(new action(
            new moodle_url('/blocks/course_notification/why.php', ['id' => ':courseid', 'userid' => ':userid']),
            new pix_icon('i/info', ''),
            [],
            false,
            new lang_string('report:why', 'block_course_notification')
        ));
    }

    /**
     * SQL of a date, which is empty where it would tell a last visit that the reader may not know.
     *
     * @param string $alias
     * @param string $column
     * @param system_report $report
     * @return string
     */
    private static function unless_last_access(string $alias, string $column, system_report $report): string {
        $ishidden = !(new people(self::course_of($report)))->shows_last_access();
        $shown = "{$alias}.{$column}";
        return $ishidden ? "CASE WHEN {$alias}.signalname = 'inactive' THEN NULL ELSE $shown END" : $shown;
    }

    /**
     * The course of a report.
     *
     * @param system_report $report
     * @return int
     */
    private static function course_of(system_report $report): int {
        return (int) $report->get_context()->instanceid;
    }
}
