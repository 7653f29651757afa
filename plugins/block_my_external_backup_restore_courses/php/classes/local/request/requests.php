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

namespace block_my_external_backup_restore_courses\local\request;

use block_my_external_backup_restore_courses\event\course_requested;
use block_my_external_backup_restore_courses\local\row_change;
use block_my_external_backup_restore_courses\local\rules\journey;

/**
 * The requests, as they are kept. Whether somebody may do a thing is asked before, by those who call.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class requests {
    /** @var string Where they are kept. */
    public const TABLE = 'block_my_external_backup_restore_courses_request';

    /** @var string The states in which nothing more happens by itself. */
    public const ENDED = "'done', 'failed', 'cancelled'";

    /**
     * Keeps a wish, and begins with it where it may begin now. The same wish that is under way already is not kept twice.
     *
     * @param request_wish $wish
     * @return int id of the request
     */
    public static function add(request_wish $wish): int {
        global $DB;
        $id = self::under_way($wish);
        if ($id !== 0) {
            return $id;
        }
        $now = \core\di::get(\core\clock::class)->time();
        $request = (array) $wish;
        unset($request['notbefore']);
        $request['fullname'] = \core_text::substr($wish->fullname, 0, 255);
        $request['shortname'] = \core_text::substr($wish->shortname, 0, 255);
        $request['withusers'] = (int) $wish->withusers;
        $id = (int) $DB->insert_record(self::TABLE, $request + [
            'state' => 'scheduled',
            'timenext' => max($now, $wish->notbefore),
            'timecreated' => $now,
            'timechanged' => $now,
            'story' => json_encode([['scheduled', $now]]),
        ]);
        course_requested::create([
            'context' => \core\context\system::instance(),
            'objectid' => $id,
            'relateduserid' => $wish->userid,
            'other' => ['remotecourse' => $wish->remotecourse],
        ])->trigger();
        handing::hand_now();
        return $id;
    }

    /**
     * One of them.
     *
     * @param int $id
     * @return \stdClass|null
     */
    public static function find(int $id): ?\stdClass {
        global $DB;
        return $DB->get_record(self::TABLE, ['id' => $id]) ?: null;
    }

    /**
     * Those of a person, newest first.
     *
     * @param int $userid
     * @param int $most
     * @return \stdClass[] by id
     */
    public static function mine(int $userid, int $most = 100): array {
        global $DB;
        return $DB->get_records(self::TABLE, ['userid' => $userid], 'timecreated DESC, id DESC', '*', 0, $most);
    }

    /**
     * How many of a person have not ended.
     *
     * @param int $userid
     * @return int
     */
    public static function count_under_way(int $userid): int {
        global $DB;
        $select = 'userid = :userid AND state NOT IN (' . self::ENDED . ')';
        return $DB->count_records_select(self::TABLE, $select, ['userid' => $userid]);
    }

    /**
     * Stops one. What has been made is cleared in the background.
     *
     * @param int $id
     * @return bool whether there was something to stop
     */
    public static function cancel(int $id): bool {
        return self::change($id, 'cancel', [
            'state' => 'cancelled',
            'timeended' => self::now(),
            'worker' => null,
            'reason' => null,
            'detail' => null,
        ]);
    }

    /**
     * Begins one anew.
     *
     * @param int $id
     * @param bool $withoutusers where user data were the trouble
     * @return bool whether it could be
     */
    public static function retry(int $id, bool $withoutusers = false): bool {
        return self::change($id, 'retry', [
            'state' => 'scheduled',
            'tries' => 0,
            'timenext' => self::now(),
            'timeended' => null,
            'worker' => null,
            'wish' => null,
            'reason' => null,
            'detail' => null,
            'warnings' => null,
            'share' => 0,
            'bytesdone' => 0,
        ] + ($withoutusers ? ['withusers' => 0] : []));
    }

    /**
     * Forgets one that has ended. A course that it brought stays.
     *
     * @param int $id
     * @return bool whether it could be
     */
    public static function delete(int $id): bool {
        global $DB;
        $request = self::find($id);
        if ($request === null || !journey::may_wish($request->state, 'delete')) {
            return false;
        }
        clearing::clear_here($request);
        return $DB->delete_records(self::TABLE, ['id' => $id]);
    }

    /**
     * Grants a wish about a request, unless somebody was faster.
     *
     * @param int $id
     * @param string $wish
     * @param array $values
     * @return bool
     */
    private static function change(int $id, string $wish, array $values): bool {
        $request = self::find($id);
        if ($request === null || !journey::may_wish($request->state, $wish)) {
            return false;
        }
        $values += ['timechanged' => self::now(), 'story' => story::with($request, $values['state'], self::now())];
        row_change::attempt(self::TABLE, $id, $values, 'state', $request->state);
        $granted = self::find($id)?->state === $values['state'];
        // From here on it may be further already.
        handing::hand_now();
        return $granted;
    }

    /**
     * The request with which the same is under way, if any.
     *
     * @param request_wish $wish
     * @return int its id, or 0
     */
    private static function under_way(request_wish $wish): int {
        global $DB;
        return (int) $DB->get_field_select(
            self::TABLE,
            'MAX(id)',
            'userid = :userid AND remotecourse = :remotecourse AND remote = :remote AND targetcourse = :targetcourse
                AND state NOT IN (' . self::ENDED . ')',
            [
                'userid' => $wish->userid,
                'remotecourse' => $wish->remotecourse,
                'remote' => $wish->remote,
                'targetcourse' => $wish->targetcourse,
            ],
        );
    }

    /**
     * What time it is.
     *
     * @return int
     */
    private static function now(): int {
        return \core\di::get(\core\clock::class)->time();
    }
}
