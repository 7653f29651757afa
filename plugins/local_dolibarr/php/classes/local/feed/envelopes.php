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

use local_dolibarr\local\rules\envelope;

/**
 * The envelopes of some messages, with what is known of people, courses and sessions now. However many there are, it asks
 * three times.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class envelopes {
    /** @var \stdClass[] People by id. */
    private readonly array $people;

    /** @var \stdClass[] Courses by id. */
    private readonly array $courses;

    /** @var array Groups by course and person. */
    private readonly array $sessions;

    /**
     * Reads what is needed.
     *
     * @param \stdClass[] $rows messages
     */
    public function __construct(array $rows) {
        global $DB;
        [$people, $ofpeople] = $DB->get_in_or_equal(array_unique(array_column($rows, 'userid')), SQL_PARAMS_NAMED, 'person');
        [$courses, $ofcourses] = $DB->get_in_or_equal(array_unique(array_column($rows, 'courseid')), SQL_PARAMS_NAMED, 'course');
        $known = 'id, idnumber, username, email';
        $this->people = $DB->get_records_select('user', "id $people AND deleted = 0", $ofpeople, '', $known);
        $this->courses = $DB->get_records_select('course', "id $courses", $ofcourses, '', 'id, idnumber, shortname');
        $groups = $DB->get_recordset_sql(
            "SELECT m.id, m.userid, g.courseid, g.id AS groupid, g.idnumber, g.name
               FROM {groups} g
               JOIN {groups_members} m ON m.groupid = g.id
              WHERE g.courseid $courses AND m.userid $people
           ORDER BY g.id",
            $ofpeople + $ofcourses,
        );
        $sessions = [];
        foreach ($groups as $group) {
            $sessions[$group->courseid][$group->userid][] = self::session($group);
        }
        $groups->close();
        $this->sessions = $sessions;
    }

    /**
     * What is missing for a message; `none` where nothing is.
     *
     * @param \stdClass $row
     * @return string
     */
    public function missing(\stdClass $row): string {
        return envelope::missing_in($this->person($row), $this->course($row));
    }

    /**
     * The envelope of a message, of which nothing is missing.
     *
     * @param \stdClass $row
     * @return array as the rules take it
     */
    public function of(\stdClass $row): array {
        global $CFG;
        $groups = $this->sessions[$row->courseid][$row->userid] ?? [];
        // What is told of a session tells it of that one.
        $session = $row->kind === 'hours' ? (int) $row->itemid : 0;
        $own = array_values(array_filter($groups, static fn(array $group): bool => $group['groupid'] === $session));
        return [
            'caller' => 'moodle',
            'uid' => $row->uid,
            'type' => $row->kind,
            'sitetime' => (int) $row->timecreated,
            'site' => $CFG->wwwroot,
            'user' => $this->person($row),
            'course' => $this->course($row),
            'session' => envelope::session_among($own === [] ? $groups : $own),
            'data' => fields::flat(json_decode($row->data, true)),
        ];
    }

    /**
     * A person as the rules take them.
     *
     * @param \stdClass $row
     * @return array|null
     */
    private function person(\stdClass $row): ?array {
        $user = $this->people[$row->userid] ?? null;
        return $user === null ? null : [
            'id' => (int) $user->id,
            'idnumber' => trim($user->idnumber),
            'username' => $user->username,
            'email' => $user->email,
        ];
    }

    /**
     * A course as the rules take it.
     *
     * @param \stdClass $row
     * @return array|null
     */
    private function course(\stdClass $row): ?array {
        $course = $this->courses[$row->courseid] ?? null;
        return $course === null ? null : [
            'id' => (int) $course->id,
            'idnumber' => trim($course->idnumber),
            'shortname' => $course->shortname,
        ];
    }

    /**
     * A group as the rules take it.
     *
     * @param \stdClass $group
     * @return array
     */
    private static function session(\stdClass $group): array {
        return ['groupid' => (int) $group->groupid, 'idnumber' => trim($group->idnumber), 'name' => $group->name];
    }
}
