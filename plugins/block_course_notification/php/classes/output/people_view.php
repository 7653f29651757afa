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

use block_course_notification\local\course\receivers;
use core\output\named_templatable;
use core\output\renderable;
use core\output\renderer_base;
use moodle_url;

/**
 * The people of a course, to choose the one whose mails are explained.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class people_view implements named_templatable, renderable {
    /** @var int The course. */
    private readonly int $courseid;

    /** @var string Part of the name that is looked for. */
    private readonly string $query;

    /**
     * The people of a course with a name.
     *
     * @param int $courseid
     * @param string $query
     */
    public function __construct(int $courseid, string $query) {
        $this->courseid = $courseid;
        $this->query = $query;
    }

    #[\Override]
    public function get_template_name(renderer_base $renderer): string {
        return 'block_course_notification/people_view';
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        $people = receivers::everyone($this->courseid, $this->query);
        $url = new moodle_url('/blocks/course_notification/why.php');
        return [
            'url' => $url->out(false),
            'courseid' => $this->courseid,
            'query' => $this->query,
            'haspeople' => $people !== [],
            'people' => array_map(fn(array $one): array => [
                'name' => $one['name'],
                'url' => (new moodle_url($url, ['id' => $this->courseid, 'userid' => $one['id']]))->out(false),
            ], $people),
        ];
    }
}
