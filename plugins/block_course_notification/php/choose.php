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
 * Which messages of a course a person gets: none at all, or by kind. Mails lead here, even when access to the course has ended.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

require(__DIR__ . '/../../config.php');

use block_course_notification\local\facts\muted;
use block_course_notification\output\choose_view;

$course = get_course(required_param('id', PARAM_INT));
$wantsnone = optional_param('none', null, PARAM_BOOL);
require_login(null, false);
$context = \core\context\course::instance($course->id);
if (!is_enrolled($context, $USER) && !muted::is_muted((int) $course->id, (int) $USER->id)) {
    throw new moodle_exception('usernotincourse');
}

$url = new moodle_url('/blocks/course_notification/choose.php', ['id' => $course->id]);
$PAGE->set_context(\core\context\system::instance());
$PAGE->set_url($url);
$PAGE->set_pagelayout('standard');
$PAGE->set_title(get_string('choose', 'block_course_notification'));
$PAGE->set_heading(get_string('choose', 'block_course_notification'));

if ($wantsnone !== null && data_submitted() && confirm_sesskey()) {
    muted::set((int) $course->id, (int) $USER->id, (bool) $wantsnone);
    $done = get_string($wantsnone ? 'choose:mutedone' : 'choose:heardone', 'block_course_notification');
    redirect($url, $done, null, \core\output\notification::NOTIFY_SUCCESS);
}

echo $OUTPUT->header();
echo $OUTPUT->render(new choose_view((int) $course->id, (int) $USER->id));
echo $OUTPUT->footer();
