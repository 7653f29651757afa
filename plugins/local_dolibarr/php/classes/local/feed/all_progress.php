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

namespace local_dolibarr\local\feed;

use local_dolibarr\local\outbox\destination;
use local_dolibarr\local\outbox\message;
use local_dolibarr\local\outbox\outbox;

/**
 * How far all learners of a course are, held against what a destination was last told: whoever resets a course, or makes an
 * activity count that did not, tells nobody.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class all_progress {
    /** @var int How many people are looked at in one go. */
    private const MANY = 1000;

    /** @var \stdClass[] Activities that count, by their id in the course. */
    private readonly array $activities;

    /**
     * The progress in a course.
     *
     * @param int $courseid
     */
    private function __construct(
        /** @var int Which. */
        private readonly int $courseid,
    ) {
        global $DB;
        $this->activities = $DB->get_records_sql(
            "SELECT c.id, m.name
               FROM {course_modules} c
               JOIN {modules} m ON m.id = c.module
              WHERE c.course = :courseid AND c.completion > 0 AND c.visible = 1 AND c.deletioninprogress = 0",
            ['courseid' => $courseid],
        );
    }

    /**
     * Tells a destination what it does not know.
     *
     * @param destination $destination
     * @return int how many messages it made
     */
    public static function tell(destination $destination): int {
        global $DB;
        if (!in_array('progress', $destination->kinds, true)) {
            return 0;
        }
        $count = 0;
        foreach ($DB->get_fieldset_sql('SELECT DISTINCT course FROM {course_modules} WHERE completion > 0') as $courseid) {
            $progress = new self((int) $courseid);
            foreach (array_chunk($progress->learners(), self::MANY) as $userids) {
                $count += outbox::put_for($destination->name, ...$progress->missed($destination, $userids));
            }
        }
        return $count;
    }

    /**
     * Who learns in the course.
     *
     * @return int[]
     */
    private function learners(): array {
        $context = \core\context\course::instance($this->courseid, IGNORE_MISSING);
        $learns = 'moodle/course:isincompletionreports';
        return $context ? array_keys(get_enrolled_users($context, $learns, 0, 'u.id', null, 0, 0, true)) : [];
    }

    /**
     * What a destination does not know of some people.
     *
     * @param destination $destination
     * @param int[] $userids
     * @return message[]
     */
    private function missed(destination $destination, array $userids): array {
        $said = $this->said($destination, $userids);
        $states = $this->states($userids);
        $messages = [];
        foreach ($userids as $userid) {
            $truth = $this->truth($userid, $states[$userid] ?? [], $said[$userid] ?? null);
            $known = isset($said[$userid]) ? json_decode($said[$userid]->data, true) : null;
            $isnews = $known === null
                ? outbox::concerns($truth, $destination)
                : [$known['done'], $known['total']] !== [$truth->data['done'], $truth->data['total']];
            if ($isnews) {
                $messages[] = $truth;
            }
        }
        return $messages;
    }

    /**
     * How far somebody is. It is told of the activity that was told of last, and otherwise of the one that was done last.
     *
     * @param int $userid
     * @param \stdClass[] $states by activity
     * @param \stdClass|null $said
     * @return message
     */
    private function truth(int $userid, array $states, ?\stdClass $said): message {
        $done = array_filter($states, static fn(\stdClass $state): bool => in_array((int) $state->completionstate, [1, 2], true));
        $times = array_map(static fn(\stdClass $state): int => (int) $state->timemodified, $done);
        $cmid = $said === null ? (int) array_search(max($times ?: [0]), $times, true) : (int) $said->itemid;
        $name = $this->activities[$cmid]->name ?? '';
        $progress = new progress($userid, $this->courseid, $cmid, $name, count($done), count($this->activities));
        return states::progress($progress, (int) ($states[$cmid]->completionstate ?? 0), max($times ?: [0]));
    }

    /**
     * What people have done of what counts.
     *
     * @param int[] $userids
     * @return array rows by person and activity
     */
    private function states(array $userids): array {
        global $DB;
        [$in, $params] = $DB->get_in_or_equal($userids, SQL_PARAMS_NAMED);
        $rows = $DB->get_recordset_sql(
            "SELECT s.userid, s.coursemoduleid, s.completionstate, s.timemodified
               FROM {course_modules_completion} s
               JOIN {course_modules} c ON c.id = s.coursemoduleid
              WHERE c.course = :courseid AND s.userid $in",
            $params + ['courseid' => $this->courseid],
        );
        $states = [];
        foreach ($rows as $row) {
            if (isset($this->activities[$row->coursemoduleid])) {
                $states[$row->userid][$row->coursemoduleid] = $row;
            }
        }
        $rows->close();
        return $states;
    }

    /**
     * What a destination was last told of people.
     *
     * @param destination $destination
     * @param int[] $userids
     * @return \stdClass[] rows by person
     */
    private function said(destination $destination, array $userids): array {
        global $DB;
        [$in, $params] = $DB->get_in_or_equal($userids, SQL_PARAMS_NAMED);
        $newest = "SELECT MAX(n.id)
                     FROM {local_dolibarr_message} n
                    WHERE n.kind = 'progress' AND n.destination = :destination AND n.courseid = :courseid AND n.userid $in
                 GROUP BY n.userid";
        $params += ['destination' => $destination->name, 'courseid' => $this->courseid];
        return $DB->get_records_sql("SELECT userid, itemid, data FROM {local_dolibarr_message} WHERE id IN ($newest)", $params);
    }
}
