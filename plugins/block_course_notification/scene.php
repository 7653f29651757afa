<?php
// What the pages of the plugin are about, in a course of their own: a block that waits, and a mail that somebody got.

require_once($CFG->libdir . '/blocklib.php');

$page = new moodle_page();
$page->set_context(\core\context\course::instance($courseid));
$page->set_pagelayout('course');
$page->set_course(get_course($courseid));
$page->blocks->add_region('side-pre');
$page->blocks->add_block('course_notification', 'side-pre', 0, false, 'course-view-*');
$DB->insert_record('block_course_notification_sent', (object) [
    'courseid' => $courseid,
    'userid' => $personid,
    'signalname' => 'closed',
    'anchor' => 1700000000,
    'state' => 'sent',
    'timeclaimed' => 1700000000,
    'timesent' => 1700000000,
]);
