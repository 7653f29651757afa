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

use core\event\course_updated;
use core\event\group_updated;
use core\event\user_updated;
use local_dolibarr\local\outbox\outbox;

/**
 * Hears that somebody or something may be known to Dolibarr now: what was held goes.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class identities {
    /**
     * Somebody was changed.
     *
     * @param user_updated $event
     */
    public static function user(user_updated $event): void {
        outbox::release('userid', (int) $event->relateduserid);
    }

    /**
     * A course was changed.
     *
     * @param course_updated $event
     */
    public static function course(course_updated $event): void {
        outbox::release('courseid', (int) $event->courseid);
    }

    /**
     * A group was changed.
     *
     * @param group_updated $event
     */
    public static function group(group_updated $event): void {
        outbox::release('courseid', (int) $event->courseid);
    }
}
