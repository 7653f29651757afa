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

namespace part_service\local\service;

/**
 * The command that sets the service up.
 *
 * @package    part_service
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class cli_command {
    /** @var int The service is ready. */
    public const READY = 0;

    /** @var int The options make no sense. */
    public const USAGE = 1;

    /** @var int Something is missing. */
    public const MISSING = 2;

    /** @var array Options and what they are where they are not given. */
    private const OPTIONS = [
        'rotate' => false,
        'validuntil' => null,
        'iprestriction' => null,
        'check' => false,
        'json' => false,
        'help' => false,
    ];

    /** @var string[] Short options. */
    private const SHORT = ['r' => 'rotate', 'c' => 'check', 'j' => 'json', 'h' => 'help'];

    /** @var string What is printed for --help. */
    private const HELP = <<<'HELP'
Sets up the web service of this plugin: switches web services and REST on, makes the role, the account that logs in nowhere
and its token, and tests each function. What is right already is left as it is; run it as often as you like.

Usage:
    php %s [options]

Options:
    -r, --rotate                   make a new token; the old one is worth nothing any more
        --validuntil=2027-06-30    the last day of the token, or never
        --iprestriction=10.1.2.3   addresses and networks it is accepted from, separated by commas; empty for everywhere
    -c, --check                    only say how things stand
    -j, --json                     the result for machines
    -h, --help                     this text

The token is printed when it is made, and never again.

Exit codes:
    0 ready   1 wrong options, nothing was done   2 something is missing

HELP;

    /**
     * Does what the command line asks.
     *
     * @return int exit code
     */
    public static function run(): int {
        [$given, $unknown] = cli_get_params(self::OPTIONS, self::SHORT);
        if ($given['help']) {
            echo sprintf(self::HELP, ltrim('/part/service/' . blueprint::COMMAND, '/'));
            return self::READY;
        }
        $problems = array_map(static fn(string $option): string => "Unknown: $option", $unknown);
        $until = self::given('validuntil', $given, limits::validuntil(...), 'a day to come such as 2027-06-30, or never', $problems);
        $addresses = self::given('iprestriction', $given, limits::iprestriction(...), 'addresses and networks, separated by commas', $problems);
        if ($given['check'] && ($given['rotate'] || $until !== null || $addresses !== null)) {
            $problems[] = '--check changes nothing, and takes no wishes for the token.';
        }
        if ($problems !== []) {
            fwrite(STDERR, implode("\n", $problems) . "\nSee --help.\n");
            return self::USAGE;
        }
        // What is made is made by somebody, and policies are agreed to by somebody with the right to.
        \core\session\manager::set_user(get_admin());
        $report = $given['check'] ? setup::look() : setup::run(new token((bool) $given['rotate'], $until, $addresses));
        return self::tell($report, self_test::functions(), self_test::call(), (bool) $given['json']);
    }

    /**
     * The value of an option, as it is meant.
     *
     * @param string $name
     * @param array $given
     * @param \Closure $read null for what cannot be read
     * @param string $takes
     * @param string[] $problems gets what is wrong with it
     * @return int|string|null
     */
    private static function given(string $name, array $given, \Closure $read, string $takes, array &$problems): int|string|null {
        if ($given[$name] === null) {
            return null;
        }
        $value = is_string($given[$name]) ? $read($given[$name]) : null;
        if ($value === null) {
            $problems[] = "--$name takes $takes.";
        }
        return $value;
    }

    /**
     * Says what was done and what is missing.
     *
     * @param report $report
     * @param array $functions problems by function
     * @param string|null $call
     * @param bool $json
     * @return int exit code
     */
    private static function tell(report $report, array $functions, ?string $call, bool $json): int {
        $broken = array_filter($functions);
        $ready = $report->is_complete() && $broken === [] && $call === null;
        if ($json) {
            $result = [
                'ready' => $ready,
                'changed' => $report->count(setup::MADE),
                'steps' => $report->lines,
                'functions' => $functions,
                'call' => $call,
                'token' => $report->secret,
                'line' => $report->handover(),
            ];
            echo json_encode($result, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE), "\n";
            return $ready ? self::READY : self::MISSING;
        }
        foreach ($report->lines as $line) {
            $state = get_string("service:state:$line[state]", 'part_service');
            echo "[$state] $line[text]", $line['problem'] === '' ? '' : " ($line[problem])", "\n";
        }
        foreach ($broken as $function => $problems) {
            echo "$function: ", implode(' ', $problems), "\n";
        }
        $counts = ['all' => count($functions), 'well' => count($functions) - count($broken)];
        echo get_string('service:tested', 'part_service', $counts), "\n";
        if ($call !== null) {
            echo "$call\n";
        }
        if ($report->secret !== null) {
            echo "\n", get_string('service:handover', 'part_service'), "\n\n    ", $report->handover(), "\n\n";
        }
        echo get_string($ready ? 'service:ready' : 'service:notready', 'part_service'), "\n";
        return $ready ? self::READY : self::MISSING;
    }
}
