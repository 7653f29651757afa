<?php
// Runs the nightly check and the sender on the site in MOODLE_SITE_DIR as if it were NOW there: php runAt.php NOW.

define('CLI_SCRIPT', true);
[, $now] = $argv;
require(getenv('MOODLE_SITE_DIR') . '/config.php');

\core\di::set(\core\clock::class, new class ((int) $now) implements \core\clock {
    public function __construct(private readonly int $seconds) {
    }

    public function now(): \DateTimeImmutable {
        return (new \DateTimeImmutable())->setTimestamp($this->seconds);
    }

    public function time(): int {
        return $this->seconds;
    }
});
foreach (['reconcile_task', 'notification_task'] as $task) {
    \core\task\manager::get_scheduled_task("\\block_course_notification\\task\\$task")->execute();
}
