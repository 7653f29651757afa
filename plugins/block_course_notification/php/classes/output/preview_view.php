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

/**
 * The mail of one signal as its receiver would see it; the browser fills it in.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class preview_view implements named_templatable, renderable {
    /** @var int The course whose mails are shown. */
    private readonly int $courseid;

    /** @var string The signal that is shown. */
    private readonly string $signal;

    /**
     * The preview of one signal in a course.
     *
     * @param int $courseid
     * @param string $signal
     */
    public function __construct(int $courseid, string $signal) {
        $this->courseid = $courseid;
        $this->signal = $signal;
    }

    #[\Override]
    public function get_template_name(renderer_base $renderer): string {
        return 'block_course_notification/preview';
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        return [
            'courseid' => $this->courseid,
            'signal' => $this->signal,
            'receivers' => receivers::find_receivers($this->courseid, ''),
        ];
    }
}
