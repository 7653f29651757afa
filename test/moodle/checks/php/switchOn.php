<?php
// Switches on again what was off on the site of earlierSite.php: an enrolment, an instance, a plugin, and a block that was gone.

use block_course_notification\local\facts\block_start;

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

$DB->set_field('user_enrolments', 'status', ENROL_USER_ACTIVE, ['status' => ENROL_USER_SUSPENDED, 'userid' => $DB->get_field('user', 'id', ['username' => 'earlier-suspended'])]);
$DB->set_field('enrol', 'status', ENROL_INSTANCE_ENABLED, ['courseid' => $DB->get_field('course', 'id', ['shortname' => 'earlier-stopped']), 'enrol' => 'manual']);
set_config('enrol_plugins_enabled', "$CFG->enrol_plugins_enabled,self");
$gone = $DB->get_field('course', 'id', ['shortname' => 'earlier-gone']);
$block = (object) [
    'blockname' => 'course_notification', 'parentcontextid' => \core\context\course::instance($gone)->id, 'showinsubcontexts' => 0,
    'pagetypepattern' => 'course-view-*', 'defaultregion' => 'side-post', 'defaultweight' => 0, 'configdata' => '', 'timecreated' => time(), 'timemodified' => time(),
];
$block->id = $DB->insert_record('block_instances', $block);
// Somebody has chosen that all goes on, so that only what is remembered holds anything back.
$config = (object) block_start::config($block, block_start::WITH_DUE);
$DB->set_field('block_instances', 'configdata', base64_encode(serialize($config)), ['id' => $block->id]);
