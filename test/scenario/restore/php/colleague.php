<?php
// Somebody adds an activity to a course.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->dirroot . '/lib/testing/generator/lib.php');

\core\session\manager::set_user(get_admin());
(new testing_data_generator())->create_module('page', ['course' => (int) $argv[1], 'name' => 'Of a colleague', 'content' => 'Words']);
echo "done\n";
