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
 * Where the messages of this plugin go, and how.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
interface connector {
    /**
     * Where messages go, as the site is set up now.
     *
     * @return destination[]
     */
    public function destinations(): array;

    /**
     * How messages are delivered. A delivery yields each {@see request}, gets its {@see answer}, and returns a {@see verdict}.
     *
     * @param destination $destination
     * @param array $groups lists of rows, each of which is one delivery
     * @return \Generator[] by the keys of the groups
     */
    public function deliveries(destination $destination, array $groups): array;
}
