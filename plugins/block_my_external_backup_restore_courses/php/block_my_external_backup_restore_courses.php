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

use block_my_external_backup_restore_courses\local\page\client_side;
use block_my_external_backup_restore_courses\output\own_requests;

/**
 * Courses from other Moodles: the way to the page, and the state of one's own requests. It asks no other Moodle.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class block_my_external_backup_restore_courses extends block_base {
    /**
     * Moodle calls it on every block; its base class does not declare it.
     */
    public function init() {
        $this->title = get_string('pluginname', 'block_my_external_backup_restore_courses');
    }

    #[\Override]
    public function has_config() {
        return true;
    }

    #[\Override]
    public function applicable_formats() {
        return ['all' => false, 'my' => true];
    }

    #[\Override]
    public function instance_allow_multiple() {
        return false;
    }

    #[\Override]
    public function get_content() {
        global $USER;
        if ($this->content !== null) {
            return $this->content;
        }
        $this->content = (object) ['text' => '', 'footer' => ''];
        if (client_side::is_open()) {
            $this->content->text = $this->page->get_renderer('core')->render(new own_requests((int) $USER->id));
        }
        return $this->content;
    }
}
