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

namespace block_course_notification\local\upgrade;

/**
 * What the earlier plugin had sent. It is never sent again for a date that the enrolments of today give, or would give again if
 * they were switched on.
 *
 * The way dates follow from enrolments is written down here once more, as it was when the tables were taken over: a later version
 * may know other rules and other columns, and still has to read these marks alike.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class upstream_marks {
    /** @var string Where the marks go. */
    private const SENT = 'block_course_notification_sent';

    /** @var int How many rows of the old table are read together. */
    private const AT_ONCE = 2000;

    /** @var string[] Signals that hang on the start of access. */
    private const STARTS = ['firstassign', 'firstcall', 'secondcall'];

    /** @var string[] Signals that hang on its end. */
    private const ENDS = ['twoweeksnearend', 'oneweeknearend', 'fivedaystoend', 'threedaystoend', 'onedaytoend', 'closed'];

    /** @var string[] Signals that hang on something else. */
    private const OTHERS = ['inactive', 'completed'];

    /** @var int A mark about an end was made at most this far from it. */
    private const NEAR = 16 * DAYSECS;

    /** @var string[] The enrolment plugins that are switched on. */
    private readonly array $plugins;

    /**
     * Reads what is the same for all.
     *
     * @param int $now
     */
    private function __construct(
        /** @var int The moment that counts as now. */
        private readonly int $now,
    ) {
        global $CFG;
        $this->plugins = explode(',', (string) $CFG->enrol_plugins_enabled);
    }

    /**
     * Takes all marks over. Those that were taken before stay as they are.
     */
    public static function take(): void {
        global $DB;
        $marks = new self(\core\di::get(\core\clock::class)->time());
        $from = 0;
        do {
            $part = $DB->get_records_select(upstream::TABLE, 'id > :fromid', ['fromid' => $from], 'id', '*', 0, self::AT_ONCE);
            if ($part !== []) {
                $marks->take_part($part, $from, array_key_last($part));
                $from = array_key_last($part);
            }
        } while (count($part) === self::AT_ONCE);
    }

    /**
     * Takes over some rows of the old table.
     *
     * @param \stdClass[] $part by id
     * @param int $from the id before the first
     * @param int $upto the id of the last
     */
    private function take_part(array $part, int $from, int $upto): void {
        global $DB;
        $rows = [];
        foreach ($this->enrolments($from, $upto) as $id => $enrolments) {
            foreach ($this->rows($part[$id], $enrolments) as $row) {
                $rows[self::key($row)] ??= $row;
            }
        }
        $taken = $DB->get_recordset_sql(
            "SELECT s.courseid, s.userid, s.signalname, s.anchor
               FROM {" . self::SENT . "} s
               JOIN {" . upstream::TABLE . "} m ON m.courseid = s.courseid AND m.userid = s.userid
              WHERE m.id > :fromid AND m.id <= :uptoid",
            ['fromid' => $from, 'uptoid' => $upto]
        );
        foreach ($taken as $row) {
            unset($rows[self::key((array) $row)]);
        }
        $taken->close();
        $DB->insert_records(self::SENT, array_values($rows));
    }

    /**
     * Who is enrolled, in whatever state the enrolment is. Whether the course still has the block does not matter.
     *
     * @param int $from
     * @param int $upto
     * @return array<int, \stdClass[]> by id of the mark
     */
    private function enrolments(int $from, int $upto): array {
        global $DB;
        $records = $DB->get_recordset_sql(
            "SELECT ue.id, m.id AS markid, ue.timestart, ue.timecreated, ue.timeend, ue.status, e.status AS instancestatus, e.enrol,
                    c.startdate, c.enddate, cc.timecompleted
               FROM {" . upstream::TABLE . "} m
               JOIN {course} c ON c.id = m.courseid
               JOIN {user} u ON u.id = m.userid AND u.deleted = 0
               JOIN {enrol} e ON e.courseid = m.courseid
               JOIN {user_enrolments} ue ON ue.enrolid = e.id AND ue.userid = m.userid
          LEFT JOIN {course_completions} cc ON cc.course = m.courseid AND cc.userid = m.userid
              WHERE m.id > :fromid AND m.id <= :uptoid",
            ['fromid' => $from, 'uptoid' => $upto]
        );
        $found = [];
        foreach ($records as $record) {
            $record->isactive = !$record->status && !$record->instancestatus && in_array($record->enrol, $this->plugins, true);
            $found[(int) $record->markid][] = $record;
        }
        $records->close();
        return $found;
    }

    /**
     * The messages that a learner got.
     *
     * @param \stdClass $mark
     * @param \stdClass[] $enrolments
     * @return array[]
     */
    private function rows(\stdClass $mark, array $enrolments): array {
        $active = array_filter($enrolments, static fn(\stdClass $one): bool => $one->isactive);
        $idle = array_filter($enrolments, static fn(\stdClass $one): bool => !$one->isactive);
        $accesses = [self::access($active ?: $idle), ...array_map(static fn(\stdClass $one): array => self::access([$one]), $idle)];
        $rows = [];
        foreach ([...self::STARTS, ...self::ENDS, ...self::OTHERS] as $signal) {
            $time = (int) ($mark->{"{$signal}notedate"} ?? 0);
            // In one of its releases a flag was misspelt, so that it was never set: there the date tells.
            if (empty($mark->{"{$signal}notified"}) && $time === 0) {
                continue;
            }
            $completed = (int) $enrolments[0]->timecompleted;
            foreach (self::anchors($signal, $time ?: $this->now, $accesses, $completed) as $number => $anchor) {
                $rows[] = $this->row($mark, $signal, $anchor, $number === 0 ? $time : 0);
            }
        }
        return $rows;
    }

    /**
     * The dates for which a message counts as sent: first the one that holds now, then those of enrolments that are switched off.
     *
     * @param string $signal
     * @param int $time when it was sent
     * @param array $accesses each with start and end, 0 where it has none
     * @param int $completed 0 where it is not
     * @return int[]
     */
    private static function anchors(string $signal, int $time, array $accesses, int $completed): array {
        if (in_array($signal, self::OTHERS, true)) {
            return [$signal === 'completed' && $completed > 0 ? $completed : $time];
        }
        if (in_array($signal, self::STARTS, true)) {
            return array_values(array_unique(array_column($accesses, 0)));
        }
        $ends = array_column($accesses, 1);
        $others = array_filter(array_slice($ends, 1), static fn(int $end): bool => abs($end - $time) <= self::NEAR);
        return array_values(array_unique([$ends[0] ?: $time, ...$others]));
    }

    /**
     * The access that enrolments give: from the later of course and first enrolment, to the earlier of course and last enrolment.
     *
     * @param \stdClass[] $enrolments
     * @return array{int, int} start and end, 0 where it has none
     */
    private static function access(array $enrolments): array {
        $enrolments = array_values($enrolments);
        $starts = array_map(static fn(\stdClass $one): int => (int) ($one->timestart ?: $one->timecreated), $enrolments);
        $ends = array_map(static fn(\stdClass $one): int => (int) $one->timeend, $enrolments);
        $limits = array_filter([(int) $enrolments[0]->enddate, in_array(0, $ends, true) ? 0 : max($ends)]);
        return [max((int) $enrolments[0]->startdate, min($starts)), $limits === [] ? 0 : min($limits)];
    }

    /**
     * A row of the table of what was sent.
     *
     * @param \stdClass $mark
     * @param string $signal
     * @param int $anchor
     * @param int $time when it was sent; 0 where that is not known, so that it is only marked
     * @return array
     */
    private function row(\stdClass $mark, string $signal, int $anchor, int $time): array {
        return [
            'courseid' => (int) $mark->courseid,
            'userid' => (int) $mark->userid,
            'signalname' => $signal,
            'anchor' => $anchor,
            'state' => $time > 0 ? 'sent' : 'marked',
            'reason' => null,
            'timeclaimed' => $time ?: $this->now,
            'timesent' => $time ?: $this->now,
        ];
    }

    /**
     * What makes a row unique.
     *
     * @param array $row
     * @return string
     */
    private static function key(array $row): string {
        return "{$row['courseid']}:{$row['userid']}:{$row['signalname']}:{$row['anchor']}";
    }
}
