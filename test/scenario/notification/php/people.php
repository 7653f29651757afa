<?php
// Makes courses of learners who are due to be told that access is open; what an earlier scenario made is removed.
// Of each course, the first `broken` learners have no address that works. Of a mixed course, some were let in long ago, some came.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->dirroot . '/course/lib.php');
require_once($CFG->libdir . '/blocklib.php');
require_once($CFG->dirroot . '/user/lib.php');

[, $prefix, $courses, $learners] = $argv;
$broken = (int) ($argv[4] ?? 0);
$ismixed = ($argv[5] ?? '') === 'mixed';
\core\session\manager::set_user(get_admin());
set_config('noemailever', 1);
set_config('debug', 0);
set_config('bulklimit', 0, 'block_course_notification');
foreach ($DB->get_fieldset_select('course', 'id', "shortname LIKE 'scenario%'") as $courseid) {
    delete_course($courseid, false);
}
$DB->delete_records('notifications', ['component' => 'block_course_notification']);
$role = $DB->get_field('role', 'id', ['shortname' => 'student']);
$made = [];
for ($number = 0; $number < $courses; $number++) {
    $course = create_course((object) [
        'shortname' => "scenario-$prefix-$number", 'fullname' => "Scenario $prefix $number", 'category' => 1, 'startdate' => time() - ($ismixed ? 60 : 1) * DAYSECS,
    ]);
    $context = \core\context\course::instance($course->id);
    $block = $DB->insert_record('block_instances', (object) [
        'blockname' => 'course_notification', 'parentcontextid' => $context->id, 'showinsubcontexts' => 0, 'pagetypepattern' => 'course-view-*',
        'defaultregion' => 'side-post', 'defaultweight' => 0, 'configdata' => '', 'timecreated' => time(), 'timemodified' => time(),
    ]);
    block_instance_by_id($block)->instance_create();
    $instance = $DB->get_record('enrol', ['courseid' => $course->id, 'enrol' => 'manual']);
    for ($index = 0; $index < $learners; $index++) {
        $name = "scenario-$number-$index";
        $userid = $DB->get_field('user', 'id', ['username' => $name]) ?: user_create_user((object) [
            'username' => $name, 'firstname' => 'First', 'lastname' => $name, 'email' => "$name@example.com", 'auth' => 'manual',
            'confirmed' => 1, 'mnethostid' => $CFG->mnet_localhost_id, 'password' => 'not cached',
        ], false, false);
        $DB->set_field('user', 'email', $index < $broken ? 'no address' : "$name@example.com", ['id' => $userid]);
        $start = $ismixed ? time() - ($index % 5) * 5 * DAYSECS : 0;
        enrol_get_plugin('manual')->enrol_user($instance, $userid, $role, $start, $ismixed && $index % 3 === 0 ? time() + 6 * DAYSECS : 0);
        if ($ismixed && $index % 4 === 0) {
            $DB->insert_record('user_lastaccess', ['userid' => $userid, 'courseid' => $course->id, 'timeaccess' => time() - $index * DAYSECS]);
        }
    }
    $made[] = (int) $course->id;
}
echo json_encode($made), "\n";
