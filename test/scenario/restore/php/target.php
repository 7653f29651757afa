<?php
// Makes a course of the teacher that courses may come into: an activity, a section with a name, a block, a group. Prints its id.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->dirroot . '/lib/testing/generator/lib.php');

\core\session\manager::set_user(get_admin());
$generator = new testing_data_generator();
$course = $generator->create_course(['fullname' => $argv[1], 'shortname' => $argv[1], 'numsections' => 1]);
$teacher = $DB->get_record('user', ['username' => 'teacher'], '*', MUST_EXIST);
$generator->enrol_user($teacher->id, $course->id, 'editingteacher');
$generator->create_module('page', ['course' => $course->id, 'name' => 'It was here', 'content' => 'Words', 'section' => 1]);
$DB->set_field('course_sections', 'name', 'Mine', ['course' => $course->id, 'section' => 1]);
$generator->create_group(['courseid' => $course->id, 'name' => 'Ours']);
$generator->create_block('html', ['parentcontextid' => context_course::instance($course->id)->id, 'pagetypepattern' => 'course-view-*']);
rebuild_course_cache($course->id, true);
echo $course->id, "\n";
