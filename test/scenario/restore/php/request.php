<?php
// Asks for a course as the teacher, from the address given; other fields of the wish come as JSON. Prints the id of the request.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

use block_my_external_backup_restore_courses\local\remote\remotes;
use block_my_external_backup_restore_courses\local\request\request_wish;
use block_my_external_backup_restore_courses\local\request\requests;

[, $url, $token, $course, $more] = $argv;
set_config('curlsecurityblockedhosts', '');
set_config('curlsecurityallowedport', '');
remotes::save([[$url, $token]]);
$teacher = $DB->get_record('user', ['username' => 'teacher'], '*', MUST_EXIST);
role_assign($DB->get_field('role', 'id', ['shortname' => 'coursecreator']), $teacher->id, context_system::instance()->id);
echo requests::add(new request_wish(...json_decode($more, true) + [
    'userid' => $teacher->id, 'requestedby' => $teacher->id, 'remote' => $url, 'remotecourse' => (int) $course,
    'fullname' => "Course $course", 'shortname' => "c$course",
])), "\n";
