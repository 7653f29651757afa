<?php
// What requests have left behind on a site: files, folders, exports, tasks, contents that no file has. Prints JSON.

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
foreach (['content', 'ticket'] as $table) {
    if ($DB->record_exists("{$plugin}_$table", [])) {
        $left[] = "rows of {$plugin}_$table";
    }
}
foreach ($DB->get_records_select("{$plugin}_request", "state IN ('done', 'failed', 'cancelled') AND (worker IS NOT NULL OR exportid IS NOT NULL)") as $one) {
    $left[] = "request $one->id $one->state $one->worker $one->exportid";
}
foreach ($DB->get_fieldset_sql("SELECT filename FROM {files} WHERE component = 'user' AND filearea = 'draft' AND filename <> '.'") as $name) {
    $left[] = "draft $name";
}
foreach ($DB->get_fieldset('backup_controllers', 'operation', []) as $operation) {
    $left[] = "controller of a $operation";
}
if (($argv[1] ?? '') === 'all') {
    $known = array_flip($DB->get_fieldset_sql('SELECT DISTINCT contenthash FROM {files}'));
    foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator("$CFG->dataroot/filedir", FilesystemIterator::SKIP_DOTS)) as $file) {
        if (preg_match('~^[0-9a-f]{40}$~', $file->getFilename()) && !isset($known[$file->getFilename()])) {
            $left[] = 'content ' . $file->getFilename();
        }
    }
}
echo json_encode(array_values($left)), "\n";
