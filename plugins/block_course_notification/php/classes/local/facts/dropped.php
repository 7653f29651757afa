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
use block_course_notification\local\send\ledger;

/**
 * Enrolments that were dropped: one that comes back with the same dates goes on with the same access. Where an enrolment has no
 * date of its own, access counts from the moment it was made, which is another one afterwards.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class dropped {
    /** @var string The table. */
    public const TABLE = 'block_course_notification_dropped';

    /**
     * Remembers an enrolment of somebody who was told something.
     *
     * @param \stdClass $enrolment row of user_enrolments, with `courseid`
     * @param int $now
     */
    public static function remember(\stdClass $enrolment, int $now): void {
        global $DB;
        $pair = ['courseid' => (int) $enrolment->courseid, 'userid' => (int) $enrolment->userid];
        if (!$DB->record_exists(ledger::TABLE, $pair)) {
            return;
        }
        $key = $pair + ['timestart' => (int) $enrolment->timestart, 'timeend' => (int) $enrolment->timeend];
        $before = $DB->get_record(self::TABLE, $key);
        $row = (object) ($key + ['timecreated' => self::created_first($enrolment, $before ?: null), 'timedropped' => $now]);
        if ($before) {
            $row->id = $before->id;
            $DB->update_record(self::TABLE, $row);
        } else {
            $DB->insert_record(self::TABLE, $row, false);
        }
    }

    /**
     * When the access began that an enrolment went on with.
     *
     * @param \stdClass $enrolment
     * @param \stdClass|null $before
     * @return int
     */
    private static function created_first(\stdClass $enrolment, ?\stdClass $before): int {
        return access::created_first((int) $enrolment->timecreated, ($before->timecreated ?? null) === null ? null : [
            'timecreated' => (int) $before->timecreated,
            'timedropped' => (int) $before->timedropped,
        ]);
    }

    /**
     * Forgets enrolments that no other goes on with any more.
     *
     * @param int $now
     */
    public static function forget_old(int $now): void {
        global $DB;
        $where = 'timedropped < :before AND NOT EXISTS (
                      SELECT 1
                        FROM {user_enrolments} ue
                        JOIN {enrol} e ON e.id = ue.enrolid
                       WHERE ue.userid = {' . self::TABLE . '}.userid AND e.courseid = {' . self::TABLE . '}.courseid
                             AND ue.timestart = {' . self::TABLE . '}.timestart AND ue.timeend = {' . self::TABLE . '}.timeend
                             AND ue.timecreated <= {' . self::TABLE . '}.timedropped + :same)';
        $DB->delete_records_select(self::TABLE, $where, ['before' => $now - access::SAME_ACCESS, 'same' => access::SAME_ACCESS]);
    }
}
