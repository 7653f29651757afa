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

/**
 * What a course is made of, so that the other Moodle can say what it lacks for it.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class course_facts {
    /**
     * How many people are enrolled.
     *
     * @param int $courseid
     * @return int
     */
    public static function people(int $courseid): int {
        global $DB;
        return $DB->count_records_sql(
            'SELECT COUNT(DISTINCT ue.userid)
               FROM {user_enrolments} ue
               JOIN {enrol} e ON e.id = ue.enrolid
              WHERE e.courseid = :courseid',
            ['courseid' => $courseid],
        );
    }

    /**
     * Activities by type.
     *
     * @param int $courseid
     * @return array
     */
    public static function activities(int $courseid): array {
        return self::counted(
            'SELECT m.name, COUNT(cm.id)
               FROM {course_modules} cm
               JOIN {modules} m ON m.id = cm.module
              WHERE cm.course = :courseid AND cm.deletioninprogress = 0
           GROUP BY m.name
           ORDER BY m.name',
            ['courseid' => $courseid],
        );
    }

    /**
     * Questions by type, of the course's own banks and of those of its activities.
     *
     * @param int $courseid
     * @return array
     */
    public static function question_types(int $courseid): array {
        [$within, $params] = self::within($courseid);
        return self::counted(
            "SELECT q.qtype, COUNT(q.id)
               FROM {question} q
               JOIN {question_versions} v ON v.questionid = q.id
               JOIN {question_bank_entries} e ON e.id = v.questionbankentryid
               JOIN {question_categories} qc ON qc.id = e.questioncategoryid
               JOIN {context} ctx ON ctx.id = qc.contextid
              WHERE $within
           GROUP BY q.qtype
           ORDER BY q.qtype",
            $params,
        );
    }

    /**
     * Blocks by type.
     *
     * @param int $courseid
     * @return array
     */
    public static function blocks(int $courseid): array {
        [$within, $params] = self::within($courseid);
        return self::counted(
            "SELECT bi.blockname, COUNT(bi.id)
               FROM {block_instances} bi
               JOIN {context} ctx ON ctx.id = bi.parentcontextid
              WHERE $within
           GROUP BY bi.blockname
           ORDER BY bi.blockname",
            $params,
        );
    }

    /**
     * The condition for a context of the course or below it.
     *
     * @param int $courseid
     * @return array
     */
    private static function within(int $courseid): array {
        global $DB;
        $path = \core\context\course::instance($courseid)->path;
        return ['(ctx.path = :path OR ' . $DB->sql_like('ctx.path', ':below') . ')', ['path' => $path, 'below' => $path . '/%']];
    }

    /**
     * Rows of a name and a number, as the client gets them.
     *
     * @param string $sql
     * @param array $params
     * @return array
     */
    private static function counted(string $sql, array $params): array {
        global $DB;
        $counts = $DB->get_records_sql_menu($sql, $params);
        return array_map(
            fn(string $name, string|int $count): array => ['name' => $name, 'count' => (int) $count],
            array_keys($counts),
            $counts,
        );
    }
}
