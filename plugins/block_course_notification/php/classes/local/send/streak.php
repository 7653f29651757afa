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

namespace block_course_notification\local\send;

/**
 * Failures that follow one another in a run. As long as the server has taken nothing after them, refusals may say more of the
 * server than of the people.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class streak {
    /** @var array<string, int> How many failed since the server last took something, by cause. */
    private array $counts = [];

    /** @var array<int, string> Addresses that were refused since the server last took something, by row. */
    private array $refused = [];

    /**
     * Another one failed.
     *
     * @param string $cause
     * @param int $id of the row
     * @param string $address
     * @return int how many failed for this cause by now
     */
    public function add(string $cause, int $id, string $address): int {
        $this->counts[$cause] = ($this->counts[$cause] ?? 0) + 1;
        if ($cause === 'refused') {
            $this->refused[$id] = $address;
        }
        return $this->counts[$cause];
    }

    /**
     * The server took a mail.
     */
    public function ends(): void {
        $this->counts = [];
        $this->refused = [];
    }

    /**
     * The server is well: what it refused, it refused for those people.
     */
    public function is_confirmed(): void {
        $this->refused = [];
    }

    /**
     * Addresses that were refused since the server last took something.
     *
     * @return array<int, string> by row
     */
    public function refused(): array {
        return $this->refused;
    }
}
