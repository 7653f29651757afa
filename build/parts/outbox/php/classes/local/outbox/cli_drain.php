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

namespace part_outbox\local\outbox;

/**
 * The command that sends what waits.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class cli_drain {
    /** @var int Nothing waits any more. */
    public const DONE = 0;

    /** @var int The options make no sense. */
    public const USAGE = 1;

    /** @var int Something still waits. */
    public const LEFT = 2;

    /** @var int Seconds that it takes at most, where nothing else is said. */
    private const SECONDS = 240;

    /** @var string What is printed for --help. */
    private const HELP = <<<'HELP'
Sends the messages that wait.

Usage:
    php %s [options]

Options:
    -s, --seconds=240   how long it may take
    -o, --open          try destinations at once that have stopped or rest
    -j, --json          the result for machines
    -h, --help          this text

Exit codes:
    0 nothing waits any more   1 wrong options, nothing was done   2 something still waits

HELP;

    /**
     * Does what the command line asks.
     *
     * @param string[] $words after the name of the script
     * @return int exit code
     */
    public static function run(array $words): int {
        $command = new command_line($words, ['seconds' => 's:', 'open' => 'o', 'json' => 'j', 'help' => 'h']);
        if ($command->has('help')) {
            echo sprintf(self::HELP, ltrim('/part/outbox/cli/drain.php', '/'));
            return self::DONE;
        }
        $seconds = $command->value('seconds') ?? (string) self::SECONDS;
        if ($command->wrong !== [] || !ctype_digit($seconds)) {
            fwrite(STDERR, implode(' ', ['What is not understood:', ...($command->wrong ?: ["--seconds=$seconds"])]) . "\nSee --help.\n");
            return self::USAGE;
        }
        $destinations = outbox::connector()->destinations();
        if ($command->has('open')) {
            array_map(static fn(destination $one) => line::to($one)->open(), $destinations);
        }
        $tallies = drain::run_all((int) $seconds);
        alarm::look();
        $left = array_filter($destinations, static fn(destination $one): bool => feed::oldest($one->name) > 0);
        foreach ($command->has('json') ? [] : $tallies as $name => $tally) {
            echo "$name: ", $tally->text(), "\n";
        }
        if ($command->has('json')) {
            echo json_encode((object) array_map(static fn(tally $tally): object => (object) $tally->counts, $tallies)), "\n";
        }
        return $left === [] ? self::DONE : self::LEFT;
    }
}
