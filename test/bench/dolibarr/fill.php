<?php
// Makes a course of so many learners whom Dolibarr knows, by bulk SQL: twenty activities of half an hour, every other one done. Gives
// the id of the course.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->dirroot . '/course/lib.php');
require_once(__DIR__ . '/../insertAll.php');

[, $learners] = $argv;
set_config('debug', 0);
\core\session\manager::set_user(get_admin());

$now = time();
$accounts = [];
for ($number = $DB->count_records_select('user', "username LIKE 'bench%'"); $number < $learners; $number++) {
    $accounts[] = [
        'username' => "bench$number", 'auth' => 'manual', 'confirmed' => 1, 'mnethostid' => $CFG->mnet_localhost_id, 'password' => 'not cached',
        'firstname' => "First$number", 'lastname' => "Last$number", 'email' => "bench$number@example.com", 'lang' => 'en',
        'timezone' => '99', 'timecreated' => $now, 'timemodified' => $now, 'idnumber' => (string) (100000 + $number),
    ];
}
insert_all('user', $accounts);
$people = $DB->get_fieldset_sql("SELECT id FROM {user} WHERE username LIKE 'bench%' ORDER BY id", [], 0, (int) $learners);
$people = array_slice($people, 0, (int) $learners);
$number = $DB->count_records('course');
$course = create_course((object) [
    'shortname' => "bench$number", 'fullname' => 'Fire safety', 'idnumber' => "FIRE$number", 'category' => 1, 'enablecompletion' => 1,
    'startdate' => $now - DAYSECS,
]);
$context = \core\context\course::instance($course->id);
$enrol = $DB->get_field('enrol', 'id', ['courseid' => $course->id, 'enrol' => 'manual']);
$role = $DB->get_field('role', 'id', ['shortname' => 'student']);
$page = $DB->get_field('modules', 'id', ['name' => 'page']);
insert_all('user_enrolments', array_map(static fn(string $userid): array => [
    'status' => 0, 'enrolid' => $enrol, 'userid' => $userid, 'timestart' => $now - DAYSECS, 'timeend' => 0, 'modifierid' => 2,
    'timecreated' => $now, 'timemodified' => $now,
], $people));
insert_all('role_assignments', array_map(static fn(string $userid): array => [
    'roleid' => $role, 'contextid' => $context->id, 'userid' => $userid, 'timemodified' => $now, 'modifierid' => 2, 'component' => '',
    'itemid' => 0, 'sortorder' => 0,
], $people));
for ($number = 0; $number < 20; $number++) {
    $given = ['course' => $course->id, 'module' => $page, 'instance' => $number, 'section' => 0, 'visible' => 1, 'completion' => 1, 'added' => $now];
    $cmid = $DB->insert_record('course_modules', (object) $given);
    \core\context\module::instance($cmid);
    $DB->insert_record('local_dolibarr_credit', (object) ['cmid' => $cmid, 'minutes' => 30]);
    if ($number % 2 === 0) {
        insert_all('course_modules_completion', array_map(static fn(string $userid): array => [
            'coursemoduleid' => $cmid, 'userid' => $userid, 'completionstate' => 1, 'timemodified' => $now - $number,
        ], $people));
    }
}
$DB->execute($DB->get_dbfamily() === 'mysql'
    ? 'ANALYZE TABLE {user_enrolments}, {role_assignments}, {user}, {enrol}, {context}, {course_modules_completion}, {course_modules}'
    : 'ANALYZE');
echo $course->id, "\n";
