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

use block_course_notification\local\facts\learner;

/**
 * A message that a run has claimed for somebody.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class claim {
    /**
     * A claim.
     *
     * @param int $id of the row in the ledger
     * @param learner $learner
     * @param \stdClass $user full record of that person
     * @param string $signal
     * @param int $anchor
     * @param int $tries that failed before
     */
    public function __construct(
        /** @var int The row in the ledger. */
        public readonly int $id,
        /** @var learner Who is told. */
        public readonly learner $learner,
        /** @var \stdClass The full record of that person. */
        public readonly \stdClass $user,
        /** @var string What about. */
        public readonly string $signal,
        /** @var int The date it hangs on. */
        public readonly int $anchor,
        /** @var int How many tries failed before. */
        public readonly int $tries = 0,
    ) {
    }
}
