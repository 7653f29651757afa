<?php
// Makes the site in MOODLE_SITE_DIR one of the plugin that had the name of ours before, at 3.1.3. Its code is not needed for that.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->libdir . '/ddllib.php');
require_once($CFG->dirroot . '/user/lib.php');

const PLUGIN = 'block_my_external_backup_restore_courses';
const SERVICE = 'wsblockmyexternalbakcuprestorecourses';
const STATUSES = [0, 1, 2, -1];

\core\session\manager::set_user(get_admin());
$table = new xmldb_table('block_external_backuprestore');
$table->add_field('id', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, XMLDB_SEQUENCE);
$table->add_field('externalcoursename', XMLDB_TYPE_CHAR, '254', null, XMLDB_NOTNULL);
$table->add_field('externalmoodleurl', XMLDB_TYPE_CHAR, '256', null, XMLDB_NOTNULL);
foreach (['userid' => 10, 'externalcourseid' => 10, 'internalcategory' => 10, 'status' => 10, 'withuserdatas' => 1, 'enrolmentmode' => 1,
        'timecreated' => 10, 'timemodified' => 10, 'timescheduleprocessed' => 10] as $name => $length) {
    $table->add_field($name, XMLDB_TYPE_INTEGER, $length, null, XMLDB_NOTNULL, null, $name === 'enrolmentmode' ? '2' : '0');
}
$table->add_field('courseid', XMLDB_TYPE_INTEGER, '10');
$table->add_key('primary', XMLDB_KEY_PRIMARY, ['id']);
$table->add_key('course', XMLDB_KEY_FOREIGN, ['courseid'], 'course', ['id']);
$DB->get_manager()->create_table($table);
$teacher = $DB->get_field('user', 'id', ['username' => 'teacher']) ?: get_admin()->id;
for ($number = 0; $number < 1203; $number++) {
    $status = STATUSES[$number % 4];
    $DB->insert_record('block_external_backuprestore', (object) [
        // A request of nobody is one that an administrator made for all.
        'userid' => $number % 5 === 0 ? 0 : $teacher,
        'externalcourseid' => 1000 + $number,
        'externalcoursename' => "Ancien cours n° $number <b>&amp;</b>",
        'externalmoodleurl' => $number % 2 === 0 ? 'https://old.example/' : 'https://older.example',
        'internalcategory' => $number % 3,
        'status' => $status,
        'courseid' => $status === 2 ? SITEID : null,
        'withuserdatas' => $number % 2,
        'enrolmentmode' => $number % 3,
        'timecreated' => 1700000000 + $number,
        'timemodified' => 1700000100 + $number,
        'timescheduleprocessed' => $status === 0 ? 0 : 1700000200 + $number,
    ]);
}

$DB->insert_record('block', (object) ['name' => 'my_external_backup_restore_courses', 'visible' => 1]);
foreach ([
    'version' => 2024021600,
    'search_roles' => "'editingteacher','teacher'",
    'external_moodles' => 'https://old.example,oldtoken11;https://older.example,oldtoken22',
    'defaultcategory' => 1,
    'restorecourseinoriginalcategory' => 1,
    'onlyoneremoteinstance' => 0,
    'includeexternalurlinmail' => 1,
] as $name => $value) {
    set_config($name, $value, PLUGIN);
}
foreach (['view', 'myaddinstance', 'addinstance', 'can_restore_user_datas', 'can_see_external_course_link', 'can_retrieve_courses', 'can_see_backup_courses'] as $name) {
    $level = $name === 'addinstance' ? CONTEXT_BLOCK : CONTEXT_SYSTEM;
    $DB->insert_record('capabilities', (object) [
        'name' => "block/my_external_backup_restore_courses:$name", 'captype' => 'read', 'contextlevel' => $level, 'component' => PLUGIN, 'riskbitmask' => 0,
    ]);
}
$role = create_role('Old service', PLUGIN . '_ws', 'The role of the earlier plugin.');
$DB->insert_record('role_capabilities', (object) ['contextid' => SYSCONTEXTID, 'roleid' => $role, 'permission' => CAP_ALLOW,
    'capability' => 'block/my_external_backup_restore_courses:can_retrieve_courses', 'timemodified' => 1700000000, 'modifierid' => get_admin()->id]);
$account = user_create_user(['username' => PLUGIN . '_user', 'auth' => 'manual', 'password' => 'Old-passw0rd', 'firstname' => 'Old', 'lastname' => 'Service',
    'email' => 'old@example.com', 'confirmed' => 1, 'mnethostid' => $CFG->mnet_localhost_id]);
role_assign($role, $account, SYSCONTEXTID);
$service = $DB->insert_record('external_services', (object) [
    'name' => 'Block my external backup restore courses web services', 'enabled' => 1, 'restrictedusers' => 1, 'component' => PLUGIN,
    'shortname' => SERVICE, 'downloadfiles' => 1, 'uploadfiles' => 0, 'timecreated' => 1700000000, 'timemodified' => 1700000000,
]);
foreach (['get_courses', 'get_courses_zip'] as $name) {
    $DB->insert_record('external_functions', (object) ['name' => PLUGIN . "_$name", 'classname' => PLUGIN . '_external', 'methodname' => $name,
        'classpath' => 'blocks/my_external_backup_restore_courses/externallib.php', 'component' => PLUGIN, 'capabilities' => '']);
    $DB->insert_record('external_services_functions', (object) ['externalserviceid' => $service, 'functionname' => PLUGIN . "_$name"]);
}
$DB->insert_record('external_services_users', (object) ['externalserviceid' => $service, 'userid' => $account, 'timecreated' => 1700000000]);
$DB->insert_record('external_tokens', (object) ['token' => md5('old'), 'tokentype' => EXTERNAL_TOKEN_PERMANENT, 'userid' => $account,
    'externalserviceid' => $service, 'contextid' => SYSCONTEXTID, 'creatorid' => get_admin()->id, 'timecreated' => 1700000000, 'name' => 'old']);
