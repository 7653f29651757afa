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

use core\event\course_completed;
use core\event\course_module_completion_updated;
use local_dolibarr\local\feed\progress;
use local_dolibarr\local\feed\states;
use local_dolibarr\local\outbox\outbox;

/**
 * Hears of completions, and puts them down with what they are part of.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class completions {
    /**
     * Somebody has completed a course.
     *
     * @param course_completed $event
     */
    public static function course(course_completed $event): void {
        global $DB;
        $time = (int) $DB->get_field('course_completions', 'timecompleted', ['id' => $event->objectid]);
        outbox::put(states::completed((int) $event->relateduserid, (int) $event->courseid, $time));
    }

    /**
     * The state of an activity has changed for somebody.
     *
     * @param course_module_completion_updated $event
     */
    public static function activity(course_module_completion_updated $event): void {
        $progress = progress::of((int) $event->relateduserid, (int) $event->courseid, (int) $event->contextinstanceid);
        if ($progress->is_news()) {
            outbox::put(states::progress($progress, (int) $event->other['completionstate'], $event->timecreated));
        }
    }
}
