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
 * A role that can be given in a course.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class enrol_role extends \admin_setting_configselect {
    /**
     * A role; by default that of editing teachers.
     *
     * @param string $name
     * @param string $visiblename
     * @param string $description
     * @param string $default
     */
    public function __construct(string $name, string $visiblename, string $description, string $default) {
        parent::__construct($name, $visiblename, $description, $default, null);
    }

    #[\Override]
    public function load_choices() {
        if (is_array($this->choices)) {
            return true;
        }
        if (during_initial_install()) {
            return false;
        }
        $assignable = array_flip(get_roles_for_contextlevels(CONTEXT_COURSE));
        $this->choices = array_intersect_key(role_get_names(null, ROLENAME_ORIGINAL, true), $assignable);
        return true;
    }

    #[\Override]
    public function get_defaultsetting() {
        $roles = during_initial_install() ? [] : get_archetype_roles('editingteacher');
        return $roles === [] ? null : (string) array_key_first($roles);
    }
}
