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
 * An admin brings courses for somebody.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

require(__DIR__ . '/../../../config.php');

use block_my_external_backup_restore_courses\form\person_form;
use block_my_external_backup_restore_courses\local\page\admin_page;
use block_my_external_backup_restore_courses\local\page\client_side;
use block_my_external_backup_restore_courses\output\course_choice;

$userid = optional_param('userid', 0, PARAM_INT);
$chosen = $userid === 0 ? [] : ['userid' => $userid];
$url = new moodle_url('/blocks/my_external_backup_restore_courses/admin/restorecourseforuser.php', $chosen);
require_login(null, false);
require_capability('block/my_external_backup_restore_courses:managerequests', \core\context\system::instance());
admin_page::open($url, get_string('adminpage:foruser', 'block_my_external_backup_restore_courses'));
client_side::require_client();
$form = new person_form(new moodle_url('/blocks/my_external_backup_restore_courses/admin/restorecourseforuser.php'), null, 'get');
$form->set_data(['userid' => $userid]);

echo $OUTPUT->header();
echo $OUTPUT->heading(get_string('adminpage:foruser', 'block_my_external_backup_restore_courses'));
$form->display();
if ($userid !== 0) {
    echo $OUTPUT->render(new course_choice(client_side::person($userid), true));
}
echo $OUTPUT->footer();
