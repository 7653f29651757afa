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
 * Courses of other Moodles that somebody may bring here.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

require(__DIR__ . '/../../config.php');

use block_my_external_backup_restore_courses\local\page\client_side;
use block_my_external_backup_restore_courses\local\restore\rights;
use block_my_external_backup_restore_courses\output\course_choice;

$target = optional_param('target', 0, PARAM_INT);
$course = $target === 0 ? null : get_course($target);
require_login($course);
client_side::require_client();
$system = \core\context\system::instance();
require_capability('block/my_external_backup_restore_courses:view', $system);
if ($course !== null) {
    require_all_capabilities(rights::INTO, \core\context\course::instance($course->id));
}

$PAGE->set_context($course === null ? $system : \core\context\course::instance($course->id));
$PAGE->set_url('/blocks/my_external_backup_restore_courses/index.php', $course === null ? [] : ['target' => $course->id]);
$PAGE->set_pagelayout($course === null ? 'standard' : 'incourse');
$PAGE->set_title(get_string('page:title', 'block_my_external_backup_restore_courses'));
$PAGE->set_heading($course === null ? get_string('page:title', 'block_my_external_backup_restore_courses') : $course->fullname);
$PAGE->set_secondary_navigation($course !== null);

echo $OUTPUT->header();
if ($course !== null) {
    echo $OUTPUT->heading(get_string('page:title', 'block_my_external_backup_restore_courses'));
}
echo $OUTPUT->render(new course_choice($USER, false, $target));
echo $OUTPUT->footer();
