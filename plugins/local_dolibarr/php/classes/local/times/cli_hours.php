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

namespace local_dolibarr\local\times;

use local_dolibarr\local\outbox\command_line;
use local_dolibarr\local\outbox\drain;
use local_dolibarr\local\outbox\message;
use local_dolibarr\local\outbox\outbox;

/**
 * The command that counts the hours of a course or of a session, and has them sent.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class cli_hours {
    /** @var int All is counted. */
    public const DONE = 0;

    /** @var int The options make no sense. */
    public const USAGE = 1;

    /** @var string[] Letters of the options, with a colon where a value follows. */
    private const OPTIONS = [
        'help' => 'h',
        'host' => 'H:',
        'course' => 'c:',
        'session' => 's:',
        'userlist' => 'u:',
        'verbose' => 'v',
        'dry-run' => '',
        'force' => '',
        'send-now' => '',
        'json' => '',
    ];

    /** @var int Seconds that sending takes at most. */
    private const SENDING = 600;

    /** @var string What is printed for --help. */
    private const HELP = <<<'HELP'
Refreshes and sends to dolibarr course hours from sessions.

Usage:
    php local/dolibarr/cli/update_course_hours.php -c FIRE [options]

Options:
    -h, --help          this text
    -H, --host=URL      the virtual host, where VMoodle is installed
    -c, --course=X      id, ID number or short name of a course
    -s, --session=X     id, ID number or name of a group: only its members
    -u, --userlist=X    ids of people, separated by commas: only these
    -v, --verbose       each person
        --dry-run       only say what would be told
        --force         tell also what was told already
        --send-now      send at once, and not with the next task
        --json          the result for machines

Exit codes:
    0 done   1 wrong options, nothing was done

HELP;

    /**
     * Does what the command line asks.
     *
     * @param string[] $words after the name of the script
     * @return int exit code
     */
    public static function run(array $words): int {
        $command = new command_line($words, self::OPTIONS);
        if ($command->has('help')) {
            echo self::HELP;
            return self::DONE;
        }
        $course = self::course($command->value('course') ?? '');
        $session = $command->value('session');
        $group = $course === null || $session === null ? 0 : self::group((int) $course->id, $session);
        $people = self::people($command->value('userlist'));
        $problems = array_keys(array_filter([
            'What is not understood: ' . implode(' ', $command->wrong) => $command->wrong !== [],
            '--course takes the id, ID number or short name of one course.' => $course === null,
            '--session takes the id, ID number or name of one group of the course.' => $group === null,
            '--userlist takes ids, separated by commas.' => $people === null,
            '--host needs VMoodle.' => $command->has('host') && !\core_component::get_plugin_directory('local', 'vmoodle'),
        ]));
        if ($problems !== []) {
            fwrite(STDERR, implode("\n", $problems) . "\nSee --help.\n");
            return self::USAGE;
        }
        return self::tell((int) $course->id, $group, $people, $command);
    }

    /**
     * Counts, tells and says so.
     *
     * @param int $courseid
     * @param int $groupid
     * @param int[] $people
     * @param command_line $command
     * @return int exit code
     */
    private static function tell(int $courseid, int $groupid, array $people, command_line $command): int {
        [$isdry, $isjson] = [$command->has('dry-run'), $command->has('json')];
        if ($isdry || $command->has('verbose')) {
            $counted = recount::run($courseid, $groupid, $people, $isjson ? self::count(...) : self::show(...));
        }
        $take = $command->has('force') ? outbox::put(...) : outbox::put_news(...);
        $told = $isdry ? 0 : recount::run($courseid, $groupid, $people, $take);
        $sent = $command->has('send-now') && !$isdry ? drain::run_all(self::SENDING) : [];
        $result = ['counted' => $counted ?? null, 'queued' => $told, 'sent' => array_column($sent, 'counts')];
        echo $isjson ? json_encode($result) . "\n" : "$told to be told\n";
        return self::DONE;
    }

    /**
     * Counts messages, and does nothing else with them.
     *
     * @param message ...$messages
     * @return int
     */
    private static function count(message ...$messages): int {
        return count($messages);
    }

    /**
     * Shows messages.
     *
     * @param message ...$messages
     * @return int how many
     */
    private static function show(message ...$messages): int {
        foreach ($messages as $message) {
            echo "$message->userid: ", $message->json(), "\n";
        }
        return count($messages);
    }

    /**
     * The people who are meant.
     *
     * @param string|null $list
     * @return int[]|null null where it is no list of ids
     */
    private static function people(?string $list): ?array {
        $ids = array_map('trim', $list === null ? [] : explode(',', $list));
        return array_filter($ids, ctype_digit(...)) === $ids ? array_map('intval', $ids) : null;
    }

    /**
     * The course that is meant.
     *
     * @param string $name
     * @return \stdClass|null
     */
    private static function course(string $name): ?\stdClass {
        return self::one('course', ['id', 'idnumber', 'shortname'], $name, []);
    }

    /**
     * The group that is meant.
     *
     * @param int $courseid
     * @param string $name
     * @return int|null
     */
    private static function group(int $courseid, string $name): ?int {
        $group = self::one('groups', ['id', 'idnumber', 'name'], $name, ['courseid' => $courseid]);
        return $group === null ? null : (int) $group->id;
    }

    /**
     * The only row that has a name in one of some fields, looked for in their order.
     *
     * @param string $table
     * @param string[] $fields
     * @param string $name
     * @param array $within
     * @return \stdClass|null
     */
    private static function one(string $table, array $fields, string $name, array $within): ?\stdClass {
        global $DB;
        foreach ($fields as $field) {
            if ($name === '' || ($field === 'id' && !ctype_digit($name))) {
                continue;
            }
            $rows = $DB->get_records($table, [$field => $name] + $within, '', 'id');
            if (count($rows) === 1) {
                return reset($rows);
            }
        }
        return null;
    }
}
