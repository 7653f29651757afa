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

namespace local_dolibarr\local\observe;

use core\event\base;
use local_dolibarr\task\hours_task;

/**
 * Hears that something about a checklist is changing. The event names no learner and comes before the rows are written, so that the
 * course is counted a little later.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class checklists {
    /**
     * Something about a checklist is changing.
     *
     * @param base $event
     */
    public static function changing(base $event): void {
        hours_task::queue((int) $event->courseid, \core\di::get(\core\clock::class)->time() + MINSECS, true);
    }
}
