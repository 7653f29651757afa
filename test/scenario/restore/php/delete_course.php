<?php
// Deletes a course.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

\core\session\manager::set_user(get_admin());
require_once($CFG->dirroot . '/course/lib.php');

$course = get_course((int) $argv[1]);
// The recycle bin makes a backup of its own.
$course->deletesource = 'restore';
delete_course($course, false);
echo "done\n";
