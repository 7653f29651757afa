<?php
// People that fill.php and settle.php speak of.

defined('MOODLE_INTERNAL') || die();
require_once($CFG->dirroot . '/user/lib.php');

/** Somebody by the user name; who is not of the fixture is made. */
function person(string $username): stdClass {
    global $CFG, $DB;
    if (!$DB->record_exists('user', ['username' => $username])) {
        user_create_user((object) [
            'username' => $username, 'password' => 'moodle', 'firstname' => ucfirst($username), 'lastname' => 'Bench',
            'email' => "$username@example.com", 'auth' => 'manual', 'confirmed' => 1, 'mnethostid' => $CFG->mnet_localhost_id,
        ], true, false);
    }
    return core_user::get_user_by_username($username, '*', null, MUST_EXIST);
}
