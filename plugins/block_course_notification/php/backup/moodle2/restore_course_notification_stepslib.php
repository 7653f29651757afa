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
 * What a restored course takes of the block beside its configuration.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use block_course_notification\local\facts\course_settings;

/**
 * Puts the texts with their encoded links into the configuration, where they are decoded at the end of the restore, and takes
 * over who wants no notifications from the course.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class restore_course_notification_block_structure_step extends restore_structure_step {
    /** @var array<string, array<string, string>> The bodies, by signal and language. */
    private array $bodies = [];

    #[\Override]
    protected function define_structure() {
        return [
            new restore_path_element('text', '/block/course_notification/texts/text'),
            new restore_path_element('muted', '/block/course_notification/people/muted'),
        ];
    }

    /**
     * One text.
     *
     * @param array $data
     */
    public function process_text($data): void {
        $this->bodies[(string) $data['signal']][(string) $data['language']] = (string) $data['content'];
    }

    /**
     * One person who wants none, unless they said so here already.
     *
     * @param array $data
     */
    public function process_muted($data): void {
        global $DB;
        $userid = $this->get_mappingid('user', $data['userid']);
        $row = ['courseid' => $this->get_courseid(), 'userid' => $userid];
        if ($userid && !$DB->record_exists('block_course_notification_muted', $row)) {
            $DB->insert_record('block_course_notification_muted', (object) ($row + ['timecreated' => $data['timecreated']]));
        }
    }

    #[\Override]
    protected function after_execute() {
        global $DB;
        /** @var restore_block_task $task */
        $task = $this->task;
        $where = ['id' => (int) $task->get_blockid()];
        if ($this->bodies === [] || $where['id'] === 0) {
            return;
        }
        $config = course_settings::decoded((string) $DB->get_field('block_instances', 'configdata', $where));
        $config['body'] = array_replace_recursive($config['body'] ?? [], $this->bodies);
        $DB->set_field('block_instances', 'configdata', base64_encode(serialize((object) $config)), $where);
    }
}
