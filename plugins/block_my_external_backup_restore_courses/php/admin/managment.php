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
 * Everybody's requests.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

require(__DIR__ . '/../../../config.php');

use block_my_external_backup_restore_courses\local\page\admin_act;
use block_my_external_backup_restore_courses\local\page\admin_page;
use block_my_external_backup_restore_courses\reportbuilder\local\systemreports\requests;
use core_reportbuilder\system_report_factory;

require_login(null, false);
require_capability('block/my_external_backup_restore_courses:managerequests', \core\context\system::instance());
$url = new moodle_url('/blocks/my_external_backup_restore_courses/admin/managment.php');
admin_page::open($url, get_string('adminpage:requests', 'block_my_external_backup_restore_courses'));
$report = system_report_factory::create(requests::class, \core\context\system::instance());

echo $OUTPUT->header();
echo $OUTPUT->heading(get_string('adminpage:requests', 'block_my_external_backup_restore_courses'));
echo html_writer::start_div('block_my_external_backup_restore_courses-report');
echo $report->output();
echo $OUTPUT->render_from_template('block_my_external_backup_restore_courses/bulk', [
    'url' => (new moodle_url('/blocks/my_external_backup_restore_courses/admin/act.php'))->out(false),
    'acts' => array_map(static fn(string $act): array => [
        'act' => $act,
        'name' => get_string("admin:$act", 'block_my_external_backup_restore_courses'),
    ], admin_act::ALL),
]);
echo html_writer::end_div();
echo $OUTPUT->footer();
