<?php
// What the status check finds at another Moodle. Prints JSON.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

use block_my_external_backup_restore_courses\local\remote\look;
use block_my_external_backup_restore_courses\local\remote\remotes;

echo json_encode(array_map(
    fn($finding): array => ['level' => $finding->level, 'text' => $finding->text],
    look::at(remotes::find($argv[1])),
)), "\n";
