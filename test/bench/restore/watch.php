<?php
// Says `ready`, then waits for something as closely as one can: `queued CLASS` for an ad hoc task, `ended IDS` for requests. Says how they stand.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

[, $for, $what] = $argv;
$ended = static fn(): array => $DB->get_records_select(
    'block_my_external_backup_restore_courses_request',
    "id IN ($what) AND worker IS NULL AND state IN ('done', 'failed')",
    null,
    'id',
    'id, state, reason, detail, courseid'
);
$isthere = $for === 'queued'
    ? static fn(): bool => $DB->record_exists_select('task_adhoc', 'classname LIKE ? AND timestarted IS NULL', ["%$what"])
    : static fn(): bool => count($ended()) === count(explode(',', $what));
echo "ready\n";
while (!$isthere()) {
    usleep(20000);
}
echo json_encode($for === 'queued' ? [] : array_values($ended())), "\n";
