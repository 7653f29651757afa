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
 * An admin brings the courses of a list: what it would do is said first.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

require(__DIR__ . '/../../../config.php');

use block_my_external_backup_restore_courses\form\list_form;
use block_my_external_backup_restore_courses\local\page\admin_page;
use block_my_external_backup_restore_courses\local\page\client_side;
use block_my_external_backup_restore_courses\local\page\course_list;

$url = new moodle_url('/blocks/my_external_backup_restore_courses/admin/list.php');
require_login(null, false);
require_capability('block/my_external_backup_restore_courses:managerequests', \core\context\system::instance());
admin_page::open($url, get_string('adminpage:list', 'block_my_external_backup_restore_courses'));
client_side::require_client();
$form = new list_form($url);
$list = $form->get_data() === null ? null : new course_list($form->text());

if ($list !== null && !$form->is_trial() && $list->problems() === []) {
    redirect(
        new moodle_url('/blocks/my_external_backup_restore_courses/admin/managment.php'),
        get_string('list:done', 'block_my_external_backup_restore_courses', $list->run()),
    );
}

echo $OUTPUT->header();
echo $OUTPUT->heading(get_string('adminpage:list', 'block_my_external_backup_restore_courses'));
if ($list !== null) {
    echo $OUTPUT->render_from_template('block_my_external_backup_restore_courses/list_result', $list->export());
}
$form->display();
echo $OUTPUT->footer();
