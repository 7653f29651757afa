<?php
// Is required at the top of config.php: at the end of the process, one line of JSON says what it took. It begins with the memory of a small
// server.

ini_set('memory_limit', '128M');
(static function (): void {
    $usage = static function (): float {
        $times = getrusage();
        return $times['ru_utime.tv_sec'] + $times['ru_stime.tv_sec'] + ($times['ru_utime.tv_usec'] + $times['ru_stime.tv_usec']) / 1e6;
    };
    [$start, $cpu] = [hrtime(true), $usage()];
    $tell = static function () use ($start, $cpu, $usage): void {
        global $CFG, $DB;
        file_put_contents(BENCH_METER, json_encode([
            'site' => $CFG->sessioncookie ?? '',
            'script' => basename($_SERVER['SCRIPT_FILENAME'] ?? ''),
            'wants' => is_string($_POST['wsfunction'] ?? null) ? preg_replace('/^block_my_external_backup_restore_courses_/', '', $_POST['wsfunction']) : '',
            'wall' => (hrtime(true) - $start) / 1e9,
            'cpu' => $usage() - $cpu,
            'memory' => memory_get_peak_usage() / 1048576,
            'queries' => isset($DB) && $DB instanceof moodle_database ? $DB->perf_get_queries() : 0,
        ]) . "\n", FILE_APPEND | LOCK_EX);
    };
    // What Moodle does at its end counts too.
    register_shutdown_function(static fn() => register_shutdown_function($tell));
})();
