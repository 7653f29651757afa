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

namespace local_dolibarr\local\times;

use local_dolibarr\local\rules\times;

/**
 * Learning times by the activities of a course whose completion is tracked, each worth what was entered for it.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class activities implements source {
    /** @var \stdClass[] Activities of the course. */
    private readonly array $activities;

    /** @var \stdClass[] What completes the course. */
    private readonly array $criteria;

    /**
     * The activities of a course.
     *
     * @param int $courseid
     */
    public function __construct(
        /** @var int Which. */
        private readonly int $courseid,
    ) {
        global $DB;
        $this->activities = $DB->get_records_sql(
            "SELECT c.id, c.visible, t.minutes
               FROM {course_modules} c
          LEFT JOIN {local_dolibarr_credit} t ON t.cmid = c.id
              WHERE c.course = :courseid AND c.completion > 0 AND c.deletioninprogress = 0
           ORDER BY c.id",
            ['courseid' => $courseid],
        );
        $this->criteria = $DB->get_records('course_completion_criteria', ['course' => $courseid], 'id', 'id, moduleinstance');
    }

    #[\Override]
    public function items(array $userids): array {
        $done = $this->done($userids);
        $met = $this->met($userids);
        $named = array_column($this->criteria, 'id', 'moduleinstance');
        $others = array_filter($this->criteria, static fn(\stdClass $one): bool => (int) $one->moduleinstance === 0);
        $items = array_fill_keys($userids, []);
        foreach ($userids as $userid) {
            foreach ($this->activities as $activity) {
                $kind = times::kind_of(isset($named[$activity->id]), $this->criteria !== []);
                $time = $done[$userid][$activity->id] ?? null;
                $items[$userid][] = self::item($kind, (int) $activity->minutes, !$activity->visible, $time);
            }
            foreach ($others as $criterion) {
                $items[$userid][] = self::item(times::kind_of(true, true), 0, false, $met[$userid][$criterion->id] ?? null);
            }
        }
        return $items;
    }

    /**
     * When people completed activities.
     *
     * @param int[] $userids
     * @return array times by person and activity
     */
    private function done(array $userids): array {
        return $this->times(
            "SELECT s.id, s.userid, s.coursemoduleid AS what, s.timemodified AS moment
               FROM {course_modules_completion} s
               JOIN {course_modules} c ON c.id = s.coursemoduleid
              WHERE c.course = :courseid AND s.completionstate IN (1, 2) AND s.userid",
            $userids,
        );
    }

    /**
     * When people met what completes the course and is no activity.
     *
     * @param int[] $userids
     * @return array times by person and criterion
     */
    private function met(array $userids): array {
        return $this->criteria === [] ? [] : $this->times(
            "SELECT m.id, m.userid, m.criteriaid AS what, m.timecompleted AS moment
               FROM {course_completion_crit_compl} m
              WHERE m.course = :courseid AND m.timecompleted IS NOT NULL AND m.userid",
            $userids,
        );
    }

    /**
     * Times by person and by what they are of.
     *
     * @param string $select up to the people
     * @param int[] $userids
     * @return array
     */
    private function times(string $select, array $userids): array {
        global $DB;
        [$in, $params] = $DB->get_in_or_equal($userids, SQL_PARAMS_NAMED);
        $rows = $DB->get_recordset_sql("$select $in", $params + ['courseid' => $this->courseid]);
        $times = [];
        foreach ($rows as $row) {
            $times[$row->userid][$row->what] = (int) $row->moment;
        }
        $rows->close();
        return $times;
    }

    /**
     * An activity or a criterion for a person, as the rules take it.
     *
     * @param int $kind
     * @param int $minutes
     * @param bool $ishidden
     * @param int|null $time when it was done
     * @return array
     */
    private static function item(int $kind, int $minutes, bool $ishidden, ?int $time): array {
        return [
            'optional' => $kind,
            'credit' => $minutes,
            'hidden' => $ishidden,
            'theirs' => true,
            'edit' => 0,
            'policy' => 0,
            'ticked' => $time !== null,
            'marked' => false,
            'declared' => 0,
            'time' => (int) $time,
        ];
    }
}
