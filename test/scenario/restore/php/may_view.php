<?php
// Gives somebody the role of those who may bring courses over.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

$user = $DB->get_record('user', ['username' => $argv[1]], '*', MUST_EXIST);
role_assign($DB->get_field('role', 'id', ['shortname' => 'coursecreator']), $user->id, context_system::instance()->id);
echo "done\n";
