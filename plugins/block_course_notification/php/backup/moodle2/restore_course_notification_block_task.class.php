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

/**
 * How the block comes out of a backup.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

require_once($CFG->dirroot . '/blocks/course_notification/backup/moodle2/restore_course_notification_stepslib.php');
require_once($CFG->dirroot . '/blocks/course_notification/backup/moodle2/restore_course_notification_decode_content.php');

/**
 * Restores the block, with links in its own texts that lead to the restored course.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class restore_course_notification_block_task extends restore_block_task {
    #[\Override]
    protected function define_my_settings() {
    }

    #[\Override]
    protected function define_my_steps() {
        $step = new restore_course_notification_block_structure_step('course_notification_structure', 'course_notification.xml');
        $this->add_step($step);
    }

    #[\Override]
    public function get_fileareas() {
        return [];
    }

    /**
     * None: the texts are lists, which core cannot decode within the configuration.
     *
     * @return string[]
     */
    #[\Override]
    public function get_configdata_encoded_attributes() {
        return [];
    }

    /**
     * The configuration, whose texts have links.
     *
     * @return restore_decode_content[]
     */
    public static function define_decode_contents() {
        return [new restore_course_notification_decode_content('block_instances', 'configdata', 'block_instance')];
    }

    /**
     * None: the rules of the course and its activities do.
     *
     * @return restore_decode_rule[]
     */
    public static function define_decode_rules() {
        return [];
    }
}
