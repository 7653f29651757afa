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
 * How many messages a run brought to which state.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class tally {
    /** @var int[] By state. */
    public array $counts = [];

    /**
     * Counts.
     *
     * @param string $state
     * @param int $count
     */
    public function add(string $state, int $count = 1): void {
        if ($count > 0) {
            $this->counts[$state] = ($this->counts[$state] ?? 0) + $count;
        }
    }

    /**
     * What there is to say.
     *
     * @return string
     */
    public function text(): string {
        $words = array_map(static fn(string $state, int $count): string => "$count $state", array_keys($this->counts), $this->counts);
        return $words === [] ? 'nothing to do' : implode(', ', $words);
    }
}
