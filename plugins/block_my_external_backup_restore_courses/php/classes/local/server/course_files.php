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
 * The files of a course, each content once: all that lies in it or below it, but not its own backups.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class course_files {
    /**
     * How many bytes they have.
     *
     * @param int $courseid
     * @return int
     */
    public static function bytes(int $courseid): int {
        return (int) self::sum($courseid)->bytes;
    }

    /**
     * How many contents they are.
     *
     * @param int $courseid
     * @return int
     */
    public static function count(int $courseid): int {
        return (int) self::sum($courseid)->contents;
    }

    /**
     * Both figures.
     *
     * @param int $courseid
     * @return \stdClass
     */
    private static function sum(int $courseid): \stdClass {
        global $DB;
        $path = \core\context\course::instance($courseid)->path;
        $below = $DB->sql_like('ctx.path', ':below');
        return $DB->get_record_sql(
            "SELECT COUNT(contenthash) AS contents, SUM(filesize) AS bytes
               FROM (SELECT f.contenthash, MAX(f.filesize) AS filesize
                       FROM {files} f
                       JOIN {context} ctx ON ctx.id = f.contextid
                      WHERE (ctx.path = :path OR $below) AND f.filename <> '.' AND f.component <> 'backup'
                   GROUP BY f.contenthash) contents",
            ['path' => $path, 'below' => $path . '/%'],
        );
    }
}
