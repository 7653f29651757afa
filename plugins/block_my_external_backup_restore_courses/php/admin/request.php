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
 * One request: what was asked for, what happened when, and what went wrong.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

require(__DIR__ . '/../../../config.php');

use block_my_external_backup_restore_courses\local\page\admin_page;
use block_my_external_backup_restore_courses\local\request\requests;
use block_my_external_backup_restore_courses\output\request_view;

$id = required_param('id', PARAM_INT);
$url = new moodle_url('/blocks/my_external_backup_restore_courses/admin/request.php', ['id' => $id]);
require_login(null, false);
require_capability('block/my_external_backup_restore_courses:managerequests', \core\context\system::instance());
$requests = new moodle_url('/blocks/my_external_backup_restore_courses/admin/managment.php');
admin_page::open($url, get_string('adminpage:requests', 'block_my_external_backup_restore_courses'), $requests);
$request = requests::find($id) ?? throw new moodle_exception('page:norequest', 'block_my_external_backup_restore_courses');
$name = format_string($request->fullname, true, ['context' => \core\context\system::instance()]);
$PAGE->navbar->add($name, $url);

echo $OUTPUT->header();
echo $OUTPUT->heading($name);
echo $OUTPUT->render(new request_view($request));
echo $OUTPUT->footer();
