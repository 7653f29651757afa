<?php
// Makes a course with files, and a service account with its token, on the server. Prints JSON.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->dirroot . '/lib/testing/generator/lib.php');
require_once($CFG->dirroot . '/user/lib.php');

[, $name, $files, $bytes, $pages] = $argv;
\core\session\manager::set_user(get_admin());
$generator = new testing_data_generator();
$course = $generator->create_course(['fullname' => $name, 'shortname' => $name, 'numsections' => 2]);
$teacher = $DB->get_record('user', ['username' => 'teacher'], '*', MUST_EXIST);
$generator->enrol_user($teacher->id, $course->id, 'editingteacher');
foreach (range(1, (int) $pages) as $number) {
    $generator->create_module('page', ['course' => $course->id, 'name' => "Page $number", 'content' => 'Words', 'section' => $number % 3]);
}
$folder = $generator->create_module('folder', ['course' => $course->id, 'name' => 'Files']);
$context = context_module::instance($folder->cmid);
mt_srand(crc32($name));
for ($i = 0; $i < (int) $files; $i++) {
    $block = '';
    while (strlen($block) < 4096) {
        $block .= pack('N', mt_rand());
    }
    $text = substr(str_repeat($block, intdiv((int) $bytes, 4096) + 1), 0, (int) $bytes - 12) . sprintf('%012d', $i);
    get_file_storage()->create_file_from_string([
        'contextid' => $context->id, 'component' => 'mod_folder', 'filearea' => 'content', 'itemid' => 0,
        'filepath' => '/', 'filename' => "file$i.bin", 'userid' => $teacher->id,
    ], $text);
}
rebuild_course_cache($course->id, true);
set_config('enablewebservices', 1);
set_config('webserviceprotocols', 'rest');
$account = $DB->get_record('user', ['username' => 'scenarioservice']);
$system = context_system::instance();
if (!$account) {
    $id = user_create_user((object) [
        'username' => 'scenarioservice', 'firstname' => 'Service', 'lastname' => 'Account', 'email' => 'service@example.com',
        'auth' => 'webservice', 'confirmed' => 1, 'mnethostid' => $CFG->mnet_localhost_id, 'password' => AUTH_PASSWORD_NOT_CACHED,
    ], false, false);
    $account = core_user::get_user($id);
}
$role = $DB->get_field('role', 'id', ['shortname' => 'scenarioservice']) ?: create_role('Scenario service', 'scenarioservice', '');
set_role_contextlevels($role, [CONTEXT_SYSTEM]);
$plugin = 'block/my_external_backup_restore_courses';
foreach (['webservice/rest:use', "$plugin:can_see_backup_courses", "$plugin:can_retrieve_courses"] as $capability) {
    assign_capability($capability, CAP_ALLOW, $role, $system->id, true);
}
role_assign($role, $account->id, $system->id);
$service = $DB->get_record('external_services', ['shortname' => 'wsblockmyexternalbakcuprestorecourses'], '*', MUST_EXIST);
if (!$DB->record_exists('external_services_users', ['externalserviceid' => $service->id, 'userid' => $account->id])) {
    $DB->insert_record('external_services_users', ['externalserviceid' => $service->id, 'userid' => $account->id, 'timecreated' => time()]);
}
$token = \core_external\util::generate_token(EXTERNAL_TOKEN_PERMANENT, $service, $account->id, $system);
echo json_encode(['course' => (int) $course->id, 'token' => $token]), "\n";
