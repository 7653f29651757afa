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

namespace block_my_external_backup_restore_courses\admin;

/**
 * The name of a table, or of a column of the table that stands with it: nothing that the database does not have.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class category_name extends \admin_setting_configtext {
    /** @var string The setting that names the table. */
    private const TABLE = 'categorytable';

    /**
     * A name.
     *
     * @param string $name
     * @param string $visiblename
     * @param string $description
     * @param string $default
     */
    public function __construct(string $name, string $visiblename, string $description, string $default = '') {
        parent::__construct($name, $visiblename, $description, $default, PARAM_ALPHANUMEXT);
    }

    #[\Override]
    public function validate($data) {
        global $DB;
        $problem = parent::validate($data);
        if ($problem !== true) {
            return $problem;
        }
        if ($this->name === self::TABLE) {
            return in_array($data, $DB->get_tables(), true)
                ? true : get_string('category:notable', 'block_my_external_backup_restore_courses', s($data));
        }
        $table = $this->table();
        $isthere = in_array($table, $DB->get_tables(), true) && array_key_exists($data, $DB->get_columns($table));
        $names = ['column' => s($data), 'table' => s($table)];
        return $isthere ? true : get_string('category:nocolumn', 'block_my_external_backup_restore_courses', $names);
    }

    /**
     * The table: as it is being saved with this column, or as it is kept.
     *
     * @return string
     */
    private function table(): string {
        $sent = data_submitted();
        $name = "s_{$this->plugin}_" . self::TABLE;
        $table = $sent && isset($sent->{$name}) ? $sent->{$name} : get_config($this->plugin, self::TABLE);
        return clean_param(is_string($table) ? $table : 'course_categories', PARAM_ALPHANUMEXT);
    }
}
