<?php
// Makes the people, courses and enrolments of the fixture (JSON on stdin) in the site of MOODLE_SITE_DIR. A second run changes nothing.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->dirroot . '/course/lib.php');
require_once($CFG->dirroot . '/user/lib.php');
require_once($CFG->libdir . '/enrollib.php');

\core\session\manager::set_user(get_admin());
$fixture = json_decode(stream_get_contents(STDIN), true, 512, JSON_THROW_ON_ERROR);

foreach ($fixture['settings'] as $name => $value) {
    set_config($name, $value);
}
// A tour covers the page, so that neither people nor axe would see it.
$DB->set_field('tool_usertours_tours', 'enabled', 0);
\cache_helper::purge_by_definition('tool_usertours', 'tourdata');

// The IOMAD edition sends whoever opens the dashboard away to make a company first.
$DB->set_field('block', 'visible', 0, ['name' => 'iomad_company_admin']);

foreach ($fixture['people'] as $person) {
    $existing = $DB->get_record('user', ['username' => $person['username']]);
    $user = (object) (['auth' => 'manual', 'confirmed' => 1, 'mnethostid' => $CFG->mnet_localhost_id] + $person);
    $user->password = $fixture['password'];
    if ($existing) {
        $user->id = $existing->id;
        user_update_user($user, true, false);
    } else {
        user_create_user($user, true, false);
    }
}

$categories = [];
foreach ($fixture['categories'] as $category) {
    $found = $DB->get_field('course_categories', 'id', ['idnumber' => $category['idnumber']]);
    $parent = $categories[$category['parent'] ?? ''] ?? 0;
    $categories[$category['idnumber']] = $found ?: \core_course_category::create(['parent' => $parent] + $category)->id;
}

$manual = enrol_get_plugin('manual');
foreach ($fixture['courses'] as $course) {
    $enrolments = $course['enrolments'];
    unset($course['enrolments']);
    $course['category'] = $categories[$course['category']];
    $made = $DB->get_record('course', ['shortname' => $course['shortname']]) ?: create_course((object) $course);
    $instance = $DB->get_record('enrol', ['courseid' => $made->id, 'enrol' => 'manual'], '*', MUST_EXIST);
    foreach ($enrolments as $enrolment) {
        $userid = $DB->get_field('user', 'id', ['username' => $enrolment['username']], MUST_EXIST);
        $roleid = $DB->get_field('role', 'id', ['shortname' => $enrolment['role']], MUST_EXIST);
        $manual->enrol_user($instance, $userid, $roleid, $enrolment['timestart'] ?? 0, $enrolment['timeend'] ?? 0);
    }
}

foreach ($fixture['managers'] as $username) {
    $userid = $DB->get_field('user', 'id', ['username' => $username], MUST_EXIST);
    role_assign($DB->get_field('role', 'id', ['shortname' => 'manager'], MUST_EXIST), $userid, \core\context\system::instance());
}
echo count($fixture['people']), ' people, ', count($fixture['courses']), " courses\n";
