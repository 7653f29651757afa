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

namespace block_course_notification\local\plan;

use block_course_notification\local\facts\learner;
use block_course_notification\local\rules\signals;

/**
 * What was changed in the table of what is due.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class changes {
    /** @var int Rows that were missing. */
    public int $added = 0;

    /** @var int Rows with a wrong date. */
    public int $moved = 0;

    /** @var int Rows that time has overtaken: a visit, which nobody watches, or a more urgent message that is due as well. */
    public int $refreshed = 0;

    /** @var int Rows that nothing called for. */
    public int $removed = 0;

    /**
     * Counts a row that is written.
     *
     * @param \stdClass|null $row what was there before
     * @param string $signal
     */
    public function count(?\stdClass $row, string $signal): void {
        if ($row === null) {
            $this->added++;
        } else if ($signal === 'inactive') {
            $this->refreshed++;
        } else {
            $this->moved++;
        }
    }

    /**
     * Counts a row that is removed.
     *
     * @param \stdClass $row
     * @param learner|null $learner
     */
    public function count_removed(\stdClass $row, ?learner $learner): void {
        if ($learner !== null && $learner->facts()['lastaccess'] !== null && signals::is_for_newcomers($row->signalname)) {
            $this->refreshed++;
        } else {
            $this->removed++;
        }
    }

    /**
     * Adds other changes to these.
     *
     * @param self $other
     */
    public function add(self $other): void {
        $this->added += $other->added;
        $this->moved += $other->moved;
        $this->refreshed += $other->refreshed;
        $this->removed += $other->removed;
    }
}
