<?php
// What the pages of the plugin are about: a message that was given up, under the number that pages are opened with.

$DB->delete_records('local_dolibarr_message', ['id' => 1]);
$DB->insert_record_raw('local_dolibarr_message', [
    'id' => 1,
    'destination' => 'registry',
    'kind' => 'completed',
    'userid' => $personid,
    'courseid' => $courseid,
    'about' => "completed-$personid-$courseid-0",
    'sequence' => "$personid-$courseid",
    'data' => '{"state":"completed","timecompleted":1700000000}',
    'uid' => '0123456789abcdef0123456789abcdef',
    'state' => 'dead',
    'reason' => 'refused',
    'detail' => 'Bad Request: uid field missing',
    'refusals' => 3,
    'status' => 400,
    'request' => 'POST /moodle/events',
    'answer' => '{"error":{"code":400,"message":"Bad Request: uid field missing"}}',
    'timecreated' => 1700000000,
    'timeended' => 1700000000,
], false, false, true);
