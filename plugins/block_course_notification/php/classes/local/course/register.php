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

use block_course_notification\event\notification_reset;
use block_course_notification\local\facts\courses;
use block_course_notification\local\facts\learner_facts;
use block_course_notification\local\facts\scope;
use block_course_notification\local\plan\pending;
use block_course_notification\local\plan\planner;
use block_course_notification\local\send\ledger;
use block_course_notification\local\send\record;
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
            notification_reset::create([
                'context' => \core\context\course::instance($courseid),
                'relateduserid' => $row->userid,
                'other' => ['signal' => $row->signalname],
            ])->trigger();
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
     * Remembers what is due now as sent, without a message; so too what failed and waits for another try.
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
        $count = self::mark_waiting($now, ...self::rows($courseid, $userid, $signal, $among));
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
                        record::marked($courseid, $learner->userid, $verdict['signal']);
                        $count++;
                    }
                }
            }
        }
        self::plan($courseid, $userid);
        return $count;
    }

    /**
     * Remembers mails as sent that wait for another try.
     *
     * @param int $now
     * @param string $where
     * @param array $params
     * @return int how many
     */
    private static function mark_waiting(int $now, string $where, array $params): int {
        $rows = ledger::mark_waiting($where, $params, $now);
        foreach ($rows as $row) {
            record::marked((int) $row->courseid, (int) $row->userid, $row->signalname);
        }
        return count($rows);
    }

    /**
     * How many messages are planned for now or wait for another try: about as many as mark() would mark.
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
        $now = ['now' => di::get(clock::class)->time()];
        return $DB->count_records_select('block_course_notification_due', $where . ' AND timedue <= :now', $params + $now)
            + ledger::count_waiting($where, $params);
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
        $ids = array_flip($among?->ids() ?? []);
        if ($ids === []) {
            return static fn(int $userid): bool => true;
        }
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
}
