<?php
// Readies a site: both have the owner of many courses, who may bring them to the client; neither takes more memory than a small server has.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once(__DIR__ . '/people.php');

\core\session\manager::set_user(get_admin());
role_assign($DB->get_field('role', 'id', ['shortname' => 'coursecreator']), person('owner')->id, \core\context\system::instance());
set_config('extramemorylimit', '128M');
set_config('debug', 0);
set_config('debugdisplay', 0);
set_config('userdatafor', 'everybody', 'block_my_external_backup_restore_courses');
set_config('noemailever', 1);
foreach (json_decode($argv[1], true) as $name => $value) {
    set_config($name, $value, 'block_my_external_backup_restore_courses');
}
