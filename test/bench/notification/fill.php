<?php
// Makes courses of 500 learners by bulk SQL until the site has as many enrolments as asked for: no event is fired, as in an import.
// The shape `same` puts the same thousand people into every course, which is what a school with one big cohort looks like.
// Of fifty learners eleven have just been let in, and are due to be told; the others came three days ago.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->dirroot . '/course/lib.php');
require_once(__DIR__ . '/../insertAll.php');

$shape = $argv[2] ?? 'bench';
define('LEARNERS', $shape === 'same' ? 1000 : 500);
define('ACCOUNTS', $shape === 'same' ? 1000 : 5000);

$wanted = (int) $argv[1];
$now = time();
set_config('noemailever', 1);
set_config('debug', 0);
\core\session\manager::set_user(get_admin());

$accounts = [];
for ($number = $DB->count_records_select('user', "username LIKE 'bench%'"); $number < min($wanted, ACCOUNTS); $number++) {
    $accounts[] = [
        'username' => "bench$number", 'auth' => 'manual', 'confirmed' => 1, 'mnethostid' => $CFG->mnet_localhost_id, 'password' => 'not cached',
        'firstname' => "First$number", 'lastname' => "Last$number", 'email' => "bench$number@example.com", 'lang' => 'en',
        'timezone' => '99', 'timecreated' => $now, 'timemodified' => $now,
    ];
}
insert_all('user', $accounts);
// Core makes the context of a person at the first message, which would make the first message dearer than the next.
\context_helper::create_instances(CONTEXT_USER);
$people = array_slice($DB->get_fieldset_select('user', 'id', "username LIKE 'bench%' ORDER BY id"), 0, ACCOUNTS);
$role = $DB->get_field('role', 'id', ['shortname' => 'student']);

for ($number = $DB->count_records_select('course', "shortname LIKE '$shape%'"); $number < intdiv($wanted, LEARNERS); $number++) {
    $course = create_course((object) [
        'shortname' => "$shape$number", 'fullname' => "Bench course $number", 'category' => 1, 'startdate' => $now - 90 * DAYSECS, 'enddate' => 0,
    ]);
    $context = \core\context\course::instance($course->id);
    $enrol = $DB->get_field('enrol', 'id', ['courseid' => $course->id, 'enrol' => 'manual']);
    $block = (object) [
        'blockname' => 'course_notification', 'parentcontextid' => $context->id, 'showinsubcontexts' => 0, 'pagetypepattern' => 'course-view-*',
        'defaultregion' => 'side-post', 'defaultweight' => 0, 'configdata' => '', 'timecreated' => $now, 'timemodified' => $now,
    ];
    $block->id = $DB->insert_record('block_instances', $block);
    $config = (object) \block_course_notification\local\facts\block_start::config($block, 'atonce');
    $DB->set_field('block_instances', 'configdata', base64_encode(serialize($config)), ['id' => $block->id]);
    $enrolments = $roles = $visits = [];
    for ($index = 0; $index < LEARNERS; $index++) {
        $userid = $people[($number * LEARNERS + $index) % count($people)];
        // Of the same people, others are new in each course.
        $isnew = ($index + ($shape === 'same' ? $number * 7 : 0)) % 50 < 11;
        $start = $isnew ? $now - HOURSECS : $now - 60 * DAYSECS;
        $enrolments[] = [
            'status' => 0, 'enrolid' => $enrol, 'userid' => $userid, 'timestart' => $start, 'timeend' => $now + 90 * DAYSECS,
            'modifierid' => 2, 'timecreated' => $start, 'timemodified' => $start,
        ];
        $roles[] = ['roleid' => $role, 'contextid' => $context->id, 'userid' => $userid, 'timemodified' => $now, 'modifierid' => 2, 'component' => '', 'itemid' => 0, 'sortorder' => 0];
        if (!$isnew) {
            $visits[] = ['userid' => $userid, 'courseid' => $course->id, 'timeaccess' => $now - 3 * DAYSECS];
        }
    }
    insert_all('user_enrolments', $enrolments);
    insert_all('role_assignments', $roles);
    insert_all('user_lastaccess', $visits);
}
$DB->execute($DB->get_dbfamily() === 'mysql'
    ? 'ANALYZE TABLE {user_enrolments}, {role_assignments}, {user_lastaccess}, {user}, {enrol}, {context}'
    : 'ANALYZE');
// What is planned is measured, so nothing may be planned by the events of making the courses.
\core_shutdown_manager::register_function(static fn() => $DB->delete_records('block_course_notification_due'));
