<?php
// Puts messages into the outbox: `put.php COURSE USER[,USER…] EACH`; each learner gets EACH of them about different activities.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

use local_dolibarr\local\outbox\message;
use local_dolibarr\local\outbox\outbox;

[, $courseid, $users, $each] = $argv;
$messages = [];
for ($number = 1; $number <= $each; $number++) {
    foreach (explode(',', $users) as $userid) {
        $messages[] = new message('progress', (int) $userid, (int) $courseid, $number, ['ratio' => $number]);
    }
}
outbox::put(...$messages);
