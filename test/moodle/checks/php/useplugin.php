<?php
// Leaves the traces that use leaves, so that an uninstall has something to clear: php useplugin.php COMPONENT.

define('CLI_SCRIPT', true);
[, $component] = $argv;
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->libdir . '/clilib.php');

[$type, $name] = core_component::normalize_component($component);
\core\session\manager::set_user(get_admin());
$course = $DB->get_record_sql('SELECT * FROM {course} WHERE id <> ? ORDER BY id', [SITEID], IGNORE_MULTIPLE);

if ($type === 'block') {
    $instance = $DB->insert_record('block_instances', [
        'blockname' => $name,
        'parentcontextid' => context_course::instance($course->id)->id,
        'showinsubcontexts' => 0,
        'pagetypepattern' => 'course-view-*',
        'defaultregion' => 'side-pre',
        'defaultweight' => 0,
        'configdata' => '',
        'timecreated' => time(),
        'timemodified' => time(),
    ]);
    context_block::instance($instance);
}
set_config('probe', 'used', $component);
foreach ($DB->get_fieldset_select('message_providers', 'name', 'component = ?', [$component]) as $provider) {
    set_user_preference("message_provider_{$component}_{$provider}_enabled", 'email', get_admin());
}
get_file_storage()->create_file_from_string([
    'contextid' => context_course::instance($course->id)->id,
    'component' => $component,
    'filearea' => 'probe',
    'itemid' => 0,
    'filepath' => '/',
    'filename' => 'probe.txt',
], 'used');
foreach (\core\task\manager::load_scheduled_tasks_for_component($component) as $task) {
    $task->set_disabled(false);
    $task->set_customised(true);
    \core\task\manager::configure_scheduled_task($task);
}
$editor = $DB->get_field('role', 'id', ['shortname' => 'editingteacher']);
foreach ($DB->get_fieldset_select('capabilities', 'name', 'component = ?', [$component]) as $capability) {
    assign_capability($capability, CAP_PROHIBIT, $editor, context_course::instance($course->id)->id, true);
}
echo "used\n";
