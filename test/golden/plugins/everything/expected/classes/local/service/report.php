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

namespace local_everything\local\service;

/**
 * What the set-up found and did.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class report {
    /**
     * A report.
     *
     * @param array $lines each with text, state and problem
     * @param string|null $secret the new token
     */
    public function __construct(
        /** @var array Lines, each with text, state and problem. */
        public readonly array $lines,
        /** @var string|null The new token, to be shown once. */
        public readonly ?string $secret,
    ) {
    }

    /**
     * How many things are in a state.
     *
     * @param string ...$states
     * @return int
     */
    public function count(string ...$states): int {
        return count(array_filter($this->lines, static fn(array $line): bool => in_array($line['state'], $states, true)));
    }

    /**
     * Whether nothing is left to do.
     *
     * @return bool
     */
    public function is_complete(): bool {
        return $this->count(setup::MISSING, setup::BYHAND) === 0;
    }

    /**
     * What the other side is given; null where no token was made.
     *
     * @return string|null
     */
    public function handover(): ?string {
        global $CFG;
        return $this->secret === null ? null : strtr(blueprint::LINE, ['{url}' => $CFG->wwwroot, '{token}' => $this->secret]);
    }
}
