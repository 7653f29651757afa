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

namespace block_course_notification\local\facts;

use block_course_notification\local\rules\access;
use block_course_notification\local\rules\signals;
use block_course_notification\local\send\ledger;

/**
 * All that the rules need to know about learners, read in sets: the number of queries does not depend on how many there are.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class learner_facts {
    /** @var courses Reads courses. */
    private readonly courses $courses;

    /** @var exclusions Knows who is not to be notified. */
    private readonly exclusions $exclusions;

    /** @var opt_outs Knows who wants no messages. */
    private readonly opt_outs $optouts;

    /** @var string[] The enrolment plugins that are switched on. */
    private readonly array $plugins;

    /**
     * Reads what is the same for all.
     */
    public function __construct() {
        $this->courses = new courses();
        $this->exclusions = new exclusions();
        $this->optouts = new opt_outs();
        $this->plugins = array_keys(enrol_get_plugins(true));
    }

    /**
     * The learners within a scope. Whoever is not enrolled, or not in a course with the block, is not among them.
     *
     * @param scope $scope
     * @return learner[] by `courseid:userid`
     */
    public function read(scope $scope): array {
        $courses = $this->courses->load($scope->courseids);
        if ($courses === []) {
            return [];
        }
        $found = $this->enrolments($scope, $courses);
        $userids = array_values(array_unique(array_column($found, 'userid')));
        $sent = $this->sent($scope);
        $preferences = opt_outs::preferences($userids);
        $isexcluded = $this->exclusions->among($courses, array_map(
            static fn(\stdClass $one): array => [$one->courseid, $one->userid],
            array_values($found)
        ));
        $rules = array_map(static fn(\stdClass $course): array => course_settings::for_rules($course->settings), $courses);
        $learners = [];
        foreach ($found as $key => $one) {
            $course = $courses[$one->courseid];
            $access = access::access_of((int) $course->startdate, (int) $course->enddate, $one->enrolments);
            $learners[$key] = new learner($course, $one->userid, $one->email, [
                'active' => $one->usable && $one->enrolments !== [],
                'hidden' => $course->hidden,
                'excluded' => $isexcluded($one->courseid, $one->userid),
                'optedout' => $one->muted
                    ? signals::SIGNALS
                    : $this->optouts->of($preferences[$one->userid] ?? [], $one->emailstop),
                'start' => $access['start'],
                'end' => $access['end'],
                'lastaccess' => $one->lastaccess,
                'completed' => $one->completed,
                'sent' => $sent[$key] ?? [],
            ], $rules[$one->courseid]);
            unset($found[$key]);
        }
        return $learners;
    }

    /**
     * Who is enrolled, with the active enrolments only.
     *
     * @param scope $scope
     * @param \stdClass[] $courses
     * @return \stdClass[] by `courseid:userid`
     */
    private function enrolments(scope $scope, array $courses): array {
        [$where, $params] = $scope->sql('e.courseid', 'ue.userid');
        $records = $scope->rows(
            "SELECT ue.id, e.courseid, ue.userid, ue.status, e.status AS instancestatus, e.enrol,
                    ue.timestart, ue.timecreated, ue.timeend,
                    u.email, u.emailstop, u.deleted, u.suspended, u.confirmed, u.auth,
                    ul.timeaccess, cc.timecompleted, muted.id AS muted, gone.timecreated AS firstcreated, gone.timedropped
               FROM {user_enrolments} ue
               JOIN {enrol} e ON e.id = ue.enrolid
               JOIN {user} u ON u.id = ue.userid
          LEFT JOIN {user_lastaccess} ul ON ul.courseid = e.courseid AND ul.userid = ue.userid
          LEFT JOIN {course_completions} cc ON cc.course = e.courseid AND cc.userid = ue.userid
          LEFT JOIN {block_course_notification_muted} muted ON muted.courseid = e.courseid AND muted.userid = ue.userid
          LEFT JOIN {block_course_notification_dropped} gone
                    ON gone.courseid = e.courseid AND gone.userid = ue.userid
                       AND gone.timestart = ue.timestart AND gone.timeend = ue.timeend AND gone.timecreated IS NOT NULL
              WHERE $where",
            $params
        );
        $found = [];
        foreach ($records as $record) {
            if (isset($courses[$record->courseid]) && $scope->holds($record->courseid, $record->userid)) {
                $key = $record->courseid . ':' . $record->userid;
                $found[$key] ??= self::person($record);
                if ($this->is_active($record)) {
                    $found[$key]->enrolments[] = [
                        'timestart' => (int) $record->timestart,
                        'timecreated' => self::created_first($record),
                        'timeend' => (int) $record->timeend,
                    ];
                }
            }
        }
        return $found;
    }

    /**
     * What is the same in all rows of a person in a course.
     *
     * @param \stdClass $record
     * @return \stdClass
     */
    private static function person(\stdClass $record): \stdClass {
        return (object) [
            'courseid' => (int) $record->courseid,
            'userid' => (int) $record->userid,
            'email' => $record->email,
            'emailstop' => (bool) $record->emailstop,
            'usable' => !$record->deleted && !$record->suspended && $record->confirmed && $record->auth !== 'nologin',
            'muted' => $record->muted !== null,
            'lastaccess' => empty($record->timeaccess) ? null : (int) $record->timeaccess,
            'completed' => empty($record->timecompleted) ? null : (int) $record->timecompleted,
            'enrolments' => [],
        ];
    }

    /**
     * When the access began that an enrolment goes on with.
     *
     * @param \stdClass $record
     * @return int
     */
    private static function created_first(\stdClass $record): int {
        $dropped = $record->timedropped === null ? null : [
            'timecreated' => (int) $record->firstcreated,
            'timedropped' => (int) $record->timedropped,
        ];
        return access::created_first((int) $record->timecreated, $dropped);
    }

    /**
     * Whether an enrolment counts.
     *
     * @param \stdClass $record
     * @return bool
     */
    private function is_active(\stdClass $record): bool {
        return (int) $record->status === ENROL_USER_ACTIVE
            && (int) $record->instancestatus === ENROL_INSTANCE_ENABLED
            && in_array($record->enrol, $this->plugins, true);
    }

    /**
     * What people were told already.
     *
     * @param scope $scope
     * @return array<string, array<int, array{signal: string, anchor: int, time: int, mailed: bool}>> by `courseid:userid`
     */
    private function sent(scope $scope): array {
        [$where, $params] = $scope->sql('courseid', 'userid');
        $records = $scope->rows(
            'SELECT id, courseid, userid, signalname, anchor, state, timeclaimed, timesent
               FROM {' . ledger::TABLE . "}
              WHERE $where",
            $params
        );
        $sent = [];
        foreach ($records as $record) {
            $sent[$record->courseid . ':' . $record->userid][] = [
                'signal' => $record->signalname,
                'anchor' => (int) $record->anchor,
                'time' => (int) ($record->timesent ?? $record->timeclaimed),
                'mailed' => !in_array($record->state, [ledger::FAILED, ledger::MARKED], true),
            ];
        }
        return $sent;
    }
}
