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

namespace local_everything\local;

/**
 * What follows from what happens elsewhere.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class observed {
    /**
     * A course has gone, and so have its shelves.
     *
     * @param \core\event\course_deleted $event
     */
    public static function course_deleted(\core\event\course_deleted $event): void {
        global $DB;
        $DB->delete_records('local_everything_item', ['courseid' => $event->objectid]);
        $DB->delete_records('local_everything_shelf', ['courseid' => $event->objectid]);
    }

    /**
     * The end of every page.
     *
     * @param \core\hook\output\before_footer_html_generation $hook
     */
    public static function footer(\core\hook\output\before_footer_html_generation $hook): void {
        $hook->add_html(s(config::footer()));
    }

    /**
     * The shelves in the menu of the front page.
     *
     * @param \navigation_node $frontpage
     * @param \stdClass $course
     * @param \core\context\course $context
     */
    public static function navigation(\navigation_node $frontpage, \stdClass $course, \core\context\course $context): void {
        if (has_capability('local/everything:view', $context)) {
            $frontpage->add(get_string('pluginname', 'local_everything'), new \moodle_url('/local/everything/index.php'));
        }
    }
}
