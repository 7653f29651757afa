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

namespace block_my_external_backup_restore_courses\local\page;

use block_my_external_backup_restore_courses\local\remote\remotes;
use block_my_external_backup_restore_courses\local\request\requests;
use block_my_external_backup_restore_courses\local\request\wording;
use block_my_external_backup_restore_courses\local\rules\choices;
use block_my_external_backup_restore_courses\local\rules\journey;

/**
 * The command line: cli/requests.php.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class cli_requests {
    /** @var int All went well. */
    public const OK = 0;

    /** @var int The options make no sense. */
    public const USAGE = 1;

    /** @var int It was refused, or could not be done. */
    public const REFUSED = 2;

    /** @var array Options and what they are where they are not given. */
    private const OPTIONS = [
        'list' => false,
        'request' => false,
        'retry' => null,
        'cancel' => null,
        'state' => null,
        'server' => null,
        'course' => null,
        'user' => null,
        'category' => '0',
        'into' => '0',
        'userdata' => false,
        'without-userdata' => false,
        'json' => false,
        'help' => false,
    ];

    /** @var string What is printed for --help. */
    private const HELP = <<<'HELP'
Requests for courses of other Moodles.

Usage:
    php blocks/my_external_backup_restore_courses/cli/requests.php --list [--state=failed] [--user=NAME] [--json]
    php blocks/my_external_backup_restore_courses/cli/requests.php --request --server=ADDRESS --course=ID --user=NAME [options]
    php blocks/my_external_backup_restore_courses/cli/requests.php --retry=4,5 [--without-userdata]
    php blocks/my_external_backup_restore_courses/cli/requests.php --cancel=4,5

Options:
    --list               the requests, newest first
    --state=STATE        only those in that state
    --request            asks for a course
    --server=ADDRESS     the other Moodle, as in the settings
    --course=ID          the id of the course there
    --user=NAME          user name of the person for whom it comes
    --category=ID        category of the new course; without it, the default one
    --into=ID            the course that it is added to, instead of a new one
    --userdata           with user data
    --retry=IDS          begins requests anew
    --without-userdata   and leaves user data behind
    --cancel=IDS         stops requests
    -j, --json           the result for machines
    -h, --help           this text

Exit codes:
    0 done   1 wrong options   2 refused, or not possible

HELP;

    /**
     * Does what the command line asks.
     *
     * @return int exit code
     */
    public static function run(): int {
        [$given, $unknown] = cli_get_params(self::OPTIONS, ['j' => 'json', 'h' => 'help']);
        if ($given['help']) {
            echo self::HELP;
            return self::OK;
        }
        $problems = $unknown === [] ? self::misuses($given) : ['Unknown: ' . implode(', ', $unknown)];
        if ($problems !== []) {
            return self::usage(implode("\n", $problems));
        }
        $verbs = array_filter(
            ['list', 'request', 'retry', 'cancel'],
            static fn(string $verb): bool => !in_array($given[$verb], [false, null], true),
        );
        if (count($verbs) !== 1) {
            return self::usage('One of --list, --request, --retry and --cancel.');
        }
        \core\session\manager::set_user(get_admin());
        return match (reset($verbs)) {
            'list' => self::list($given),
            'request' => self::request($given),
            'retry' => self::each($given, 'retry', static fn(int $id): bool
                => requests::retry($id, (bool) $given['without-userdata'])),
            'cancel' => self::each($given, 'cancel', requests::cancel(...)),
        };
    }

    /**
     * Options without the value that they take, or with one that they do not take.
     *
     * @param array $given
     * @return string[]
     */
    private static function misuses(array $given): array {
        $valueless = array_filter(self::OPTIONS, static fn($default, $name): bool
            => $default !== false && $given[$name] === true, ARRAY_FILTER_USE_BOTH);
        $valued = array_filter(self::OPTIONS, static fn($default, $name): bool
            => $default === false && is_string($given[$name]), ARRAY_FILTER_USE_BOTH);
        return [
            ...array_map(static fn(string $name): string => "--$name takes a value.", array_keys($valueless)),
            ...array_map(static fn(string $name): string => "--$name takes no value.", array_keys($valued)),
        ];
    }

    /**
     * Lists requests.
     *
     * @param array $given
     * @return int exit code
     */
    private static function list(array $given): int {
        global $DB;
        $where = [];
        if ($given['state'] !== null) {
            if (!in_array($given['state'], journey::STATES, true)) {
                return self::usage('--state takes one of ' . implode(', ', journey::STATES) . '.');
            }
            $where['state'] = $given['state'];
        }
        if ($given['user'] !== null) {
            $person = \core_user::get_user_by_username((string) $given['user']);
            if (!$person) {
                return self::usage('There is no such user.');
            }
            $where['userid'] = $person->id;
        }
        $rows = array_map(static fn(\stdClass $request): array => [
            'id' => (int) $request->id,
            'state' => $request->state,
            'reason' => $request->reason,
            'detail' => $request->detail,
            'server' => $request->remote,
            'course' => (int) $request->remotecourse,
            'name' => $request->fullname,
            'user' => (int) $request->userid,
            'restored' => $request->courseid === null ? null : (int) $request->courseid,
            'tries' => (int) $request->tries,
            'created' => (int) $request->timecreated,
            'ended' => $request->timeended === null ? null : (int) $request->timeended,
        ], array_values($DB->get_records(requests::TABLE, $where, 'timecreated DESC, id DESC')));
        if ($given['json']) {
            echo json_encode($rows), "\n";
            return self::OK;
        }
        foreach ($rows as $row) {
            echo sprintf('%6d  %-12s  %s %d  %s', $row['id'], $row['state'], $row['server'], $row['course'], $row['name']), "\n";
            echo $row['reason'] === null ? '' : '        ' . wording::reason($row['reason'], $row['detail']) . "\n";
        }
        return self::OK;
    }

    /**
     * Asks for a course.
     *
     * @param array $given
     * @return int exit code
     */
    private static function request(array $given): int {
        $remote = remotes::find((string) $given['server']);
        $person = \core_user::get_user_by_username((string) $given['user']);
        $problems = array_filter([
            $remote === null ? '--server names none of the remote Moodles of the settings.' : '',
            self::is_id($given['course']) ? '' : '--course takes the id of a course there.',
            $person ? '' : '--user names nobody.',
            ctype_digit((string) $given['category']) ? '' : '--category takes the id of a category.',
            ctype_digit((string) $given['into']) ? '' : '--into takes the id of a course.',
        ]);
        if ($problems !== []) {
            return self::usage(implode("\n", $problems));
        }
        $answer = asking::ask($person, [
            'remote' => $remote->url,
            'remotecourse' => (int) $given['course'],
            'target' => (int) $given['into'] === 0 ? 'new' : 'into',
            'categoryid' => (int) $given['category'],
            'targetcourse' => (int) $given['into'],
            'withusers' => (bool) $given['userdata'],
            'enrolment' => choices::ENROLMENT,
        ]);
        if ($answer['problem'] !== '') {
            fwrite(STDERR, "$answer[problem]\n");
            return self::REFUSED;
        }
        echo $given['json'] ? json_encode(['request' => $answer['request']]) : "Request $answer[request] is on its way.", "\n";
        return self::OK;
    }

    /**
     * Does something about several requests.
     *
     * @param array $given
     * @param string $verb
     * @param callable $act
     * @return int exit code
     */
    private static function each(array $given, string $verb, callable $act): int {
        $ids = explode(',', (string) $given[$verb]);
        if (array_filter($ids, self::is_id(...)) !== $ids) {
            return self::usage("--$verb takes ids of requests, separated by commas.");
        }
        $done = array_values(array_filter(array_map('intval', $ids), $act));
        $left = array_values(array_diff(array_map('intval', $ids), $done));
        if ($given['json']) {
            echo json_encode(['done' => $done, 'left' => $left]), "\n";
        } else {
            echo count($done), " done.\n";
            echo $left === [] ? '' : 'There is none to ' . $verb . ' with id ' . implode(', ', $left) . ".\n";
        }
        return $left === [] ? self::OK : self::REFUSED;
    }

    /**
     * Whether a value is an id.
     *
     * @param mixed $value
     * @return bool
     */
    private static function is_id($value): bool {
        return is_string($value) && ctype_digit($value) && (int) $value > 0;
    }

    /**
     * Says what is wrong with the options.
     *
     * @param string $problem
     * @return int exit code
     */
    private static function usage(string $problem): int {
        fwrite(STDERR, "$problem\nSee --help.\n");
        return self::USAGE;
    }
}
