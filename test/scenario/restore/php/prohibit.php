<?php
// Takes a capability from teachers in a course.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

$role = $DB->get_field('role', 'id', ['shortname' => 'editingteacher'], MUST_EXIST);
assign_capability($argv[2], CAP_PROHIBIT, $role, context_course::instance((int) $argv[1])->id, true);
echo "done\n";
