<?php
// Makes courses of learners who are all due to be told that access is open; what an earlier scenario made is removed.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->dirroot . '/course/lib.php');
require_once($CFG->dirroot . '/user/lib.php');

[, $prefix, $courses, $learners] = $argv;
\core\session\manager::set_user(get_admin());
set_config('noemailever', 1);
set_config('debug', 0);
set_config('bulklimit', 0, 'block_course_notification');
foreach ($DB->get_fieldset_select('course', 'id', "shortname LIKE 'scenario%'") as $courseid) {
    delete_course($courseid, false);
}
$DB->delete_records('notifications', ['component' => 'block_course_notification']);
$made = [];
for ($number = 0; $number < $courses; $number++) {
    $course = create_course((object) [
        'shortname' => "scenario-$prefix-$number", 'fullname' => "Scenario $prefix $number", 'category' => 1, 'startdate' => time() - DAYSECS,
    ]);
    $context = \core\context\course::instance($course->id);
    $DB->insert_record('block_instances', (object) [
        'blockname' => 'course_notification', 'parentcontextid' => $context->id, 'showinsubcontexts' => 0, 'pagetypepattern' => 'course-view-*',
        'defaultregion' => 'side-post', 'defaultweight' => 0, 'configdata' => '', 'timecreated' => time(), 'timemodified' => time(),
    ]);
    $instance = $DB->get_record('enrol', ['courseid' => $course->id, 'enrol' => 'manual']);
    for ($index = 0; $index < $learners; $index++) {
        $name = "scenario-$number-$index";
        $userid = $DB->get_field('user', 'id', ['username' => $name]) ?: user_create_user((object) [
            'username' => $name, 'firstname' => 'First', 'lastname' => $name, 'email' => "$name@example.com", 'auth' => 'manual',
            'confirmed' => 1, 'mnethostid' => $CFG->mnet_localhost_id, 'password' => 'not cached',
        ], false, false);
        enrol_get_plugin('manual')->enrol_user($instance, $userid, 5);
    }
    $made[] = (int) $course->id;
}
echo json_encode($made), "\n";
