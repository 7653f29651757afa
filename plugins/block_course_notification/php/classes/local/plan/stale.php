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

use block_course_notification\local\facts\course_settings;
use block_course_notification\local\facts\scope;
use block_course_notification\local\rules\signals;

/**
 * Rows of the plan that a visit or a choice in the message preferences has overtaken. Nobody watches those, so that they cost
 * nothing; whoever looks at the plan of a course brings it up to date first, so that all pages say the same.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class stale {
    /**
     * The visits and choices that count for a table of planned rows `d`, as joins `seen` and `chosen`.
     *
     * @return string
     */
    public static function joins(): string {
        global $DB;
        $name = $DB->sql_concat("'message_provider_block_course_notification_'", 'd.signalname', "'_enabled'");
        return "LEFT JOIN {user_lastaccess} seen ON seen.courseid = d.courseid AND seen.userid = d.userid AND seen.timeaccess > 0
                LEFT JOIN {user_preferences} chosen ON chosen.userid = d.userid AND chosen.name = $name";
    }

    /**
     * Tells rows that are of no more use: their learner has come, or wants no such message.
     *
     * @return array{string, array} condition and parameters
     */
    public static function useless(): array {
        global $DB;
        $newcomers = array_values(array_filter(signals::SIGNALS, signals::is_for_newcomers(...)));
        [$in, $params] = $DB->get_in_or_equal($newcomers, SQL_PARAMS_NAMED, 'newcomer');
        return ["((seen.id IS NOT NULL AND d.signalname $in) OR COALESCE(chosen.value, '') = 'none')", $params];
    }

    /**
     * Brings the plan of a course up to date.
     *
     * @param int $courseid
     */
    public static function refresh(int $courseid): void {
        global $DB;
        [$useless, $params] = self::useless();
        $userids = $DB->get_fieldset_sql(
            'SELECT DISTINCT d.userid
               FROM {block_course_notification_due} d ' . self::joins() . "
              WHERE d.courseid = :courseid
                    AND ($useless OR (d.signalname = 'inactive' AND d.timedue < seen.timeaccess + :away))",
            $params + ['courseid' => $courseid, 'away' => course_settings::of($courseid)['inactiveafter']]
        );
        $planner = new planner(\core\di::get(\core\clock::class)->time());
        foreach (array_chunk($userids, planner::AT_ONCE) as $some) {
            $planner->scope(scope::pairs(array_map(static fn($userid): array => [$courseid, (int) $userid], $some)));
        }
    }
}
