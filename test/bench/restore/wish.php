<?php
// Asks the client for courses of the server (JSON), for the teacher, with user data as core's command line has it. Prints the ids of the requests.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

use block_my_external_backup_restore_courses\local\remote\remotes;
use block_my_external_backup_restore_courses\local\request\request_wish;
use block_my_external_backup_restore_courses\local\request\requests;

$teacher = core_user::get_user_by_username('teacher');
echo json_encode(array_map(static fn(int $course): int => requests::add(new request_wish(
    (int) $teacher->id, (int) get_admin()->id, remotes::all()[0]->url, $course, "Course $course", "c$course", withusers: true,
)), json_decode($argv[1], true))), "\n";
