<?php
// Makes somebody a teacher of a course besides: the course, the user name.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->dirroot . '/lib/testing/generator/lib.php');

\core\session\manager::set_user(get_admin());
$user = core_user::get_user_by_username($argv[2], '*', null, MUST_EXIST);
(new testing_data_generator())->enrol_user($user->id, (int) $argv[1], 'editingteacher');
