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

use part_outbox\local\rules\command_words;

/**
 * The options of a command as they were given: Moodle's own reading knows no `-c FIRE`.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class command_line {
    /** @var string[] Values by option; empty for one that takes none. */
    private readonly array $given;

    /** @var string[] Words that are not understood. */
    public readonly array $wrong;

    /**
     * Reads the words after the name of the script.
     *
     * @param string[] $words
     * @param string[] $options letters by name, with a colon where a value follows, as in ['course' => 'c:', 'verbose' => 'v']
     */
    public function __construct(array $words, array $options) {
        $known = array_map(static fn(string $name, string $letter): array
            => ['name' => $name, 'letter' => rtrim($letter, ':'), 'takes' => str_ends_with($letter, ':')], array_keys($options), $options);
        $spoken = command_words::spoken_in($words, $known);
        $this->given = array_column($spoken['given'], 'value', 'name');
        $this->wrong = $spoken['wrong'];
    }

    /**
     * Whether an option was given.
     *
     * @param string $name
     * @return bool
     */
    public function has(string $name): bool {
        return isset($this->given[$name]);
    }

    /**
     * The value of an option.
     *
     * @param string $name
     * @return string|null where it was not given
     */
    public function value(string $name): ?string {
        return $this->given[$name] ?? null;
    }
}
