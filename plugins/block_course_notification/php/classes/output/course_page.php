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

namespace block_course_notification\output;

use moodle_page;
use moodle_url;

/**
 * What the pages of the plugin within a course have in common.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class course_page {
    /**
     * Says to Moodle which page this is.
     *
     * @param moodle_page $page
     * @param moodle_url $url
     * @param \stdClass $course
     * @param string $title
     */
    public static function begin(moodle_page $page, moodle_url $url, \stdClass $course, string $title): void {
        $options = ['context' => \core\context\course::instance($course->id)];
        $page->set_url($url);
        $page->set_pagelayout('incourse');
        $page->set_title($title . moodle_page::TITLE_SEPARATOR . format_string($course->shortname, true, $options));
        $page->set_heading(format_string($course->fullname, true, $options));
        $page->navbar->add($title, $url);
    }
}
