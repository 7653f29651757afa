<?php
// What requests have left behind on a site: files of the plugin, its folders, courses without an end. Prints JSON.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

$plugin = 'block_my_external_backup_restore_courses';
$left = $DB->get_fieldset_sql("SELECT filearea FROM {files} WHERE component = ? AND filename <> '.'", [$plugin]);
foreach (["$CFG->tempdir/$plugin", $CFG->backuptempdir] as $folder) {
    foreach (is_dir($folder) ? array_diff(scandir($folder), ['.', '..']) : [] as $entry) {
        $left[] = basename($folder) . "/$entry";
    }
}
// A row alone says that a wish was ended: it goes with the day, and holds nothing.
foreach ($DB->get_records_select("{$plugin}_export", "state NOT IN ('cancelled', 'failed')") as $export) {
    $left[] = "export $export->id $export->state";
}
echo json_encode(array_values($left)), "\n";
