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
 * Activities that do not come with a course.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class left_out extends \admin_setting_configmultiselect {
    /**
     * Activities; none by default.
     *
     * @param string $name
     * @param string $visiblename
     * @param string $description
     * @param string $default names of modules, separated by commas
     */
    public function __construct(string $name, string $visiblename, string $description, string $default) {
        parent::__construct($name, $visiblename, $description, array_filter(explode(',', $default)), null);
    }

    #[\Override]
    public function load_choices() {
        if (is_array($this->choices)) {
            return true;
        }
        $this->choices = [];
        foreach (array_keys(\core_component::get_plugin_list('mod')) as $module) {
            $this->choices[$module] = get_string('pluginname', "mod_$module");
        }
        \core_collator::asort($this->choices);
        return true;
    }
}
