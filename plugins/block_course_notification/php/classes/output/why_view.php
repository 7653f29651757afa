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

use block_course_notification\local\course\report_rows;
use block_course_notification\local\course\why;
use core\output\named_templatable;
use core\output\renderable;
use core\output\renderer_base;
use moodle_url;

/**
 * The verdict on each notification for one learner, with what was sent and what is due.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class why_view implements named_templatable, renderable {
    /** @var int The course. */
    private readonly int $courseid;

    /** @var int The learner. */
    private readonly int $userid;

    /**
     * The view of one learner in one course.
     *
     * @param int $courseid
     * @param int $userid
     */
    public function __construct(int $courseid, int $userid) {
        $this->courseid = $courseid;
        $this->userid = $userid;
    }

    #[\Override]
    public function get_template_name(renderer_base $renderer): string {
        return 'block_course_notification/why_view';
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        $rows = array_map($this->row(...), array_values(why::explain($this->courseid, $this->userid)));
        return [
            'hasrows' => $rows !== [],
            'rows' => $rows,
            'reseturl' => $this->url('act.php', ['act' => 'reset', 'userid' => $this->userid]),
            'markurl' => $this->url('act.php', ['act' => 'mark', 'userid' => $this->userid]),
            'retryurl' => $this->url('act.php', ['act' => 'retry', 'userid' => $this->userid]),
        ];
    }

    /**
     * One notification.
     *
     * @param array $explained as why::explain() gives it
     * @return array
     */
    private function row(array $explained): array {
        $reason = get_string('reason:' . $explained['reason'], 'block_course_notification');
        $isaccepted = $explained['trap'] === '';
        $one = ['userid' => $this->userid, 'signal' => $explained['signal']];
        return [
            'signal' => $explained['signal'],
            'name' => get_string('signal:' . $explained['signal'], 'block_course_notification'),
            'accepted' => $isaccepted,
            'verdict' => $isaccepted ? $reason : get_string('why:rule', 'block_course_notification', [
                'reason' => $reason,
                'trap' => $explained['trap'],
            ]),
            'anchor' => self::date($explained['anchor']),
            'due' => self::date((int) $explained['timedue']),
            'sent' => array_map(self::sent(...), array_values($explained['sent'])),
            'hassent' => $explained['sent'] !== [],
            'reseturl' => $this->url('act.php', ['act' => 'reset'] + $one),
            'markurl' => $isaccepted ? $this->url('act.php', ['act' => 'mark'] + $one) : null,
        ];
    }

    /**
     * One mail of the past.
     *
     * @param \stdClass $row
     * @return string
     */
    private static function sent(\stdClass $row): string {
        return report_rows::state($row) . ', ' . self::date((int) $row->timeclaimed);
    }

    /**
     * A moment in words; empty where there is none.
     *
     * @param int $time
     * @return string
     */
    private static function date(int $time): string {
        return $time === 0 ? '' : userdate($time, get_string('strftimedatetimeshort', 'langconfig'));
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
