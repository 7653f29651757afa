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

namespace block_my_external_backup_restore_courses\local;

/**
 * Where categories have the identifier that both Moodles share: table and columns that the settings name.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class category_source {
    /**
     * Table, column with the id of the category, column with the identifier; by the names that the database itself has for them:
     * nothing else may become SQL.
     *
     * @return string[]|null null where none are named, or there are no such ones
     */
    public static function names(): ?array {
        global $DB;
        if (!config::restorecourseinoriginalcategory()) {
            return null;
        }
        $table = $DB->get_tables()[config::categorytable()] ?? null;
        if ($table === null) {
            return null;
        }
        $columns = $DB->get_columns($table);
        $key = $columns[config::categorytable_foreignkey()] ?? null;
        $field = $columns[config::categorytable_categoryfield()] ?? null;
        return $key && $field && in_array($key->meta_type, ['I', 'R'], true) ? [$table, $key->name, $field->name] : null;
    }
}
