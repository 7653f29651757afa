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

use block_course_notification\local\course\act;
use core\output\named_templatable;
use core\output\renderable;
use core\output\renderer_base;
use moodle_url;

/**
 * The ways between the pages of a course, with the notice that nothing is sent where that is so.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class course_tabs implements named_templatable, renderable {
    /** @var int The course. */
    private readonly int $courseid;

    /** @var string The page that is shown: setup, sent, due or why. */
    private readonly string $view;

    /** @var int The group whose people are shown; 0 is no particular one. */
    private readonly int $groupid;

    /**
     * The tabs of a course.
     *
     * @param int $courseid
     * @param string $view
     * @param int $groupid the group whose people are shown; 0 is no particular one
     */
    public function __construct(int $courseid, string $view, int $groupid = 0) {
        $this->courseid = $courseid;
        $this->view = $view;
        $this->groupid = $groupid;
    }

    #[\Override]
    public function get_template_name(renderer_base $renderer): string {
        return 'block_course_notification/course_tabs';
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        $tabs = [
            'setup' => ['setup', $this->url('setup.php')],
            'sent' => ['report:sent', $this->url('report.php', ['view' => 'sent'])],
            'due' => ['report:due', $this->url('report.php', ['view' => 'due'])],
            'why' => ['report:why', $this->url('why.php')],
        ];
        return [
            'paused' => paused_notice::export($this->courseid),
            'start' => start_notice::export($this->courseid),
            'tabs' => array_map(fn(string $view): array => [
                'name' => get_string($tabs[$view][0], 'block_course_notification'),
                'url' => $tabs[$view][1],
                'current' => $view === $this->view,
            ], array_keys($tabs)),
            'hasactions' => in_array($this->view, ['sent', 'due'], true),
            'acts' => array_map(fn(string $act): array => [
                'name' => get_string('act:' . $act, 'block_course_notification'),
                'url' => $this->url('act.php', array_filter(['act' => $act, 'group' => $this->groupid])),
            ], act::ALL),
        ];
    }

    /**
     * A page of the plugin for this course.
     *
     * @param string $page
     * @param array $params
     * @return string
     */
    private function url(string $page, array $params = []): string {
        return (new moodle_url('/blocks/course_notification/' . $page, ['id' => $this->courseid] + $params))->out(false);
    }
}
