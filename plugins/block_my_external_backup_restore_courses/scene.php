<?php
// What the pages of the plugin are about: a request that has failed, under a number that pages can be opened with.

$DB->delete_records('block_my_external_backup_restore_courses_request', ['id' => 900001]);
$DB->insert_record_raw('block_my_external_backup_restore_courses_request', [
    'id' => 900001,
    'userid' => $personid,
    'requestedby' => $personid,
    'remote' => 'https://old.example.com',
    'remotecourse' => $courseid,
    'fullname' => 'A course of the other Moodle',
    'shortname' => 'other',
    'state' => 'failed',
    'reason' => 'course_gone',
    'timecreated' => 1700000000,
    'timechanged' => 1700000000,
    'timeended' => 1700000000,
], false, false, true);
