<?php
// Deletes the activities of a course, and not into the recycle bin.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->dirroot . '/course/lib.php');

\core\session\manager::set_user(get_admin());
$CFG->forced_plugin_settings['tool_recyclebin'] = ['coursebinenable' => 0];
foreach (get_fast_modinfo((int) $argv[1])->get_cms() as $cm) {
    course_delete_module($cm->id);
}
echo "done\n";
