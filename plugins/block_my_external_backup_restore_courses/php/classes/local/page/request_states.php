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

namespace block_my_external_backup_restore_courses\local\page;

use block_my_external_backup_restore_courses\local\config;
use block_my_external_backup_restore_courses\local\remote\remote;
use block_my_external_backup_restore_courses\local\request\requests;
use block_my_external_backup_restore_courses\local\request\wording;
use block_my_external_backup_restore_courses\local\rules\choices;
use block_my_external_backup_restore_courses\local\rules\journey;
use block_my_external_backup_restore_courses\local\rules\reasons;
use core\context\system;

/**
 * How far requests are, as a person may see them: the same on the block, on the page and in what they ask for while work runs.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class request_states {
    /** @var int So long a request that has ended is still shown, in seconds. */
    private const SHOWN = 14 * DAYSECS;

    /**
     * The requests of a person: what runs, and what has ended lately.
     *
     * @param int $userid
     * @param int $most
     * @return array[]
     */
    public static function mine(int $userid, int $most): array {
        $since = \core\di::get(\core\clock::class)->time() - self::SHOWN;
        return self::select(
            'r.userid = :userid AND (r.timeended IS NULL OR r.timeended > :since)',
            ['userid' => $userid, 'since' => $since],
            $userid,
            $most,
        );
    }

    /**
     * What has become here of courses of another Moodle: one's own last request, or what somebody else restored or is restoring.
     *
     * @param remote $remote
     * @param int[] $courseids their ids there
     * @param int $userid
     * @return array[] by id of the course there
     */
    public static function of_courses(remote $remote, array $courseids, int $userid): array {
        global $DB;
        if ($courseids === []) {
            return [];
        }
        [$in, $params] = $DB->get_in_or_equal($courseids, SQL_PARAMS_NAMED);
        $found = [];
        $where = "r.remote = :remote AND r.remotecourse $in";
        foreach (self::select($where, $params + ['remote' => $remote->url], $userid) as $state) {
            $before = $found[$state['remotecourse']] ?? null;
            if ($before === null || self::weight($state) > self::weight($before)) {
                $found[$state['remotecourse']] = $state;
            }
        }
        return array_filter($found, static fn(array $state): bool => $state['mine'] || $state['taken']);
    }

    /**
     * Whether somebody has restored a course, or is restoring it.
     *
     * @param string $remote
     * @param int $remotecourse
     * @return bool
     */
    public static function is_taken(string $remote, int $remotecourse): bool {
        $where = 'r.remote = :remote AND r.remotecourse = :remotecourse';
        $states = self::select($where, ['remote' => $remote, 'remotecourse' => $remotecourse], 0);
        return in_array(true, array_column($states, 'taken'), true);
    }

    /**
     * One request.
     *
     * @param int $id
     * @param int $userid who looks at it
     * @return array|null
     */
    public static function one(int $id, int $userid): ?array {
        return self::select('r.id = :id', ['id' => $id], $userid)[0] ?? null;
    }

    /**
     * Requests, those that run before the others and newest first, with all that is said of them in one query.
     *
     * @param string $where
     * @param array $params
     * @param int $userid who looks at them
     * @param int $most 0 for all
     * @return array[]
     */
    private static function select(string $where, array $params, int $userid, int $most = 0): array {
        global $DB;
        $names = \core_user\fields::for_name()->get_sql('u', false, 'requester', '', false)->selects;
        $rows = $DB->get_records_sql(
            "SELECT r.*, c.id AS presentcourse, mine.courseid AS owncourse, $names
               FROM {" . requests::TABLE . "} r
          LEFT JOIN {user} u ON u.id = r.requestedby
          LEFT JOIN {course} c ON c.id = r.courseid
          LEFT JOIN (SELECT DISTINCT e.courseid
                       FROM {enrol} e
                       JOIN {user_enrolments} ue ON ue.enrolid = e.id
                      WHERE ue.userid = :viewer) mine ON mine.courseid = r.courseid
              WHERE $where
           ORDER BY CASE WHEN r.timeended IS NULL THEN 0 ELSE 1 END, r.timecreated DESC, r.id DESC",
            $params + ['viewer' => $userid],
            0,
            $most,
        );
        return array_map(static fn(\stdClass $row): array => self::state($row, $userid), array_values($rows));
    }

    /**
     * What is said of a request.
     *
     * @param \stdClass $row
     * @param int $userid who looks at it
     * @return array
     */
    private static function state(\stdClass $row, int $userid): array {
        $mine = (int) $row->userid === $userid || (int) $row->requestedby === $userid;
        $active = !journey::is_ended($row->state);
        $present = $row->state === 'done' && $row->presentcourse !== null;
        $enrolled = $row->owncourse !== null;
        $reason = $mine && $row->reason !== null ? wording::reason($row->reason, $row->detail) : '';
        return [
            'request' => (int) $row->id,
            'remote' => $row->remote,
            'remotecourse' => (int) $row->remotecourse,
            'fullname' => format_string($row->fullname, true, ['context' => system::instance(), 'escape' => false]),
            'origin' => (new remote($row->remote, ''))->name(),
            'mine' => $mine,
            'taken' => $active || $present,
            'state' => $row->state,
            'name' => get_string("state:$row->state", 'block_my_external_backup_restore_courses'),
            'active' => $active,
            'done' => $row->state === 'done',
            'failed' => $row->state === 'failed',
            'percent' => journey::progress_of($row->state, (int) $row->share),
            'bytes' => $row->state === 'transferring' ? self::bytes($row) : '',
            'reason' => $reason,
            'waits' => $active && $reason !== '',
            'warnings' => $mine && $row->state === 'done' ? wording::warnings($row) : [],
            'who' => self::who($row, $userid),
            'when' => userdate((int) ($row->timeended ?? $row->timecreated), get_string('strftimedatetimeshort', 'langconfig')),
            'courseurl' => $present && ($enrolled || $mine) ? self::course_url((int) $row->courseid) : '',
            'gone' => $row->state === 'done' && !$present,
            'maycancel' => $mine && journey::may_wish($row->state, 'cancel'),
            'mayretry' => $mine && journey::may_wish($row->state, 'retry'),
            'maydropusers' => $mine && $row->state === 'failed'
                && reasons::offers_without_users($row->reason ?? 'internal', (bool) $row->withusers),
            'mayenrol' => !$mine && choices::may_enrol(config::enrollbutton(), $present, $enrolled),
        ];
    }

    /**
     * Where a course is.
     *
     * @param int $courseid
     * @return string
     */
    private static function course_url(int $courseid): string {
        return (new \moodle_url('/course/view.php', ['id' => $courseid]))->out(false);
    }

    /**
     * How much of a course has come.
     *
     * @param \stdClass $row
     * @return string
     */
    private static function bytes(\stdClass $row): string {
        return (int) $row->bytes === 0 ? '' : get_string('page:bytes', 'block_my_external_backup_restore_courses', [
            'done' => display_size((int) $row->bytesdone),
            'all' => display_size((int) $row->bytes),
        ]);
    }

    /**
     * Who asked for it, if it was somebody else.
     *
     * @param \stdClass $row
     * @param int $userid
     * @return string
     */
    private static function who(\stdClass $row, int $userid): string {
        if ((int) $row->requestedby === $userid) {
            return '';
        }
        $requester = (object) [];
        foreach (\core_user\fields::get_name_fields() as $field) {
            $requester->$field = $row->{"requester$field"} ?? '';
        }
        return fullname($requester);
    }

    /**
     * What counts more where a course was asked for several times.
     *
     * @param array $state
     * @return int
     */
    private static function weight(array $state): int {
        return ($state['mine'] && $state['active'] ? 4 : 0) + ($state['taken'] ? 2 : 0) + ($state['mine'] ? 1 : 0);
    }
}
