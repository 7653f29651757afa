<?php
// Does what a button would: cancel, retry or delete a request.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

use block_my_external_backup_restore_courses\local\request\requests;

[, $act, $request] = $argv;
echo json_encode(match ($act) {
    'cancel' => requests::cancel((int) $request),
    'retry' => requests::retry((int) $request),
    'delete' => requests::delete((int) $request),
}), "\n";
