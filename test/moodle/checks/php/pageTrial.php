<?php
// People and courses to try a page with: php pageTrial.php COMPONENT CAPABILITY|- [SCENE].
//
// Says as JSON the ids of two courses and of somebody who takes part in the first, the name of the capability for people, and the
// accounts: one whose only role has the capability in the first course (at the site for a page of the site), and one who may do all
// but that. SCENE is a PHP file that puts into $courseid and for $personid what the pages of the plugin are about.

define('CLI_SCRIPT', true);
[, $component, $capability, $scene] = $argv + [3 => ''];
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->libdir . '/testing/generator/lib.php');
require_once($CFG->dirroot . '/user/lib.php');

\core\session\manager::set_user(get_admin());

/** An account of the trial; the same every time, so that it stays signed in. */
function account(string $name): stdClass {
    global $CFG;
    $known = core_user::get_user_by_username($name);
    $id = $known->id ?? user_create_user((object) [
        'username' => $name,
        'password' => 'moodle',
        'firstname' => 'Trial',
        'lastname' => $name,
        'email' => "$name@example.com",
        'confirmed' => 1,
        'mnethostid' => $CFG->mnet_localhost_id,
    ]);
    return core_user::get_user($id);
}

/** A role that says one thing. */
function role_that(int $permission, string $capability): int {
    static $number = 0;
    $number++;
    $name = uniqid("trial$number");
    $roleid = create_role($name, $name, '');
    set_role_contextlevels($roleid, [CONTEXT_SYSTEM, CONTEXT_COURSE]);
    if ($capability !== '-') {
        assign_capability($capability, $permission, $roleid, \core\context\system::instance());
    }
    return $roleid;
}

$generator = new testing_data_generator();
$here = $generator->create_course(['shortname' => uniqid('here')]);
$there = $generator->create_course(['shortname' => uniqid('there')]);
[$may, $barred, $person] = [account('trialmay'), account('trialbarred'), account('trialperson')];
foreach ([$may, $barred] as $user) {
    role_unassign_all(['userid' => $user->id, 'contextid' => SYSCONTEXTID]);
}
[$allows, $forbids] = [role_that(CAP_ALLOW, $capability), role_that(CAP_PROHIBIT, $capability)];
$generator->enrol_user($person->id, $here->id, 'student');
$generator->enrol_user($may->id, $here->id, $allows);
$generator->enrol_user($may->id, $there->id, role_that(CAP_INHERIT, $capability));
$generator->enrol_user($barred->id, $here->id, 'editingteacher');
role_assign($forbids, $barred->id, \core\context\system::instance());
if ($capability !== '-' && get_capability_info($capability)->contextlevel === (string) CONTEXT_SYSTEM) {
    role_assign($allows, $may->id, \core\context\system::instance());
}
[$courseid, $personid] = [(int) $here->id, (int) $person->id];
if ($scene !== '') {
    require($scene);
}
echo json_encode([
    'here' => $courseid,
    'there' => (int) $there->id,
    'person' => $personid,
    'capability' => $capability === '-' ? '' : get_capability_string($capability),
]);
