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
 * What one learner gets, and why: the verdict on each notification.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

require(__DIR__ . '/../../config.php');

use block_course_notification\local\course\people;
use block_course_notification\output\course_page;
use block_course_notification\output\course_tabs;
use block_course_notification\output\people_view;
use block_course_notification\output\why_view;

$course = get_course(required_param('id', PARAM_INT));
$userid = optional_param('userid', 0, PARAM_INT);
$query = optional_param('query', '', PARAM_TEXT);
require_login($course);
$context = \core\context\course::instance($course->id);
require_capability('block/course_notification:setup', $context);

$title = get_string('why:find', 'block_course_notification');
$people = new people((int) $course->id);
$person = $userid === 0 ? null : $people->require($userid);
if ($person !== null) {
    $title = get_string('why', 'block_course_notification', $people->name($person));
}
$url = new moodle_url('/blocks/course_notification/why.php', array_filter(['id' => (int) $course->id, 'userid' => $userid]));
course_page::begin($PAGE, $url, $course, $title);

echo $OUTPUT->header();
echo $OUTPUT->heading(s($title));
echo $OUTPUT->render(new course_tabs((int) $course->id, 'why'));
echo $OUTPUT->render($person === null ? new people_view((int) $course->id, $query) : new why_view($people, $person));
echo $OUTPUT->footer();
