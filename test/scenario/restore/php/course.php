<?php
// What a course holds, in words. Prints JSON.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

$course = get_course((int) $argv[1]);
$context = context_course::instance($course->id);
$holds = [];
foreach (get_fast_modinfo($course)->get_cms() as $cm) {
    $holds[] = "activity $cm->modname $cm->name";
}
foreach ($DB->get_records('course_sections', ['course' => $course->id], 'section') as $section) {
    $holds[] = "section $section->section $section->name";
}
$broken = $DB->count_records('course_modules', ['course' => $course->id]) - count(get_fast_modinfo($course)->get_cms());
if ($broken > 0) {
    $holds[] = "$broken broken activities";
}
foreach ($DB->get_fieldset('block_instances', 'blockname', ['parentcontextid' => $context->id]) as $block) {
    $holds[] = "block $block";
}
foreach (['groups' => 'group', 'groupings' => 'grouping', 'event' => 'event', 'badge' => 'badge'] as $table => $kind) {
    foreach ($DB->get_fieldset($table, 'name', ['courseid' => $course->id]) as $name) {
        $holds[] = "$kind $name";
    }
}
sort($holds);
echo json_encode($holds), "\n";
