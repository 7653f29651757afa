<?php
// A file of somebody that nobody else may read. Prints its content hash.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

$user = $DB->get_record('user', ['username' => 'professeure'], '*', MUST_EXIST);
echo get_file_storage()->create_file_from_string([
    'contextid' => context_user::instance($user->id)->id, 'component' => 'user', 'filearea' => 'private', 'itemid' => 0,
    'filepath' => '/', 'filename' => 'secret.txt', 'userid' => $user->id,
], str_pad('A secret', 1000, '.'))->get_contenthash(), "\n";
