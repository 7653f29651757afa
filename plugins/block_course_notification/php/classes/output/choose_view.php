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

use block_course_notification\local\facts\muted;
use core\output\named_templatable;
use core\output\renderable;
use core\output\renderer_base;
use moodle_url;

/**
 * The switch of a person for all messages of a course, and the way to the preferences by kind.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class choose_view implements named_templatable, renderable {
    /**
     * The switch of one person in one course.
     *
     * @param int $courseid
     * @param int $userid
     */
    public function __construct(
        /** @var int The course. */
        private readonly int $courseid,
        /** @var int The person. */
        private readonly int $userid,
    ) {
    }

    #[\Override]
    public function get_template_name(renderer_base $renderer): string {
        return 'block_course_notification/choose_view';
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        $ismuted = muted::is_muted($this->courseid, $this->userid);
        $options = ['context' => \core\context\course::instance($this->courseid), 'escape' => false];
        $name = format_string(get_course($this->courseid)->fullname, true, $options);
        return [
            'state' => get_string($ismuted ? 'choose:muted' : 'choose:heard', 'block_course_notification', $name),
            'label' => get_string($ismuted ? 'choose:hear' : 'choose:mute', 'block_course_notification'),
            'none' => (int) !$ismuted,
            'url' => (new moodle_url('/blocks/course_notification/choose.php', ['id' => $this->courseid]))->out(false),
            'sesskey' => sesskey(),
            'preferencesurl' => (new moodle_url('/message/notificationpreferences.php'))->out(false),
        ];
    }
}
