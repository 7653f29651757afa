<?php
// Lets learners complete the course, as core does: `complete.php COURSE USER[,USER…]`.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->libdir . '/completionlib.php');

[, $courseid, $users] = $argv;
foreach (explode(',', $users) as $userid) {
    (new completion_completion(['course' => (int) $courseid, 'userid' => (int) $userid]))->mark_complete();
}
