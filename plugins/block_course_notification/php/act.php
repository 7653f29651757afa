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
 * Forgets what was sent, or marks what is due as sent, once it is confirmed.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

require(__DIR__ . '/../../config.php');

use block_course_notification\local\course\register;
use block_course_notification\local\rules\signals;
use block_course_notification\output\course_page;

$course = get_course(required_param('id', PARAM_INT));
$act = required_param('act', PARAM_ALPHA) === 'mark' ? 'mark' : 'reset';
$userid = optional_param('userid', 0, PARAM_INT);
$signal = optional_param('signal', '', PARAM_ALPHA);
$signal = in_array($signal, signals::SIGNALS, true) ? $signal : '';
require_login($course);
$context = \core\context\course::instance($course->id);
require_capability('block/course_notification:setup', $context);
if ($userid !== 0 && !is_enrolled($context, $userid)) {
    throw new moodle_exception('usernotincourse');
}

$params = array_filter(['id' => (int) $course->id, 'act' => $act, 'userid' => $userid, 'signal' => $signal]);
$url = new moodle_url('/blocks/course_notification/act.php', $params);
$back = $userid === 0
    ? new moodle_url('/blocks/course_notification/report.php', ['id' => $course->id])
    : new moodle_url('/blocks/course_notification/why.php', ['id' => $course->id, 'userid' => $userid]);
course_page::begin($PAGE, $url, $course, get_string('act:' . $act, 'block_course_notification'));

if (data_submitted() && confirm_sesskey()) {
    $count = $act === 'mark'
        ? register::mark((int) $course->id, $userid, $signal)
        : register::reset((int) $course->id, $userid, $signal);
    $done = get_string('act:' . $act . 'done', 'block_course_notification', $count);
    redirect($back, $done, null, \core\output\notification::NOTIFY_SUCCESS);
}

$name = $userid === 0
    ? get_string('act:everyone', 'block_course_notification')
    : fullname(core_user::get_user($userid, '*', MUST_EXIST), has_capability('moodle/site:viewfullnames', $context));
echo $OUTPUT->header();
echo $OUTPUT->heading(get_string('act:' . $act, 'block_course_notification'));
echo $OUTPUT->render_from_template('block_course_notification/confirm', [
    'question' => get_string('act:' . $act . 'confirm', 'block_course_notification', [
        'name' => $name,
        'signal' => get_string($signal === '' ? 'act:all' : 'signal:' . $signal, 'block_course_notification'),
    ]),
    'url' => $url->out(false),
    'sesskey' => sesskey(),
    'backurl' => $back->out(false),
]);
echo $OUTPUT->footer();
