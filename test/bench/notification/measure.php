<?php
// Measures one thing in a process of its own, and prints wall time, peak memory and queries by kind as JSON.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_SITE_DIR') . '/config.php');
require_once($CFG->dirroot . '/message/lib.php');
require_once($CFG->libdir . '/blocklib.php');
require_once($CFG->dirroot . '/course/lib.php');

use block_course_notification\local\facts\{learner_facts, scope};
use block_course_notification\local\plan\{agenda, pending, reconciler};
use block_course_notification\local\send\{mailer, run_options, sender};

ini_set('memory_limit', '1G');
// Numbers go to standard output, and what Moodle says to standard error.
set_config('debug', 0);
ob_start(static fn(string $said): string => fwrite(STDERR, $said) === false ? '' : '', 1);

/** Runs some work and tells what it cost. */
function measured(callable $work): array {
    global $DB;
    gc_collect_cycles();
    memory_reset_peak_usage();
    [$memory, $reads, $writes, $start] = [memory_get_usage(), $DB->perf_get_reads(), $DB->perf_get_writes(), hrtime(true)];
    $more = $work() ?? [];
    return $more + [
        'seconds' => (hrtime(true) - $start) / 1e9,
        'memory' => memory_get_peak_usage() / 1048576,
        'extra' => (memory_get_peak_usage() - $memory) / 1048576,
        'reads' => $DB->perf_get_reads() - $reads,
        'writes' => $DB->perf_get_writes() - $writes,
    ];
}

/** A mail of one sentence: the least that anybody would send. */
const SENTENCE = [
    'subject' => 'Your course is open',
    'text' => 'Hello, you now have access to the course.',
    'html' => '<p>Hello, you now have access to the course.</p>',
];

/** What core does by itself: the same people, one message each, handed over as it stands. */
function bare_loop(array $users, array $mails = []): void {
    foreach ($users as $user) {
        $mail = $mails[$user->dueid] ?? SENTENCE;
        $message = new \core\message\message();
        $message->component = 'block_course_notification';
        $message->name = 'firstassign';
        $message->userfrom = \core_user::get_noreply_user();
        $message->userto = $user;
        $message->subject = $mail['subject'];
        $message->fullmessage = $mail['text'];
        $message->fullmessageformat = FORMAT_PLAIN;
        $message->fullmessagehtml = $mail['html'];
        $message->smallmessage = $mail['subject'];
        $message->notification = 1;
        $message->courseid = $user->courseid;
        message_send($message);
    }
}

/** People who are due now in some courses, oldest first. */
function due_people(array $courseids): array {
    global $DB;
    [$in, $params] = $DB->get_in_or_equal($courseids);
    return $DB->get_records_sql(
        "SELECT d.id AS dueid, d.courseid, u.* FROM {block_course_notification_due} d JOIN {user} u ON u.id = d.userid
          WHERE d.courseid $in AND d.timedue <= ? ORDER BY d.timedue, d.id",
        [...$params, time()]
    );
}

/** The mails that we write to these people. */
function mails_to(array $people): array {
    $pairs = array_map(static fn(\stdClass $one): array => [(int) $one->courseid, (int) $one->id], array_values($people));
    $learners = (new learner_facts())->read(scope::pairs($pairs));
    $mailer = new mailer();
    return array_map(static fn(\stdClass $one): array => $mailer->compose($learners["$one->courseid:$one->id"], $one, 'firstassign', time()), $people);
}

/**
 * Ours, and core's for the same people: with the very mails that we write, and with a mail of one sentence. Some courses at a time,
 * each kind first in its turn, so that a noisy machine is fair to all. The first turn only warms what core keeps of everyone.
 */
function send_in_turns(int $courses): array {
    // Mails go out by SMTP to the catcher of the pair, ours and core's alike.
    set_config('noemailever', 0);
    $due = array_keys(agenda::due(time()));
    $first = array_shift($due);
    bare_loop(due_people([$first]));
    $sum = ['sent' => 0, 'seconds' => 0, 'bare' => 0, 'sentence' => 0, 'reads' => 0, 'writes' => 0, 'barequeries' => 0, 'memory' => 0];
    foreach (array_chunk([$first, ...$due], $courses) as $round => $some) {
        $people = due_people($some);
        $mails = mails_to($people);
        $turns = [
            'bare' => static fn() => bare_loop($people, $mails),
            'ours' => static fn(): array => ['sent' => (new sender(new run_options(courseids: $some, limit: 0)))->run()->total('sent')],
            'sentence' => static fn() => bare_loop($people),
        ];
        $done = [];
        foreach ([...array_slice(array_keys($turns), $round % 3), ...array_slice(array_keys($turns), 0, $round % 3)] as $name) {
            $done[$name] = measured($turns[$name]);
        }
        $sum['sent'] += $done['ours']['sent'];
        $sum['seconds'] += $done['ours']['seconds'];
        $sum['bare'] += $done['bare']['seconds'];
        $sum['sentence'] += $done['sentence']['seconds'];
        $sum['reads'] += $done['ours']['reads'];
        $sum['writes'] += $done['ours']['writes'];
        $sum['barequeries'] += $done['bare']['reads'] + $done['bare']['writes'];
        $sum['memory'] = max($sum['memory'], $done['ours']['memory']);
    }
    return $sum;
}

/** What it costs to judge the first two thousand that are due in courses of one shape, a few of each course as the cap shares them out. */
function judge(string $shape): array {
    global $DB;
    $courses = array_map('intval', $DB->get_fieldset_select('course', 'id', "shortname LIKE '$shape%'"));
    return measured(static function () use ($courses): array {
        $result = (new sender(new run_options(courseids: $courses, dryrun: true, limit: 2000)))->run();
        return ['accepted' => $result->total('accepted')];
    });
}

/** What 500 enrolments at once cost: the events of each, and planning them together. */
function enrol_many(): array {
    global $DB;
    $generator = static function () use ($DB): array {
        $course = create_course((object) ['shortname' => 'enrol' . random_string(8), 'fullname' => 'Enrolments', 'category' => 1]);
        $block = $DB->insert_record('block_instances', (object) [
            'blockname' => 'course_notification', 'parentcontextid' => \core\context\course::instance($course->id)->id, 'showinsubcontexts' => 0,
            'pagetypepattern' => 'course-view-*', 'defaultregion' => 'side-post', 'defaultweight' => 0, 'configdata' => '',
            'timecreated' => time(), 'timemodified' => time(),
        ]);
        block_instance_by_id($block)->instance_create();
        return [$DB->get_record('enrol', ['courseid' => $course->id, 'enrol' => 'manual']), $course];
    };
    $people = $DB->get_fieldset_select('user', 'id', "username LIKE 'bench%' ORDER BY id LIMIT 500");
    [$instance, $course] = $generator();
    foreach ($people as $userid) {
        enrol_get_plugin('manual')->enrol_user($instance, $userid, 5);
    }
    pending::flush();
    $DB->delete_records('block_course_notification_due', ['courseid' => $course->id]);
    $cost = measured(static function () use ($DB, $people, $course): array {
        foreach ($people as $userid) {
            pending::pair((int) $course->id, (int) $userid);
        }
        pending::flush();
        return ['rows' => $DB->count_records('block_course_notification_due', ['courseid' => $course->id])];
    });
    // The next size is not to have more learners than it says.
    delete_course($course, false);
    return $cost;
}

/** Renders the block as one person sees it, with nothing cached that it counts itself. */
function block_content(bool $asmanager): array {
    global $DB, $PAGE;
    $course = get_course((int) $DB->get_field_select('course', 'MIN(id)', "shortname LIKE 'bench%'"));
    $user = $asmanager ? get_admin() : $DB->get_record('user', ['username' => 'bench12']);
    \core\session\manager::set_user($user);
    $PAGE->set_course($course);
    $PAGE->set_url('/course/view.php', ['id' => $course->id]);
    $PAGE->set_context(\core\context\course::instance($course->id));
    $instance = $DB->get_record('block_instances', ['blockname' => 'course_notification', 'parentcontextid' => $PAGE->context->id]);
    $warm = static function () use ($instance, $PAGE): string {
        $block = block_instance('course_notification', $instance, $PAGE);
        return $block->get_content()->text;
    };
    $warm();
    \cache_helper::purge_by_definition('block_course_notification', 'counts');
    return measured(static fn(): array => ['length' => strlen($warm())]);
}

if ($argv[1] === 'plan') {
    $DB->delete_records('block_course_notification_due');
    $DB->delete_records('block_course_notification_sent');
}
$result = match ($argv[1]) {
    'plan', 'reconcile' => measured(static function (): array {
        $changes = reconciler::run();
        return ['added' => $changes->added, 'repaired' => $changes->added + $changes->moved + $changes->removed];
    }),
    'dryrun' => measured(static function (): array {
        $lines = 0;
        $trace = static function () use (&$lines): void {
            $lines++;
        };
        $result = (new sender(new run_options(dryrun: true, limit: 0, trace: $trace, all: true)))->run();
        return ['accepted' => $result->total('accepted'), 'lines' => $lines];
    }),
    'nothing' => measured(static fn(): array => ['sent' => (new sender(new run_options(limit: 0)))->run()->total('sent')]),
    'send' => send_in_turns(10),
    'different', 'same' => judge($argv[1] === 'same' ? 'same' : 'bench'),
    'enrol' => enrol_many(),
    'manager' => block_content(true),
    'learner' => block_content(false),
};
ob_end_clean();
echo json_encode($result), "\n";
