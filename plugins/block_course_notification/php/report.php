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
 * Who got what, and who will get what, in one course.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

require(__DIR__ . '/../../config.php');

use block_course_notification\local\course\people;
use block_course_notification\local\plan\stale;
use block_course_notification\output\course_page;
use block_course_notification\output\course_tabs;
use block_course_notification\reportbuilder\local\systemreports\due;
use block_course_notification\reportbuilder\local\systemreports\sent;
use core_reportbuilder\system_report_factory;

$course = get_course(required_param('id', PARAM_INT));
$view = optional_param('view', 'sent', PARAM_ALPHA) === 'due' ? 'due' : 'sent';
require_login($course);
$context = \core\context\course::instance($course->id);
require_capability('block/course_notification:setup', $context);

$url = new moodle_url('/blocks/course_notification/report.php', ['id' => $course->id, 'view' => $view]);
$groupid = (int) groups_get_course_group($course, true);
$people = new people((int) $course->id, $groupid);
course_page::begin($PAGE, $url, $course, get_string('report', 'block_course_notification'));

echo $OUTPUT->header();
echo $OUTPUT->heading(get_string('report', 'block_course_notification'));
echo $OUTPUT->render(new course_tabs((int) $course->id, $view, $groupid));
if ($people->are_none()) {
    echo $OUTPUT->notification(get_string('notingroup'), \core\output\notification::NOTIFY_INFO);
} else {
    groups_print_course_menu($course, $url);
    stale::refresh((int) $course->id);
    $source = $view === 'due' ? due::class : sent::class;
    $report = system_report_factory::create($source, $context, '', '', 0, ['group' => $groupid]);
    echo html_writer::div($report->output(), 'block_course_notification-report');
}
echo $OUTPUT->footer();
