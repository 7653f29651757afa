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
 * Picks the person for whom an admin brings courses.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class person_form extends \moodleform {
    #[\Override]
    protected function definition() {
        $this->_form->addElement('autocomplete', 'userid', get_string('user'), [], [
            'multiple' => false,
            'ajax' => 'core_user/form_user_selector',
            'valuehtmlcallback' => static function ($userid): string {
                $user = \core_user::get_user((int) $userid);
                return $user ? s(fullname($user)) : '';
            },
        ]);
        $this->_form->setType('userid', PARAM_INT);
        $this->add_action_buttons(false, get_string('admin:showcourses', 'block_my_external_backup_restore_courses'));
    }
}
