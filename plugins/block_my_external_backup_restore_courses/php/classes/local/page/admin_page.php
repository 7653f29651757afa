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

use core\context\system as system_context;

/**
 * A page for those who manage requests. It stands in the tree of the administration too, where Moodle shows settings of blocks to
 * nobody but administrators of the site.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class admin_page {
    /**
     * Sets a page up; the script has asked for the capability before.
     *
     * @param \moodle_url $url
     * @param string $title
     * @param \moodle_url|null $above the page of the tree that it stands below
     */
    public static function open(\moodle_url $url, string $title, ?\moodle_url $above = null): void {
        global $PAGE;
        if ($above !== null) {
            \navigation_node::override_active_url($above);
        }
        $PAGE->set_context(system_context::instance());
        $PAGE->set_url($url);
        $PAGE->set_pagelayout('admin');
        $PAGE->set_title($title);
        $PAGE->set_heading(get_string('pluginname', 'block_my_external_backup_restore_courses'));
    }
}
