<?php
// This file is part of Moodle - https://moodle.org/
//
// Moodle is free software: you can redistribute it and/or modify
// it under the terms of the GNU General Public License as published by
// the Free Software Foundation, either version 3 of the License, or
// (at your option) any later version.
//
// Moodle is distributed in the hope that it will be useful,
// but WITHOUT ANY WARRANTY; without even the implied warranty of
// MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
// GNU General Public License for more details.
//
// You should have received a copy of the GNU General Public License
// along with Moodle.  If not, see <https://www.gnu.org/licenses/>.

namespace block_course_notification\local\site;

use block_course_notification\local\course\forecasts;
use block_course_notification\local\course\quiet_start;
use block_course_notification\local\facts\courses;
use block_course_notification\local\send\retries;
use block_course_notification\local\send\run_options;
use block_course_notification\local\send\run_summary;
use block_course_notification\local\send\sender;

/**
 * The command line: cli/process_notifications.php.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class cli_command {
    /** @var int All went well. */
    public const OK = 0;

    /** @var int The options make no sense. */
    public const USAGE = 1;

    /** @var int Some messages failed, or some learners could not be judged. */
    public const FAILURES = 2;

    /** @var int Nothing was done: switched off, or another run is at work. */
    public const NOTHING = 3;

    /** @var int The most days that a forecast looks ahead. */
    private const FARTHEST = 366;

    /** @var array Options and what they are where they are not given. */
    private const OPTIONS = [
        'courses' => null,
        'users' => null,
        'dryrun' => false,
        'markonly' => false,
        'retry' => false,
        'forecast' => false,
        'limit' => null,
        'verbose' => false,
        'json' => false,
        'help' => false,
    ];

    /** @var string[] Short options. */
    private const SHORT = [
        'c' => 'courses',
        'u' => 'users',
        'D' => 'dryrun',
        'm' => 'markonly',
        'r' => 'retry',
        'f' => 'forecast',
        'l' => 'limit',
        'v' => 'verbose',
        'j' => 'json',
        'h' => 'help',
    ];

    /** @var string What is printed for --help. */
    private const HELP = <<<'HELP'
Sends the course notifications that are due, or says what would be sent.

Usage:
    php blocks/course_notification/cli/process_notifications.php [options]

Options:
    -c, --courses=1,2     these courses only, by id
    -u, --users=3,4       these people only, by id
    -D, --dryrun          say what a run would do; nothing is written, nothing is sent
    -m, --markonly        remember what is due as sent, without a message
    -r, --retry           have mails that failed tried again with the next run; with --dryrun only say how many
    -f, --forecast[=30]   how many messages leave on each of the coming days; nothing is sent
    -l, --limit=200       the most that are accepted; 0 for no limit; by default the setting of the site
    -v, --verbose         a line for each verdict; with --dryrun for every learner and signal
    -j, --json            the result for machines, on standard output
    -h, --help            this text

Exit codes:
    0 done   1 wrong options   2 some messages failed   3 nothing done: switched off, or another run is at work

HELP;

    /**
     * Does what the command line asks.
     *
     * @return int exit code
     */
    public static function run(): int {
        [$given, $unknown] = cli_get_params(self::OPTIONS, self::SHORT);
        $problems = $unknown === [] ? [] : ['Unknown: ' . implode(', ', $unknown)];
        $lists = [];
        foreach (['courses', 'users'] as $name) {
            $lists[$name] = $given[$name] === null ? [] : self::ids($given[$name]);
            if ($lists[$name] === null) {
                $problems[] = "--$name takes ids, separated by commas.";
            }
        }
        if ($given['limit'] !== null && !self::is_number($given['limit'])) {
            $problems[] = '--limit takes a whole number.';
        }
        $days = $given['forecast'] === true ? '30' : $given['forecast'];
        if ($days !== false && (!self::is_number($days) || (int) $days < 1 || (int) $days > self::FARTHEST)) {
            $problems[] = '--forecast takes a number of days, up to ' . self::FARTHEST . '.';
        }
        foreach (['dryrun', 'retry'] as $other) {
            if ($given['markonly'] && $given[$other]) {
                $problems[] = "--$other and --markonly exclude each other.";
            }
        }
        if ($given['help']) {
            echo self::HELP;
            return self::OK;
        }
        $problems = $problems === [] ? self::unknown($lists) : $problems;
        if ($problems !== []) {
            fwrite(STDERR, implode("\n", $problems) . "\nSee --help.\n");
            return self::USAGE;
        }
        if ($days !== false) {
            return self::forecast((int) $days, $lists, (bool) $given['json']);
        }
        return $given['retry'] ? self::retry($given, $lists) : self::send($given, $lists);
    }

    /**
     * A run.
     *
     * @param array $given
     * @param int[][] $lists
     * @return int exit code
     */
    private static function send(array $given, array $lists): int {
        $stream = $given['json'] ? STDERR : STDOUT;
        $result = (new sender(new run_options(
            courseids: $lists['courses'],
            userids: $lists['users'],
            dryrun: (bool) $given['dryrun'],
            markonly: (bool) $given['markonly'],
            limit: $given['limit'] === null ? null : (int) $given['limit'],
            trace: $given['verbose'] ? static fn(string $line) => fwrite($stream, "$line\n") : null,
            all: $given['verbose'] && $given['dryrun'],
        )))->run();
        if ($given['json']) {
            echo json_encode($result->export()), "\n";
        } else {
            echo implode("\n", run_summary::lines($result, (bool) $given['dryrun'])), "\n";
        }
        if ($given['dryrun']) {
            self::say_waiting($lists['courses'], $stream);
        }
        if ($result->disabled || $result->locked) {
            return self::NOTHING;
        }
        return $result->problems() > 0 || $result->stopped !== null ? self::FAILURES : self::OK;
    }

    /**
     * Has mails that failed tried again.
     *
     * @param array $given
     * @param int[][] $lists
     * @return int exit code
     */
    private static function retry(array $given, array $lists): int {
        $count = retries::count($lists['courses'], $lists['users']);
        if (!$given['dryrun']) {
            $count['again'] = retries::ask($lists['courses'], $lists['users']);
        }
        $words = $given['dryrun'] ? 'would be tried again' : 'are tried again with the next run';
        echo $given['json'] ? json_encode($count) : "$count[again] that failed $words, $count[late] are of no more use.", "\n";
        return self::OK;
    }

    /**
     * What leaves on the coming days, counted as the setup page counts it.
     *
     * @param int $days
     * @param int[][] $lists
     * @param bool $json
     * @return int exit code
     */
    private static function forecast(int $days, array $lists, bool $json): int {
        $midnight = usergetmidnight(\core\di::get(\core\clock::class)->time());
        $counts = [];
        foreach (forecasts::of_site(range(0, $days - 1), $lists['courses'], $lists['users']) as $day => $signals) {
            $noon = $midnight + $day * DAYSECS + 12 * HOURSECS;
            $counts[userdate($noon, '%Y-%m-%d', \core_date::get_server_timezone(), false)] = $signals;
        }
        if ($json) {
            echo json_encode(array_map(static fn(array $signals): object => (object) $signals, $counts)), "\n";
            return self::OK;
        }
        foreach ($counts as $day => $signals) {
            $parts = array_map(static fn(string $signal, int $count): string => "$signal $count", array_keys($signals), $signals);
            echo sprintf('%s %6d  %s', $day, array_sum($signals), implode(', ', $parts)), "\n";
        }
        echo array_sum(array_map(array_sum(...), $counts)), " messages, if nobody comes, enrols or completes meanwhile.\n";
        echo "Sending hours and the most that a run sends are not counted: they put messages off.\n";
        self::say_waiting($lists['courses'], STDOUT);
        return self::OK;
    }

    /**
     * Names the courses that send nothing until somebody has chosen how they start.
     *
     * @param int[] $courseids these courses only; none means all
     * @param resource $stream
     */
    private static function say_waiting(array $courseids, $stream): void {
        foreach (quiet_start::waiting($courseids) as $courseid) {
            $due = array_sum(quiet_start::due($courseid));
            fwrite($stream, "Course $courseid waits for its manager's choice: nothing is sent; $due would be due now.\n");
        }
    }

    /**
     * What is wrong with ids that nobody has, or that can have no part in a run.
     *
     * @param int[][] $lists
     * @return string[]
     */
    private static function unknown(array $lists): array {
        global $DB;
        $problems = [];
        $blocks = $lists['courses'] === [] ? [] : courses::sizes($lists['courses']);
        foreach ($lists['courses'] as $id) {
            if (!isset($blocks[$id])) {
                $problems[] = $DB->record_exists('course', ['id' => $id])
                    ? "Course $id has no course notifications block." : "There is no course $id.";
            }
        }
        $users = $lists['users'] === [] ? [] : $DB->get_records_list('user', 'id', $lists['users'], '', 'id, deleted');
        foreach ($lists['users'] as $id) {
            if (!isset($users[$id]) || $users[$id]->deleted) {
                $problems[] = "There is no user $id.";
            }
        }
        return $problems;
    }

    /**
     * Ids, or null where something else is given. An empty list is refused: it may come from an empty variable, and would mean all.
     *
     * @param string|bool $list true is an option without a value
     * @return int[]|null
     */
    private static function ids(string|bool $list): ?array {
        $ids = array_map('trim', explode(',', is_bool($list) ? '' : $list));
        foreach ($ids as $id) {
            if (!self::is_number($id) || (int) $id < 1) {
                return null;
            }
        }
        return array_map('intval', $ids);
    }

    /**
     * Whether a value is a whole number.
     *
     * @param string|bool $value true is an option without a value
     * @return bool
     */
    private static function is_number(string|bool $value): bool {
        return !is_bool($value) && ctype_digit($value);
    }
}
