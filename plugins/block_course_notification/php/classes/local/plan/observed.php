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

use block_course_notification\local\course\quiet_start;
use block_course_notification\local\facts\dropped;
use block_course_notification\local\site\cleanup;

/**
 * What happens in Moodle and changes what is due. Nothing is planned here: it is collected, and planned at the end of the request.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class observed {
    /**
     * Someone was enrolled, or an enrolment has changed.
     *
     * @param \core\event\base $event
     */
    public static function enrolment(\core\event\base $event): void {
        pending::pair((int) $event->courseid, (int) $event->relateduserid);
    }

    /**
     * An enrolment is gone. It may come back, so what was sent is remembered for a while.
     *
     * @param \core\event\user_enrolment_deleted $event
     */
    public static function unenrolment(\core\event\user_enrolment_deleted $event): void {
        $now = \core\di::get(\core\clock::class)->time();
        dropped::remember((object) (['courseid' => $event->courseid] + $event->other['userenrolment']), $now);
        pending::pair((int) $event->courseid, (int) $event->relateduserid);
    }

    /**
     * A course, its dates or its ways of enrolment have changed.
     *
     * @param \core\event\base $event
     */
    public static function course(\core\event\base $event): void {
        pending::course((int) $event->courseid);
    }

    /**
     * A course was restored, copied, or imported into: a block that came with it starts quietly.
     *
     * @param \core\event\course_restored $event
     */
    public static function restored(\core\event\course_restored $event): void {
        quiet_start::begin((int) $event->courseid);
        pending::course((int) $event->courseid);
    }

    /**
     * A course is gone.
     *
     * @param \core\event\course_deleted $event
     */
    public static function course_deleted(\core\event\course_deleted $event): void {
        cleanup::forget(['courseid' => $event->objectid]);
    }

    /**
     * Someone has completed a course.
     *
     * @param \core\event\course_completed $event
     */
    public static function completed(\core\event\course_completed $event): void {
        pending::pair((int) $event->courseid, (int) $event->relateduserid);
    }

    /**
     * A category was hidden, shown or moved, and with it all courses below.
     *
     * @param \core\event\course_category_updated $event
     */
    public static function category(\core\event\course_category_updated $event): void {
        global $DB;
        $category = $DB->get_record('course_categories', ['id' => $event->objectid], 'id, path');
        if (!$category) {
            return;
        }
        $courses = $DB->get_fieldset_sql(
            "SELECT c.id
               FROM {course} c
               JOIN {course_categories} cc ON cc.id = c.category
               JOIN {context} ctx ON ctx.instanceid = c.id AND ctx.contextlevel = :level
               JOIN {block_instances} bi ON bi.parentcontextid = ctx.id AND bi.blockname = :blockname
              WHERE cc.id = :id OR " . $DB->sql_like('cc.path', ':below'),
            [
                'level' => CONTEXT_COURSE,
                'blockname' => 'course_notification',
                'id' => $category->id,
                'below' => $DB->sql_like_escape($category->path) . '/%',
            ]
        );
        foreach ($courses as $courseid) {
            pending::course((int) $courseid);
        }
    }

    /**
     * An account has changed: it may be suspended, confirmed, or log in another way.
     *
     * @param \core\event\user_updated $event
     */
    public static function user(\core\event\user_updated $event): void {
        pending::user((int) $event->objectid);
    }

    /**
     * An account is gone.
     *
     * @param \core\event\user_deleted $event
     */
    public static function user_deleted(\core\event\user_deleted $event): void {
        cleanup::forget(['userid' => $event->objectid]);
    }

    /**
     * Someone was given a role, or has lost one, and may now be among those to be notified.
     *
     * @param \core\event\base $event
     */
    public static function role(\core\event\base $event): void {
        if ((int) $event->contextlevel === CONTEXT_COURSE) {
            pending::pair((int) $event->courseid, (int) $event->relateduserid);
        } else if (in_array((int) $event->contextlevel, [CONTEXT_SYSTEM, CONTEXT_COURSECAT], true)) {
            pending::user((int) $event->relateduserid);
        }
    }
}
