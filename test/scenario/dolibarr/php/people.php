<?php
// Makes a course of learners whom Dolibarr knows, with nothing in the outbox; gives the ids of the course and of the learners.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->dirroot . '/course/lib.php');
require_once($CFG->dirroot . '/user/lib.php');

[, $learners] = $argv;
\core\session\manager::set_user(get_admin());
foreach ($DB->get_fieldset_select('course', 'id', "shortname LIKE 'dolibarr%'") as $courseid) {
    delete_course($courseid, false);
}
$course = create_course((object) [
    'shortname' => 'dolibarr', 'fullname' => 'Fire safety', 'idnumber' => 'FIRE', 'category' => 1, 'enablecompletion' => 1, 'startdate' => time() - DAYSECS,
]);
$instance = $DB->get_record('enrol', ['courseid' => $course->id, 'enrol' => 'manual']);
$role = $DB->get_field('role', 'id', ['shortname' => 'student']);
$ids = [];
for ($index = 0; $index < $learners; $index++) {
    $name = "dolibarr-$index";
    $userid = $DB->get_field('user', 'id', ['username' => $name]) ?: user_create_user((object) [
        'username' => $name, 'firstname' => 'First', 'lastname' => $name, 'email' => "$name@example.com", 'auth' => 'manual',
        'confirmed' => 1, 'mnethostid' => $CFG->mnet_localhost_id, 'password' => 'Moodle-12345',
    ], true, false);
    $DB->set_field('user', 'idnumber', (string) (5000 + $index), ['id' => $userid]);
    enrol_get_plugin('manual')->enrol_user($instance, $userid, $role);
    $ids[] = (int) $userid;
}
$DB->delete_records('local_dolibarr_message');
$DB->delete_records('local_dolibarr_line');
$DB->delete_records('notifications', ['component' => 'local_dolibarr']);
echo json_encode(['course' => (int) $course->id, 'learners' => $ids]), "\n";
