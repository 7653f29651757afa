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

namespace block_my_external_backup_restore_courses\local\restore;

use core\context\course as course_context;

/**
 * Types of restored files. A backup without contents has core give a file the type of any other with the same content, whose name
 * may say nothing: here it is what the file's own name says, or what is in it, as in a backup with contents.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class file_types {
    /** @var int Files that are changed at once. */
    private const BATCH = 1000;

    /**
     * Sets those of the files that came into a course.
     *
     * @param int $courseid
     * @param int $since when it began
     */
    public static function settle(int $courseid, int $since): void {
        global $DB;
        $contents = get_file_storage()->get_file_system();
        $path = course_context::instance($courseid)->path;
        $below = $DB->sql_like('ctx.path', ':below');
        $files = $DB->get_recordset_sql(
            "SELECT f.id, f.filename, f.mimetype, f.contenthash
               FROM {files} f
               JOIN {context} ctx ON ctx.id = f.contextid
              WHERE (ctx.path = :path OR $below) AND f.timecreated >= :since AND f.filename <> '.'",
            ['path' => $path, 'below' => "$path/%", 'since' => $since],
        );
        $changed = [];
        foreach ($files as $file) {
            // It looks into a file only where the name says nothing.
            $type = $contents->mimetype_from_hash($file->contenthash, $file->filename);
            if ($type !== $file->mimetype) {
                $changed[$type][] = $file->id;
            }
        }
        $files->close();
        foreach ($changed as $type => $ids) {
            foreach (array_chunk($ids, self::BATCH) as $some) {
                [$in, $params] = $DB->get_in_or_equal($some, SQL_PARAMS_NAMED);
                $DB->set_field_select('files', 'mimetype', $type, "id $in", $params);
            }
        }
    }
}
