<?php
// Asks for a course, as the teacher if nothing else is said. Takes what is wanted as JSON, prints the id of the request.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

use block_my_external_backup_restore_courses\local\remote\remotes;
use block_my_external_backup_restore_courses\local\request\request_wish;
use block_my_external_backup_restore_courses\local\request\requests;

$wanted = json_decode($argv[1]);
set_config('curlsecurityblockedhosts', '');
set_config('curlsecurityallowedport', '');
remotes::save([[$wanted->url, $wanted->token]]);
$user = $DB->get_record('user', ['username' => $wanted->user ?? 'teacher'], '*', MUST_EXIST);
$asker = $DB->get_record('user', ['username' => $wanted->asker ?? $user->username], '*', MUST_EXIST);
role_assign($DB->get_field('role', 'id', ['shortname' => 'coursecreator']), $user->id, context_system::instance()->id);
echo requests::add(new request_wish(
    userid: (int) $user->id,
    requestedby: (int) $asker->id,
    remote: $wanted->url,
    remotecourse: (int) $wanted->course,
    fullname: "Course $wanted->course",
    shortname: "c$wanted->course",
    target: $wanted->target ?? 'new',
    targetcourse: (int) ($wanted->targetcourse ?? 0),
    withusers: (bool) ($wanted->withusers ?? false),
    enrolment: (int) ($wanted->enrolment ?? 2),
)), "\n";
