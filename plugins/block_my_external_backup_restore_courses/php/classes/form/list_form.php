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

namespace block_my_external_backup_restore_courses\form;

defined('MOODLE_INTERNAL') || die();

require_once($CFG->libdir . '/formslib.php');

/**
 * Takes a list of courses, as a file or typed.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class list_form extends \moodleform {
    #[\Override]
    protected function definition() {
        $this->_form->addElement('static', 'columns', '', get_string('list:columns', 'block_my_external_backup_restore_courses'));
        $file = get_string('list:file', 'block_my_external_backup_restore_courses');
        $text = get_string('list:text', 'block_my_external_backup_restore_courses');
        $this->_form->addElement('filepicker', 'file', $file, null, ['accepted_types' => ['.csv', '.txt']]);
        $this->_form->addElement('textarea', 'list', $text, ['rows' => 8, 'cols' => 80]);
        // Read line by line, each value cleaned by its column.
        $this->_form->setType('list', PARAM_RAW);
        $this->_form->addGroup([
            $this->_form->createElement('submit', 'trial', get_string('list:trial', 'block_my_external_backup_restore_courses')),
            $this->_form->createElement('submit', 'run', get_string('list:run', 'block_my_external_backup_restore_courses')),
        ], 'buttons', '', [' '], false);
    }

    #[\Override]
    public function validation($data, $files) {
        $problems = parent::validation($data, $files);
        return $this->text() === '' ? $problems + ['list' => get_string('required')] : $problems;
    }

    /**
     * The list: the file where one was given.
     *
     * @return string
     */
    public function text(): string {
        // Not get_file_content(): that validates first, and this is asked while it does.
        $files = $this->get_draft_files('file') ?: [];
        return trim($files === [] ? (string) ($this->_form->getSubmitValue('list') ?? '') : reset($files)->get_content());
    }

    /**
     * Whether it is only said what would be done.
     *
     * @return bool
     */
    public function is_trial(): bool {
        return $this->_form->getSubmitValue('run') === null;
    }
}
