<?php
// Counts what lies on the disk of a site and in the tables that stand for it, when cron has tidied up; core empties its trash once a day. Prints JSON.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

ob_start();
foreach ([\core\task\file_trash_cleanup_task::class, \core\task\context_cleanup_task::class,
        \block_my_external_backup_restore_courses\task\cleanup_task::class] as $task) {
    (new $task())->execute();
}
ob_end_clean();
$files = function (string $folder): int {
    $count = 0;
    if (is_dir($folder)) {
        foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS)) as $file) {
            $count += $file->isFile() && $file->getFilename() !== 'warning.txt' && $file->getFilename() !== '.htaccess' ? 1 : 0;
        }
    }
    return $count;
};
$plugin = 'block_my_external_backup_restore_courses';
echo json_encode([
    'contents' => $files("$CFG->dataroot/filedir"),
    'temp' => $files("$CFG->tempdir/$plugin") + $files($CFG->backuptempdir),
    'rows of files' => $DB->count_records_select('files', "filename <> '.'"),
    'drafts' => $DB->count_records('files', ['component' => 'user', 'filearea' => 'draft']),
    'controllers' => $DB->count_records('backup_controllers'),
    'logs of backups' => $DB->count_records('backup_logs'),
    'tasks' => $DB->count_records('task_adhoc', ['component' => $plugin]),
    'contents of exports' => $DB->count_records("{$plugin}_content"),
    'tickets' => $DB->count_records("{$plugin}_ticket"),
]), "\n";
