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

namespace block_course_notification\local\course;

use block_course_notification\event\notification_marked;
use block_course_notification\event\notification_reset;
use block_course_notification\local\facts\courses;
use block_course_notification\local\facts\learner_facts;
use block_course_notification\local\facts\scope;
use block_course_notification\local\plan\pending;
use block_course_notification\local\plan\planner;
use block_course_notification\local\send\ledger;

/**
 * Corrects by hand what is remembered of learners.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class register {
    /**
     * Forgets what was sent, so that what is still due is sent again.
     *
     * @param int $courseid
     * @param int $userid 0 is everyone in the course
     * @param string $signal '' is all of them
     * @return int how many messages were forgotten
     */
    public static function reset(int $courseid, int $userid = 0, string $signal = ''): int {
        global $DB;
        $conditions = ['courseid' => $courseid]
            + ($userid === 0 ? [] : ['userid' => $userid])
            + ($signal === '' ? [] : ['signalname' => $signal]);
        $rows = $DB->get_records(ledger::TABLE, $conditions, '', 'id, userid, signalname');
        $DB->delete_records(ledger::TABLE, $conditions);
        foreach ($rows as $row) {
            notification_reset::create(self::data($courseid, (int) $row->userid, $row->signalname))->trigger();
        }
        self::plan($courseid, $userid);
        return count($rows);
    }

    /**
     * Remembers what is due now as sent, without a message.
     *
     * @param int $courseid
     * @param int $userid 0 is everyone in the course
     * @param string $signal '' is all of them
     * @return int how many messages were marked
     */
    public static function mark(int $courseid, int $userid = 0, string $signal = ''): int {
        $now = \core\di::get(\core\clock::class)->time();
        $facts = new learner_facts();
        $count = 0;
        $scopes = $userid === 0 ? courses::parts(planner::AT_ONCE, [$courseid]) : [scope::pairs([[$courseid, $userid]])];
        foreach ($scopes as $scope) {
            foreach ($facts->read($scope) as $learner) {
                foreach ($learner->verdicts($now) as $verdict) {
                    if ($verdict['trap'] !== '' || ($signal !== '' && $verdict['signal'] !== $signal)) {
                        continue;
                    }
                    if (ledger::claim($learner, $verdict['signal'], $verdict['anchor'], $now, ledger::MARKED) !== null) {
                        notification_marked::create(self::data($courseid, $learner->userid, $verdict['signal']))->trigger();
                        $count++;
                    }
                }
            }
        }
        self::plan($courseid, $userid);
        return $count;
    }

    /**
     * Plans on.
     *
     * @param int $courseid
     * @param int $userid
     */
    private static function plan(int $courseid, int $userid): void {
        $userid === 0 ? pending::course($courseid) : pending::pair($courseid, $userid);
        pending::flush();
    }

    /**
     * What the events share.
     *
     * @param int $courseid
     * @param int $userid
     * @param string $signal
     * @return array
     */
    private static function data(int $courseid, int $userid, string $signal): array {
        return [
            'context' => \core\context\course::instance($courseid),
            'relateduserid' => $userid,
            'other' => ['signal' => $signal],
        ];
    }
}
