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

use core\output\named_templatable;
use core\output\renderable;
use core\output\renderer_base;
use moodle_url;

/**
 * The ways between the reports of a course, and what may be done for all its learners.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class report_tabs implements named_templatable, renderable {
    /** @var int The course. */
    private readonly int $courseid;

    /** @var string The report that is shown: sent or due. */
    private readonly string $view;

    /**
     * The tabs of a course.
     *
     * @param int $courseid
     * @param string $view
     */
    public function __construct(int $courseid, string $view) {
        $this->courseid = $courseid;
        $this->view = $view;
    }

    #[\Override]
    public function get_template_name(renderer_base $renderer): string {
        return 'block_course_notification/report_tabs';
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        $paused = paused_notice::export();
        return [
            'paused' => $paused,
            'tabs' => array_map(fn(string $view): array => [
                'name' => get_string('report:' . $view, 'block_course_notification'),
                'url' => $this->url('report.php', ['view' => $view]),
                'current' => $view === $this->view,
            ], ['sent', 'due']),
            'setupurl' => $this->url('setup.php'),
            'reseturl' => $this->url('act.php', ['act' => 'reset']),
            'markurl' => $this->url('act.php', ['act' => 'mark']),
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
