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

namespace block_my_external_backup_restore_courses\local\server;

use block_my_external_backup_restore_courses\local\config;

/**
 * Which courses are a person's: those where they have one of the chosen roles, in the course or in a category above it.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class owned_courses {
    /**
     * A join that leaves the person's courses of an alias c, and its parameters.
     *
     * Roles of the whole site own no course. Whether an enrolment is suspended, or a course hidden, does not matter.
     *
     * @param int $userid
     * @return array
     */
    public static function join(int $userid): array {
        global $DB;
        [$incourse, $first] = self::roles('courserole');
        [$above, $second] = self::roles('categoryrole');
        $path = $DB->sql_concat('higher.path', "'/%'");
        $sql = "JOIN (
                    SELECT ctx.instanceid AS courseid
                      FROM {role_assignments} ra
                      JOIN {role} r ON r.id = ra.roleid AND r.shortname $incourse
                      JOIN {context} ctx ON ctx.id = ra.contextid AND ctx.contextlevel = :courselevel
                     WHERE ra.userid = :courseowner
                     UNION
                    SELECT ctx.instanceid AS courseid
                      FROM {role_assignments} ra
                      JOIN {role} r ON r.id = ra.roleid AND r.shortname $above
                      JOIN {context} higher ON higher.id = ra.contextid AND higher.contextlevel = :categorylevel
                      JOIN {context} ctx ON ctx.contextlevel = :lowerlevel AND ctx.path LIKE $path
                     WHERE ra.userid = :categoryowner
                ) own ON own.courseid = c.id";
        return [$sql, $first + $second + [
            'courselevel' => CONTEXT_COURSE,
            'courseowner' => $userid,
            'categorylevel' => CONTEXT_COURSECAT,
            'lowerlevel' => CONTEXT_COURSE,
            'categoryowner' => $userid,
        ]];
    }

    /**
     * Whether a course is a person's.
     *
     * @param int $userid
     * @param int $courseid
     * @return bool
     */
    public static function owns(int $userid, int $courseid): bool {
        global $DB;
        [$own, $params] = self::join($userid);
        return $DB->record_exists_sql(
            "SELECT 1 FROM {course} c $own WHERE c.id = :courseid AND c.id <> :site",
            $params + ['courseid' => $courseid, 'site' => SITEID],
        );
    }

    /**
     * Short names from a list as people write it: with spaces, or with the quotes that the earlier plugin asked for.
     *
     * @param string $list
     * @return string[]
     */
    public static function role_names(string $list): array {
        $names = array_map(fn(string $name): string => trim($name, " \t\n\r'\""), explode(',', $list));
        return array_values(array_unique(array_filter($names, fn(string $name): bool => $name !== '')));
    }

    /**
     * The condition on the short name of a role.
     *
     * @param string $prefix
     * @return array
     */
    private static function roles(string $prefix): array {
        global $DB;
        return $DB->get_in_or_equal(self::role_names(config::search_roles()), SQL_PARAMS_NAMED, $prefix, true, null);
    }
}
