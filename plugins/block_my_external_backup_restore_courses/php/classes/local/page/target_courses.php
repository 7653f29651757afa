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

namespace block_my_external_backup_restore_courses\local\page;

use block_my_external_backup_restore_courses\local\restore\rights as restore_rights;
use core\access\get_user_capability_course_helper;
use core\context_helper;

/**
 * Courses into which a person may restore.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class target_courses {
    /** @var int So many are offered at once; a search finds the others. */
    private const MOST = 100;

    /**
     * Body of the external function find_targets.
     *
     * @param string $query
     * @return array
     */
    public static function find_targets(string $query): array {
        global $USER;
        client_side::require_client();
        $found = self::find((int) $USER->id, trim($query), self::MOST + 1);
        return [
            'more' => count($found) > self::MOST,
            'courses' => array_map(static fn(\stdClass $course): array => [
                'id' => (int) $course->id,
                'name' => self::name($course),
            ], array_slice($found, 0, self::MOST)),
        ];
    }

    /**
     * Whether there is any.
     *
     * @param int $userid
     * @return bool
     */
    public static function are_any(int $userid): bool {
        return self::find($userid, '', 1) !== [];
    }

    /**
     * A course as people know it.
     *
     * @param \stdClass $course
     * @return string
     */
    public static function name(\stdClass $course): string {
        $options = ['context' => \core\context\course::instance((int) $course->id), 'escape' => false];
        return format_string($course->fullname, true, $options) . ' (' . format_string($course->shortname, true, $options) . ')';
    }

    /**
     * Some of them, by name.
     *
     * @param int $userid
     * @param string $query
     * @param int $most
     * @return \stdClass[]
     */
    private static function find(int $userid, string $query, int $most): array {
        global $DB;
        $where = 'c.id <> ?';
        $params = [SITEID];
        if (!is_siteadmin($userid)) {
            [$limit, $rights] = get_user_capability_course_helper::get_sql($userid, restore_rights::INTO[0]);
            if (!$limit) {
                return [];
            }
            $where .= " AND ($limit)";
            array_push($params, ...$rights);
        }
        if ($query !== '') {
            [$name, $short] = [$DB->sql_like('c.fullname', '?', false, false), $DB->sql_like('c.shortname', '?', false, false)];
            $where .= " AND ($name OR $short)";
            $like = '%' . $DB->sql_like_escape($query) . '%';
            array_push($params, $like, $like);
        }
        $contexts = context_helper::get_preload_record_columns_sql('x');
        $found = $DB->get_records_sql(
            "SELECT c.id, c.fullname, c.shortname, $contexts
               FROM {course} c
               JOIN {context} x ON x.instanceid = c.id AND x.contextlevel = " . CONTEXT_COURSE . "
              WHERE $where
           ORDER BY c.fullname, c.id",
            $params,
            0,
            $most,
        );
        array_walk($found, context_helper::preload_from_record(...));
        return array_values($found);
    }
}
