<?php
// Makes messages of a course look as if their run had died two hours ago, and tells what the report shows of them.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

use block_course_notification\local\{course\report_rows, send\ledger};

$DB->execute(
    'UPDATE {' . ledger::TABLE . '} SET state = ?, timesent = NULL, timeclaimed = timeclaimed - ? WHERE courseid = ?',
    [ledger::SENDING, 2 * HOURSECS, (int) $argv[1]]
);
$rows = $DB->get_records(ledger::TABLE, ['courseid' => (int) $argv[1]]);
echo json_encode(array_values(array_map(static fn($row) => report_rows::state($row), $rows))), "\n";
