<?php
// A cohort, and where a course is named: learners in it, and enrolment by that cohort and by another course.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->dirroot . '/cohort/lib.php');
require_once($CFG->dirroot . '/enrol/cohort/locallib.php');

\core\session\manager::set_user(get_admin());
$cohort = $DB->get_field('cohort', 'id', ['idnumber' => 'scenario'], IGNORE_MULTIPLE) ?: cohort_add_cohort((object) [
    'name' => 'Scenario', 'idnumber' => 'scenario', 'contextid' => context_system::instance()->id,
]);
if ((int) $argv[1] !== 0) {
    set_config('enrol_plugins_enabled', 'manual,guest,self,cohort,meta');
    $course = get_course((int) $argv[1]);
    $manual = $DB->get_record('enrol', ['courseid' => $course->id, 'enrol' => 'manual'], '*', MUST_EXIST);
    $role = $DB->get_field('role', 'id', ['shortname' => 'student']);
    foreach (['student', 'kiri'] as $username) {
        $userid = $DB->get_field('user', 'id', ['username' => $username], MUST_EXIST);
        enrol_get_plugin('manual')->enrol_user($manual, $userid, $role);
        cohort_add_member($cohort, $userid);
    }
    enrol_get_plugin('cohort')->add_instance($course, ['customint1' => $cohort, 'roleid' => $role]);
    $other = $DB->get_field('course', 'id', ['shortname' => 'energy'], MUST_EXIST);
    enrol_get_plugin('meta')->add_instance($course, ['customint1' => $other]);
}
echo "done\n";
