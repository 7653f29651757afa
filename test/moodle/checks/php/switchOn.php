<?php
// Switches on again what was off on the site of earlierSite.php: an enrolment, an instance, a plugin, and a block that was gone.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->libdir . '/blocklib.php');

$DB->set_field('user_enrolments', 'status', ENROL_USER_ACTIVE, ['status' => ENROL_USER_SUSPENDED, 'userid' => $DB->get_field('user', 'id', ['username' => 'earlier-suspended'])]);
$DB->set_field('enrol', 'status', ENROL_INSTANCE_ENABLED, ['courseid' => $DB->get_field('course', 'id', ['shortname' => 'earlier-stopped']), 'enrol' => 'manual']);
set_config('enrol_plugins_enabled', "$CFG->enrol_plugins_enabled,self");
$gone = $DB->get_field('course', 'id', ['shortname' => 'earlier-gone']);
$block = $DB->insert_record('block_instances', (object) [
    'blockname' => 'course_notification', 'parentcontextid' => \core\context\course::instance($gone)->id, 'showinsubcontexts' => 0,
    'pagetypepattern' => 'course-view-*', 'defaultregion' => 'side-post', 'defaultweight' => 0, 'configdata' => '', 'timecreated' => time(), 'timemodified' => time(),
]);
block_instance_by_id($block)->instance_create();
