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

namespace local_everything\local;

/**
 * The moments of the plugin's life.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class lifecycle {
    /**
     * The first shelf.
     */
    public static function install(): void {
        global $DB;
        $name = get_string('pluginname', 'local_everything');
        $DB->insert_record('local_everything_shelf', (object) ['courseid' => SITEID, 'name' => $name]);
    }

    /**
     * Shelves had no state before.
     *
     * @param int $oldversion
     */
    public static function upgrade(int $oldversion): void {
        global $DB;
        $DB->set_field_select('local_everything_shelf', 'state', 'open', 'state IS NULL');
    }

    /**
     * What Moodle does not remove by itself.
     */
    public static function uninstall(): void {
        global $DB;
        $DB->delete_records('user_preferences', ['name' => 'local_everything_view']);
    }
}
