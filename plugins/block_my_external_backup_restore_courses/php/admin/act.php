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
 * Begins requests anew, stops or deletes them, once it is confirmed.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

require(__DIR__ . '/../../../config.php');

use block_my_external_backup_restore_courses\local\page\admin_act;
use block_my_external_backup_restore_courses\local\page\admin_page;

$name = required_param('act', PARAM_ALPHA);
$ids = array_filter(array_map('intval', explode(',', required_param('ids', PARAM_SEQUENCE))));
$url = new moodle_url('/blocks/my_external_backup_restore_courses/admin/act.php', ['act' => $name, 'ids' => implode(',', $ids)]);
require_login(null, false);
require_capability('block/my_external_backup_restore_courses:managerequests', \core\context\system::instance());
$back = new moodle_url('/blocks/my_external_backup_restore_courses/admin/managment.php');
admin_page::open($url, get_string('adminpage:requests', 'block_my_external_backup_restore_courses'), $back);
$act = new admin_act($name, $ids);

if (data_submitted() && confirm_sesskey()) {
    redirect($back, get_string("admin:{$name}done", 'block_my_external_backup_restore_courses', $act->run()));
}

echo $OUTPUT->header();
echo $OUTPUT->heading(get_string("admin:$name", 'block_my_external_backup_restore_courses'));
echo $OUTPUT->render_from_template('block_my_external_backup_restore_courses/confirm_act', [
    'question' => get_string("admin:{$name}confirm", 'block_my_external_backup_restore_courses', $act->count()),
    'names' => $act->names(),
    'possible' => $act->count() > 0,
    'nothing' => get_string('admin:nothing', 'block_my_external_backup_restore_courses'),
    'url' => (new moodle_url('/blocks/my_external_backup_restore_courses/admin/act.php'))->out(false),
    'ids' => implode(',', $ids),
    'act' => $name,
    'sesskey' => sesskey(),
    'backurl' => $back->out(false),
]);
echo $OUTPUT->footer();
