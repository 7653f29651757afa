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
    }

    #[\Override]
    public function items(array $userids): array {
        global $DB;
        [$in, $params] = $DB->get_in_or_equal($userids, SQL_PARAMS_NAMED);
        $rows = $DB->get_recordset_sql(
            "SELECT s.userid, s.coursemoduleid, s.timemodified
               FROM {course_modules_completion} s
               JOIN {course_modules} c ON c.id = s.coursemoduleid
              WHERE c.course = :courseid AND s.completionstate IN (1, 2) AND s.userid $in",
            $params + ['courseid' => $this->courseid],
        );
        $done = [];
        foreach ($rows as $row) {
            $done[$row->userid][$row->coursemoduleid] = (int) $row->timemodified;
        }
        $rows->close();
        $items = array_fill_keys($userids, []);
        foreach ($userids as $userid) {
            foreach ($this->activities as $activity) {
                $items[$userid][] = self::item($activity, $done[$userid][$activity->id] ?? null);
            }
        }
        return $items;
    }

    /**
     * An activity for a person, as the rules take it.
     *
     * @param \stdClass $activity
     * @param int|null $time when it was completed
     * @return array
     */
    private static function item(\stdClass $activity, ?int $time): array {
        return [
            'optional' => 0,
            'credit' => (int) $activity->minutes,
            'hidden' => !$activity->visible,
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
