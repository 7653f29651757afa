<?php
// Lets time pass, half an hour at a time, with the drain at each: `days.php COURSE USER[,USER…] FROM HOURS EVENTS`. So many events happen
// meanwhile, evenly, each about another activity. Stops earlier where none is to come and nothing waits. Gives the time at which it ended.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');

use local_dolibarr\local\outbox\drain;
use local_dolibarr\local\outbox\message;
use local_dolibarr\local\outbox\outbox;

/** A clock that is moved. */
final class moved_clock implements \core\clock {
    public int $time = 0;

    public function now(): \DateTimeImmutable {
        return (new \DateTimeImmutable())->setTimestamp($this->time);
    }

    public function time(): int {
        return $this->time;
    }
}

[, $courseid, $users, $from, $hours, $events] = $argv;
$clock = new moved_clock();
\core\di::set(\core\clock::class, $clock);
$people = explode(',', $users);
[$steps, $told] = [2 * $hours, 0];
ob_start(static fn(string $said): string => '', 1);
for ($step = 0; $step < $steps; $step++) {
    $clock->time = $from + $step * 1800;
    for ($messages = []; $told < intdiv($events * ($step + 1), $steps); $told++) {
        $round = intdiv($told, count($people)) + 1;
        $messages[] = new message('progress', (int) $people[$told % count($people)], (int) $courseid, $round, ['ratio' => $round]);
    }
    outbox::put(...$messages);
    drain::run_task();
    if ($events === '0' && !$DB->record_exists('local_dolibarr_message', ['state' => 'waiting'])) {
        break;
    }
}
ob_end_clean();
echo $clock->time, "\n";
