<?php
// Measures one thing in a process of its own, and prints what it cost as JSON: `measure.php SCENE COURSE`.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->libdir . '/completionlib.php');

use local_dolibarr\local\observe\{completions, entries};
use local_dolibarr\local\times\recount;

[, $scene, $courseid] = $argv;
$courseid = (int) $courseid;
set_config('debug', 0);

/** Runs some work and tells what it cost. */
function measured(callable $work): array {
    global $DB;
    gc_collect_cycles();
    memory_reset_peak_usage();
    [$before, $start] = [$DB->perf_get_queries(), hrtime(true)];
    $told = $work();
    return [
        'seconds' => (hrtime(true) - $start) / 1e9,
        'memory' => memory_get_peak_usage() / 1048576,
        'queries' => $DB->perf_get_queries() - $before,
        'told' => $told,
    ];
}

/** Prepares and runs something for each of many, after some to warm up: the most queries, the middle and nearly the worst of the times. */
function each_of(array $many, callable $prepared): array {
    $costs = array_map(static fn(mixed $one): array => measured($prepared($one)), array_values($many));
    $costs = array_slice($costs, 20);
    $seconds = array_column($costs, 'seconds');
    sort($seconds);
    return [
        'seconds' => $seconds[intdiv(count($seconds), 2)],
        'worst' => $seconds[(int) (count($seconds) * 0.99)],
        'queries' => max(array_column($costs, 'queries')),
        'memory' => 0,
        'told' => count($seconds),
    ];
}

/** That somebody views the course in a new session, for the first time or again. */
function view(int $userid, int $courseid, bool $again): callable {
    global $DB, $USER;
    \core\session\manager::set_user($DB->get_record('user', ['id' => $userid]));
    \cache::make('local_dolibarr', 'entered')->purge();
    // The session knows what they may do, and the page has asked whether they may see the course before it says that they did.
    load_all_capabilities();
    is_enrolled(\core\context\course::instance($courseid), $USER, 'moodle/course:isincompletionreports', true);
    $USER->lastcourseaccess = [];
    $event = \core\event\course_viewed::create(['context' => \core\context\course::instance($courseid)]);
    if ($again) {
        entries::anything($event);
    }
    return static fn() => entries::anything($event);
}

/** That an activity is completed. */
function activity(int $userid, int $courseid): callable {
    global $DB;
    static $cmid = null;
    $cmid ??= (int) $DB->get_field_sql('SELECT MIN(id) FROM {course_modules} WHERE course = ? AND completion = 1', [$courseid]);
    $event = \core\event\course_module_completion_updated::create([
        'context' => \core\context\module::instance($cmid), 'objectid' => 1, 'relateduserid' => $userid,
        'other' => ['relateduserid' => $userid, 'completionstate' => 1],
    ]);
    return static fn() => completions::activity($event);
}

/** That the course is completed. */
function course(int $userid, int $courseid): callable {
    global $DB;
    $row = ['userid' => $userid, 'course' => $courseid, 'timeenrolled' => 1, 'timestarted' => 1, 'timecompleted' => time()];
    $row['id'] = $DB->insert_record('course_completions', (object) $row);
    $event = \core\event\course_completed::create_from_completion((object) $row);
    return static fn() => completions::course($event);
}

$learners = array_keys(get_enrolled_users(\core\context\course::instance($courseid), '', 0, 'u.id', 'u.id', 0, 520));
if ($scene !== 'hours again') {
    $DB->delete_records('local_dolibarr_message');
}
$result = match ($scene) {
    'activity' => each_of($learners, static fn(int $userid): callable => activity($userid, $courseid)),
    'course' => each_of($learners, static fn(int $userid): callable => course($userid, $courseid)),
    'entered' => each_of($learners, static fn(int $userid): callable => view($userid, $courseid, false)),
    'entered again' => each_of($learners, static fn(int $userid): callable => view($userid, $courseid, true)),
    'hours', 'hours again' => measured(static fn(): int => recount::run($courseid)),
};
echo json_encode($result), "\n";
