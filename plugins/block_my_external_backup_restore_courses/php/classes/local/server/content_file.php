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
 * A file of this Moodle that has a given content, wherever its file system keeps it.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class content_file {
    /**
     * The file; a content that is gone is refused.
     *
     * @param string $contenthash
     * @return \stored_file
     */
    public static function of(string $contenthash): \stored_file {
        global $DB;
        $records = $DB->get_records('files', ['contenthash' => $contenthash], 'id', '*', 0, 1);
        $storage = get_file_storage();
        $file = $records ? $storage->get_file_instance(reset($records)) : null;
        if (!$file || !$storage->get_file_system()->is_file_readable_remotely_by_storedfile($file)) {
            throw new refusal('content_missing');
        }
        return $file;
    }
}
