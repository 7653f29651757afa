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
 * Forgets what was sent, or marks what is due as sent, or whatever else may be done by hand, once it is confirmed.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

require(__DIR__ . '/../../config.php');

use block_course_notification\local\course\act;
use block_course_notification\local\course\people;
use block_course_notification\local\rules\signals;
use block_course_notification\output\course_page;

$course = get_course(required_param('id', PARAM_INT));
$name = required_param('act', PARAM_ALPHA);
$userid = optional_param('userid', 0, PARAM_INT);
$groupid = optional_param('group', 0, PARAM_INT);
$signal = optional_param('signal', '', PARAM_ALPHA);
$signal = in_array($signal, signals::SIGNALS, true) ? $signal : '';
require_login($course);
$context = \core\context\course::instance($course->id);
require_capability('block/course_notification:setup', $context);

$people = new people((int) $course->id, $groupid);
$person = $userid === 0 ? null : $people->require($userid);
$act = new act($name, $people, $userid, $signal);
$params = array_filter(['id' => (int) $course->id, 'act' => $name, 'userid' => $userid, 'group' => $groupid, 'signal' => $signal]);
$url = new moodle_url('/blocks/course_notification/act.php', $params);
$back = $person === null
    ? new moodle_url('/blocks/course_notification/report.php', ['id' => $course->id])
    : new moodle_url('/blocks/course_notification/why.php', ['id' => $course->id, 'userid' => $userid]);
course_page::begin($PAGE, $url, $course, get_string('act:' . $name, 'block_course_notification'));

if (data_submitted() && confirm_sesskey()) {
    $done = get_string('act:' . $name . 'done', 'block_course_notification', $act->run());
    redirect($back, $done, null, \core\output\notification::NOTIFY_SUCCESS);
}

echo $OUTPUT->header();
echo $OUTPUT->heading(get_string('act:' . $name, 'block_course_notification'));
echo $OUTPUT->render_from_template('block_course_notification/confirm', [
    'question' => get_string('act:' . $name . 'confirm', 'block_course_notification', [
        'name' => $person === null ? $people->called() : $people->name($person),
        'signal' => get_string($signal === '' ? 'act:all' : 'signal:' . $signal, 'block_course_notification'),
        'count' => $act->count(),
    ]),
    'url' => $url->out(false),
    'sesskey' => sesskey(),
    'backurl' => $back->out(false),
]);
echo $OUTPUT->footer();
