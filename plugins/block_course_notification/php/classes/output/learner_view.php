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

use block_course_notification\local\facts\opt_outs;
use block_course_notification\local\rules\signals;
use block_course_notification\local\site\task_check;
use core\clock;
use core\di;
use core\output\named_templatable;
use core\output\renderable;
use core\output\renderer_base;

/**
 * The block, for a learner: the next thing that concerns them.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class learner_view implements named_templatable, renderable {
    /** @var string[] What may come next for somebody who is looking at the course: they have come, so calls are past. */
    private const SHOWN = [
        'inactive', 'twoweeksnearend', 'oneweeknearend', 'fivedaystoend', 'threedaystoend', 'onedaytoend', 'closed',
    ];

    /** @var bool Whether nothing is sent at the moment. */
    private readonly bool $ispaused;

    /** @var \stdClass|null The notification that comes next. */
    private readonly ?\stdClass $due;

    /** @var choose_view The switch for all messages of the course. */
    private readonly choose_view $choose;

    /**
     * What is to come for a learner in a course.
     *
     * @param int $courseid
     * @param int $userid
     * @param int $inactiveafter how long they may stay away from now on, in seconds
     * @param int $inactiveevery how long a reminder keeps the next one back, in seconds
     */
    public function __construct(int $courseid, int $userid, int $inactiveafter, int $inactiveevery) {
        global $DB, $USER;
        $this->choose = new choose_view($courseid, $userid);
        $this->ispaused = !task_check::is_sending();
        // The plan does not know yet what was turned off a moment ago.
        $off = (new opt_outs())->of(opt_outs::own(), !empty($USER->emailstop));
        [$shown, $params] = $DB->get_in_or_equal(self::SHOWN, SQL_PARAMS_NAMED);
        [$calling, $more] = $DB->get_in_or_equal(['inactive', ...signals::CALLS], SQL_PARAMS_NAMED);
        $rows = $DB->get_records_sql(
            "SELECT d.id, d.signalname, d.anchor, d.timedue,
                    (SELECT MAX(COALESCE(s.timesent, s.timeclaimed)) FROM {block_course_notification_sent} s
                      WHERE s.courseid = d.courseid AND s.userid = d.userid AND s.signalname $calling) AS lastcalled
               FROM {block_course_notification_due} d
              WHERE d.courseid = :courseid AND d.userid = :userid AND d.signalname $shown
           ORDER BY d.timedue, d.id",
            ['courseid' => $courseid, 'userid' => $userid] + $params + $more
        );
        $rows = array_filter($rows, static fn(\stdClass $row): bool => !in_array($row->signalname, $off, true));
        foreach ($rows as $row) {
            if ($row->signalname === 'inactive') {
                // They are here at this moment, which the table learns only when the row falls due.
                // One call keeps the next one back.
                $back = di::get(clock::class)->time() + $inactiveafter;
                $row->timedue = max($back, (int) $row->lastcalled + $inactiveevery);
            }
        }
        \core_collator::asort_objects_by_property($rows, 'timedue', \core_collator::SORT_NUMERIC);
        $this->due = reset($rows) ?: null;
    }

    #[\Override]
    public function get_template_name(renderer_base $renderer): string {
        return 'block_course_notification/learner_view';
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        return [
            'next' => $this->next(),
            'choose' => $this->choose->export_for_template($output),
        ];
    }

    /**
     * The next thing in words.
     *
     * @return string
     */
    private function next(): string {
        if ($this->ispaused) {
            return get_string('learner:paused', 'block_course_notification');
        }
        if ($this->due === null) {
            return get_string('learner:nothing', 'block_course_notification');
        }
        $inactive = $this->due->signalname === 'inactive';
        $date = userdate((int) ($inactive ? $this->due->timedue : $this->due->anchor), get_string('strftimedate', 'langconfig'));
        return get_string($inactive ? 'learner:inactive' : 'learner:end', 'block_course_notification', $date);
    }
}
