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

use block_my_external_backup_restore_courses\local\category_source;

/**
 * What a category is called on every Moodle of the house, from the table that the settings name.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class category_identifiers {
    /**
     * The identifiers of categories; one without is left out.
     *
     * @param int[] $categoryids
     * @return string[] by category id
     */
    public static function of(array $categoryids): array {
        global $DB;
        $source = category_source::names();
        if ($source === null || !$categoryids) {
            return [];
        }
        [$table, $key, $field] = $source;
        [$in, $params] = $DB->get_in_or_equal(array_values(array_unique($categoryids)), SQL_PARAMS_NAMED);
        $rows = $DB->get_recordset_sql("SELECT $key AS categoryid, $field AS identifier FROM {{$table}} WHERE $key $in", $params);
        $identifiers = [];
        foreach ($rows as $row) {
            $identifiers[(int) $row->categoryid] ??= (string) $row->identifier;
        }
        $rows->close();
        return $identifiers;
    }
}
