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
 * Starts the notifications of a course that waits for somebody to choose what becomes of that which is due already.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

require(__DIR__ . '/../../config.php');

use block_course_notification\local\course\quiet_start;
use block_course_notification\local\facts\block_start;
use core\output\notification;

$course = get_course(required_param('id', PARAM_INT));
require_login($course);
require_capability('block/course_notification:setup', \core\context\course::instance($course->id));

$PAGE->set_url(new moodle_url('/blocks/course_notification/start.php', ['id' => $course->id]));
$setup = new moodle_url('/blocks/course_notification/setup.php', ['id' => $course->id]);
$choice = optional_param('choice', '', PARAM_ALPHA);
if (!data_submitted() || !confirm_sesskey() || !in_array($choice, quiet_start::CHOICES, true)) {
    redirect($setup);
}
if (!quiet_start::is_waiting((int) $course->id)) {
    redirect($setup, get_string('start:already', 'block_course_notification'), null, notification::NOTIFY_INFO);
}
$marked = quiet_start::choose((int) $course->id, $choice);
$done = $choice === block_start::FROM_NOW ? 'start:donefromnow' : 'start:donewithdue';
redirect($setup, get_string($done, 'block_course_notification', $marked), null, notification::NOTIFY_SUCCESS);
