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
 * The notifications of one course: what is sent, and when; the words of each are edited in a window of their own.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

require(__DIR__ . '/../../config.php');

use block_course_notification\form\setup_form;
use block_course_notification\local\facts\course_settings;
use block_course_notification\local\course\edit;
use block_course_notification\local\course\forecasts;
use block_course_notification\local\course\setup_config;
use block_course_notification\output\course_page;
use block_course_notification\output\course_tabs;
use block_course_notification\output\forecast_view;

$course = get_course(required_param('id', PARAM_INT));
require_login($course);
$context = \core\context\course::instance($course->id);
require_capability('block/course_notification:setup', $context);

$url = new moodle_url('/blocks/course_notification/setup.php', ['id' => $course->id]);
$title = get_string('setup', 'block_course_notification');
course_page::begin($PAGE, $url, $course, $title);

$settings = course_settings::of((int) $course->id);
$hasblock = course_settings::instance((int) $course->id) !== null;
$form = new setup_form($url, ['courseid' => (int) $course->id, 'settings' => $settings]);
$fields = setup_config::to_form($settings);
$form->set_data(['was' => edit::token($fields)] + $fields);
if ($form->is_cancelled()) {
    redirect(course_get_url($course));
}
$data = $hasblock ? $form->get_data() : null;
if ($data !== null) {
    $meanwhile = s($form->save($data));
    $saved = get_string('setup:saved', 'block_course_notification');
    redirect($url, trim("$saved $meanwhile"), null, \core\output\notification::NOTIFY_SUCCESS);
}

$PAGE->requires->strings_for_js(['forecast:summary', 'forecast:none', 'setup:textof'], 'block_course_notification');
$PAGE->requires->js_call_amd('block_course_notification/setup', 'init', [(int) $course->id]);
echo $OUTPUT->header();
echo $OUTPUT->heading($title);
echo $OUTPUT->render(new course_tabs((int) $course->id, 'setup'));
if (!$hasblock) {
    // What was typed stays, for whoever puts the block back in another window.
    echo $OUTPUT->notification(get_string('noblock', 'block_course_notification'), \core\output\notification::NOTIFY_ERROR);
}
if ($hasblock || $form->is_submitted()) {
    echo html_writer::start_div('block_course_notification-setup');
    echo $OUTPUT->render(new forecast_view(forecasts::of_course((int) $course->id, $settings, range(0, 29))));
    echo html_writer::div($form->render(), 'block_course_notification-form', ['data-region' => 'setupform']);
    echo html_writer::end_div();
}
echo $OUTPUT->footer();
