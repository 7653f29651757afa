<?php
// Another service account, as that of another client. Prints its token.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->dirroot . '/user/lib.php');

$service = $DB->get_record('external_services', ['shortname' => 'wsblockmyexternalbakcuprestorecourses'], '*', MUST_EXIST);
$id = $DB->get_field('user', 'id', ['username' => 'secondservice']) ?: user_create_user((object) [
    'username' => 'secondservice', 'firstname' => 'Second', 'lastname' => 'Account', 'email' => 'second@example.com',
    'auth' => 'webservice', 'confirmed' => 1, 'mnethostid' => $CFG->mnet_localhost_id, 'password' => AUTH_PASSWORD_NOT_CACHED,
], false, false);
role_assign($DB->get_field('role', 'id', ['shortname' => 'scenarioservice'], MUST_EXIST), $id, context_system::instance()->id);
if (!$DB->record_exists('external_services_users', ['externalserviceid' => $service->id, 'userid' => $id])) {
    $DB->insert_record('external_services_users', ['externalserviceid' => $service->id, 'userid' => $id, 'timecreated' => time()]);
}
\core\session\manager::set_user(get_admin());
echo \core_external\util::generate_token(EXTERNAL_TOKEN_PERMANENT, $service, $id, context_system::instance()), "\n";
