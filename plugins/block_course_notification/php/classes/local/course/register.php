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
use core\clock;
use core\di;

/**
 * Corrects by hand what is remembered of learners.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class register {
    /** @var int How many rows one statement deletes. */
    private const AT_ONCE = 1000;

    /**
     * Forgets what was sent, so that what is still due is sent again.
     *
     * @param int $courseid
     * @param int $userid 0 is everyone in the course
     * @param string $signal '' is all of them
     * @param people|null $among only these people; null is no limit
     * @return int how many messages were forgotten
     */
    public static function reset(int $courseid, int $userid = 0, string $signal = '', ?people $among = null): int {
        global $DB;
        [$where, $params] = self::rows($courseid, $userid, $signal, $among);
        $rows = $DB->get_records_select(ledger::TABLE, $where, $params, '', 'id, userid, signalname');
        foreach (array_chunk(array_keys($rows), self::AT_ONCE) as $ids) {
            $DB->delete_records_list(ledger::TABLE, 'id', $ids);
        }
        foreach ($rows as $row) {
            notification_reset::create(self::data($courseid, (int) $row->userid, $row->signalname))->trigger();
        }
        self::plan($courseid, $userid);
        return count($rows);
    }

    /**
     * How many messages reset() would forget.
     *
     * @param int $courseid
     * @param int $userid 0 is everyone in the course
     * @param string $signal '' is all of them
     * @param people|null $among only these people; null is no limit
     * @return int
     */
    public static function count_sent(int $courseid, int $userid = 0, string $signal = '', ?people $among = null): int {
        global $DB;
        [$where, $params] = self::rows($courseid, $userid, $signal, $among);
        return $DB->count_records_select(ledger::TABLE, $where, $params);
    }

    /**
     * Remembers what is due now as sent, without a message.
     *
     * @param int $courseid
     * @param int $userid 0 is everyone in the course
     * @param string $signal '' is all of them
     * @param people|null $among only these people; null is no limit
     * @return int how many messages were marked
     */
    public static function mark(int $courseid, int $userid = 0, string $signal = '', ?people $among = null): int {
        $now = di::get(clock::class)->time();
        $facts = new learner_facts();
        $concerns = self::concerned($among);
        $count = 0;
        $scopes = $userid === 0 ? courses::parts(planner::AT_ONCE, [$courseid]) : [scope::pairs([[$courseid, $userid]])];
        foreach ($scopes as $scope) {
            foreach ($facts->read($scope) as $learner) {
                if (!$concerns($learner->userid)) {
                    continue;
                }
                foreach ($learner->verdicts($now) as $verdict) {
                    $iswanted = $signal === '' || $verdict['signal'] === $signal;
                    if (!$iswanted || !in_array($verdict['reason'], quiet_start::DUE, true)) {
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
     * How many messages are planned for now: about as many as mark() would mark.
     *
     * @param int $courseid
     * @param int $userid 0 is everyone in the course
     * @param string $signal '' is all of them
     * @param people|null $among only these people; null is no limit
     * @return int
     */
    public static function count_due(int $courseid, int $userid = 0, string $signal = '', ?people $among = null): int {
        global $DB;
        [$where, $params] = self::rows($courseid, $userid, $signal, $among);
        $params['now'] = di::get(clock::class)->time();
        return $DB->count_records_select('block_course_notification_due', $where . ' AND timedue <= :now', $params);
    }

    /**
     * The rows of a table that an act concerns.
     *
     * @param int $courseid
     * @param int $userid
     * @param string $signal
     * @param people|null $among
     * @return array{string, array} condition and parameters
     */
    private static function rows(int $courseid, int $userid, string $signal, ?people $among): array {
        $params = array_filter(['courseid' => $courseid, 'userid' => $userid, 'signalname' => $signal]);
        $where = array_map(static fn(string $column): string => "$column = :$column", array_keys($params));
        if ($among !== null) {
            [$sql, $more] = $among->sql();
            $where[] = "userid IN ($sql)";
            $params += $more;
        }
        return [implode(' AND ', $where), $params];
    }

    /**
     * Tells whether an act concerns a person.
     *
     * @param people|null $among
     * @return \Closure(int): bool
     */
    private static function concerned(?people $among): \Closure {
        global $DB;
        if ($among === null || $among->are_all()) {
            return static fn(int $userid): bool => true;
        }
        $ids = array_flip($DB->get_fieldset_sql(...$among->sql()));
        return static fn(int $userid): bool => isset($ids[$userid]);
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
