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

namespace block_my_external_backup_restore_courses\local\page;

use block_my_external_backup_restore_courses\local\restore\rights as restore_rights;
use core\hook\output\before_http_headers;
use core\output\action_link;
use moodle_url;

/**
 * Ways to the page from where people look for it: the course reuse pages of a course, and My courses.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class entries {
    /** @var string The pages of a course on which its courses are reused. */
    private const REUSE = '/^(backup-(?!view)|course-reset)/';

    /**
     * Adds them, on these pages alone.
     *
     * @param before_http_headers $hook
     */
    public static function add(before_http_headers $hook): void {
        global $PAGE;
        if (self::is_own_courses($PAGE->pagelayout)) {
            self::add_to_my_courses($hook);
        } else if (preg_match(self::REUSE, (string) $PAGE->pagetype) && (int) $PAGE->course->id !== (int) SITEID) {
            self::add_to_course_reuse($PAGE);
        }
    }

    /**
     * Whether it is the page on which people see their courses: My courses, or the dashboard where a newer Moodle has no such page.
     *
     * @param string $layout
     * @return bool
     */
    private static function is_own_courses(string $layout): bool {
        global $CFG;
        return $layout === (($CFG->enablemycourses ?? true) ? 'mycourses' : 'mydashboard');
    }

    /**
     * A button beside those of My courses.
     *
     * @param before_http_headers $hook
     */
    private static function add_to_my_courses(before_http_headers $hook): void {
        global $PAGE;
        if (client_side::is_open()) {
            $url = new moodle_url('/blocks/my_external_backup_restore_courses/index.php');
            $name = get_string('page:open', 'block_my_external_backup_restore_courses');
            $link = new action_link($url, $name, null, ['class' => 'btn btn-outline-secondary']);
            $PAGE->add_header_action($hook->renderer->render($link));
        }
    }

    /**
     * An entry in the menu of course reuse, for who may restore there.
     *
     * @param \moodle_page $page
     */
    private static function add_to_course_reuse(\moodle_page $page): void {
        $courseid = (int) $page->course->id;
        if (!client_side::is_open() || !has_all_capabilities(restore_rights::INTO, \core\context\course::instance($courseid))) {
            return;
        }
        $node = $page->settingsnav->find('coursereuse', null);
        if ($node) {
            $url = new moodle_url('/blocks/my_external_backup_restore_courses/index.php', ['target' => $courseid]);
            $name = get_string('page:title', 'block_my_external_backup_restore_courses');
            $node->add($name, $url, $node::TYPE_SETTING, null, 'remotecourses');
        }
    }
}
