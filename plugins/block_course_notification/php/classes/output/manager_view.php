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

use block_course_notification\local\course\course_counts;
use block_course_notification\local\plan\pending;
use core\output\named_templatable;
use core\output\renderable;
use core\output\renderer_base;
use moodle_url;

/**
 * The block, for those who set it up.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class manager_view implements named_templatable, renderable {
    /** @var int The course it speaks of. */
    private readonly int $courseid;

    /** @var bool Whether it waits for somebody to choose how it starts. */
    private readonly bool $waiting;

    /** @var int|null How long its learners may stay away. */
    private readonly ?int $inactiveafter;

    /** @var string[] The signals that are on in it. */
    private readonly array $signals;

    /**
     * The view of one course.
     *
     * @param int $courseid
     * @param string[] $signals
     * @param bool $waiting whether it waits for somebody to choose how it starts
     * @param int|null $inactiveafter how long its learners may stay away; null is as the site says
     */
    public function __construct(int $courseid, array $signals, bool $waiting = false, ?int $inactiveafter = null) {
        $this->waiting = $waiting;
        $this->inactiveafter = $inactiveafter;
        $this->courseid = $courseid;
        $this->signals = $signals;
    }

    #[\Override]
    public function get_template_name(renderer_base $renderer): string {
        return 'block_course_notification/manager_view';
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        $signals = course_counts::of($this->courseid, $this->signals, $this->inactiveafter);
        return [
            'courseid' => $this->courseid,
            'paused' => paused_notice::export($this->courseid),
            'start' => $this->waiting ? start_notice::export($this->courseid) : null,
            'planning' => array_sum(array_column($signals, 'week')) === 0 && pending::is_in_background($this->courseid),
            'hassignals' => $signals !== [],
            'signals' => $signals,
            'total' => [
                'today' => array_sum(array_column($signals, 'today')),
                'week' => array_sum(array_column($signals, 'week')),
                'sent' => array_sum(array_column($signals, 'sent')),
            ],
            'setupurl' => (new moodle_url('/blocks/course_notification/setup.php', ['id' => $this->courseid]))->out(false),
            'reporturl' => (new moodle_url('/blocks/course_notification/report.php', ['id' => $this->courseid]))->out(false),
        ];
    }
}
