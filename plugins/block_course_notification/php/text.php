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
 * The texts of one notification of a course, for browsers that open no window of the setup page.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

require(__DIR__ . '/../../config.php');

use block_course_notification\form\text_form;
use block_course_notification\local\facts\course_settings;
use block_course_notification\local\rules\signals;
use block_course_notification\output\course_page;

$course = get_course(required_param('id', PARAM_INT));
$signal = required_param('signal', PARAM_ALPHA);
require_login($course);
require_capability('block/course_notification:setup', \core\context\course::instance($course->id));
$setup = new moodle_url('/blocks/course_notification/setup.php', ['id' => $course->id]);
if (!in_array($signal, signals::SIGNALS, true) || course_settings::instance((int) $course->id) === null) {
    redirect($setup);
}

$url = new moodle_url('/blocks/course_notification/text.php', ['id' => $course->id, 'signal' => $signal]);
$title = get_string('setup:textof', 'block_course_notification', get_string('signal:' . $signal, 'block_course_notification'));
course_page::begin($PAGE, $url, $course, $title);

$form = new text_form($url->out(false));
$form->set_data_for_dynamic_submission();
if ($form->is_cancelled()) {
    redirect($setup);
}
if ($form->get_data() !== null) {
    redirect($setup, $form->process_dynamic_submission()['saved'], null, \core\output\notification::NOTIFY_SUCCESS);
}

echo $OUTPUT->header();
echo $OUTPUT->heading($title);
$form->display();
echo $OUTPUT->footer();
