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
use core\event\course_module_viewed;
use core\event\course_viewed;
use local_dolibarr\local\feed\states;
use local_dolibarr\local\outbox\outbox;

/**
 * Hears of the first entry of a learner into a course, by its page or by a link into an activity.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class entries {
    /**
     * Something happened.
     *
     * @param base $event
     */
    public static function anything(base $event): void {
        if ($event instanceof course_viewed || $event instanceof course_module_viewed) {
            self::viewed((int) $event->courseid, $event->timecreated);
        }
    }

    /**
     * A page of a course was opened. Whoever was there in an earlier session has entered before, and the session remembers
     * the rest: only the first view asks the database.
     *
     * @param int $courseid
     * @param int $time
     */
    private static function viewed(int $courseid, int $time): void {
        global $USER;
        $known = \cache::make('local_dolibarr', 'entered');
        if (isset($USER->lastcourseaccess[$courseid]) || $known->get($courseid)) {
            return;
        }
        $known->set($courseid, 1);
        if (self::is_learner($courseid)) {
            $entry = states::entered((int) $USER->id, $courseid, $time);
            if (outbox::said_of([$entry->about()]) === []) {
                outbox::put($entry);
            }
        }
    }

    /**
     * Whether whoever opened the page learns in the course, and is not somebody else in their place.
     *
     * @param int $courseid
     * @return bool
     */
    private static function is_learner(int $courseid): bool {
        global $USER;
        return $courseid !== (int) SITEID
            && isloggedin()
            && !isguestuser()
            && !\core\session\manager::is_loggedinas()
            && is_enrolled(\core\context\course::instance($courseid), $USER, 'moodle/course:isincompletionreports', true);
    }
}
