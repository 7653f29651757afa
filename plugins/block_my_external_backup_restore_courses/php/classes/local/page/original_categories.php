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

use block_my_external_backup_restore_courses\local\category_source;

/**
 * Finds here the categories that courses have on another Moodle, by the identifier that both sites share.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class original_categories {
    /**
     * The categories that are known here.
     *
     * @param string[] $identifiers
     * @return int[] ids of categories by identifier; one that several categories share is none
     */
    public static function of(array $identifiers): array {
        global $DB;
        $identifiers = array_values(array_diff(array_unique($identifiers), ['']));
        $source = category_source::names();
        if ($source === null || $identifiers === []) {
            return [];
        }
        [$table, $key, $field] = $source;
        [$in, $params] = $DB->get_in_or_equal($identifiers, SQL_PARAMS_NAMED);
        $rows = $DB->get_recordset_sql(
            "SELECT cc.id, source.$field AS identifier
               FROM {{$table}} source
               JOIN {course_categories} cc ON cc.id = source.$key
              WHERE source.$field $in",
            $params,
        );
        $found = [];
        foreach ($rows as $row) {
            $found[(string) $row->identifier][(int) $row->id] = (int) $row->id;
        }
        $rows->close();
        $alone = array_filter($found, static fn(array $ids): bool => count($ids) === 1);
        return array_map(static fn(array $ids): int => (int) array_key_first($ids), $alone);
    }
}
