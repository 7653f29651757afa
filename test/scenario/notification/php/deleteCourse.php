<?php
// Deletes a course as an admin would, while a run is at work.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

\core\session\manager::set_user(get_admin());
delete_course((int) $argv[1], false);
