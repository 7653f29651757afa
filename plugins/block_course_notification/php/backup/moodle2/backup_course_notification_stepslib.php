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
 * What a backup keeps of the block beside its configuration.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use block_course_notification\local\facts\course_settings;

/**
 * Writes each own text as an element, since core encodes the links of elements, and who wants no notifications from the course.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class backup_course_notification_block_structure_step extends backup_block_structure_step {
    #[\Override]
    protected function define_structure() {
        global $DB;
        $block = new backup_nested_element('course_notification');
        $texts = new backup_nested_element('texts');
        $text = new backup_nested_element('text', ['id'], ['signal', 'language', 'content']);
        $people = new backup_nested_element('people');
        $muted = new backup_nested_element('muted', ['id'], ['userid', 'timecreated']);
        $block->add_child($texts);
        $texts->add_child($text);
        $block->add_child($people);
        $people->add_child($muted);
        /** @var backup_block_task $task */
        $task = $this->task;
        $configdata = (string) $DB->get_field('block_instances', 'configdata', ['id' => $task->get_blockid()]);
        $rows = [];
        foreach (course_settings::kept($configdata)['body'] as $signal => $bodies) {
            foreach ($bodies as $language => $content) {
                $id = count($rows) + 1;
                $rows[] = (object) ['id' => $id, 'signal' => $signal, 'language' => $language, 'content' => $content];
            }
        }
        $text->set_source_array($rows);
        if ($this->get_setting_value('users')) {
            $muted->set_source_table('block_course_notification_muted', ['courseid' => backup::VAR_COURSEID]);
        }
        $muted->annotate_ids('user', 'userid');
        return $this->prepare_block_structure($block);
    }
}
