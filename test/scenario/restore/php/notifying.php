<?php
// Gives a course learners, and a block that writes to them.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->libdir . '/blocklib.php');

\core\session\manager::set_user(get_admin());
$courseid = (int) $argv[1];
$instance = $DB->get_record('enrol', ['courseid' => $courseid, 'enrol' => 'manual'], '*', MUST_EXIST);
$role = $DB->get_field('role', 'id', ['shortname' => 'student']);
foreach (['student', 'kiri'] as $username) {
    enrol_get_plugin('manual')->enrol_user($instance, $DB->get_field('user', 'id', ['username' => $username], MUST_EXIST), $role);
}
$DB->set_field('course', 'startdate', time() - DAYSECS, ['id' => $courseid]);
$block = $DB->insert_record('block_instances', (object) [
    'blockname' => 'course_notification', 'parentcontextid' => context_course::instance($courseid)->id, 'showinsubcontexts' => 0,
    'pagetypepattern' => 'course-view-*', 'defaultregion' => 'side-post', 'defaultweight' => 0, 'configdata' => '',
    'timecreated' => time(), 'timemodified' => time(),
]);
block_instance_by_id($block)->instance_create();
echo "done\n";
