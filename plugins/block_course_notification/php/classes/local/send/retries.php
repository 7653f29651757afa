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

namespace block_course_notification\local\send;

use block_course_notification\event\notification_retried;
use block_course_notification\local\facts\learner;
use block_course_notification\local\facts\learner_facts;
use block_course_notification\local\facts\scope;

/**
 * Mails that failed and are tried again: by themselves, or because somebody asks for it.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class retries {
    /** @var int How many are judged together. */
    private const AT_ONCE = 500;

    /**
     * Mails whose next try is due, oldest first.
     *
     * @param int $now
     * @param run_options $options
     * @param int $most
     * @return \stdClass[]
     */
    public static function due(int $now, run_options $options, int $most): array {
        global $DB;
        [$where, $params] = self::condition($options->courseids, $options->userids);
        $rows = $DB->get_records_select(
            ledger::TABLE,
            "timenext <= :now $where",
            ['now' => $now] + $params,
            'timenext, id',
            '*',
            0,
            $most
        );
        return array_values($rows);
    }

    /**
     * Remembers mails as sent that wait for another try.
     *
     * @param int $now
     * @param run_options $options
     * @param int $most
     * @return \stdClass[]
     */
    public static function mark(int $now, run_options $options, int $most): array {
        [$where, $params] = self::condition($options->courseids, $options->userids);
        return ledger::mark_waiting("1 = 1$where", $params, $now, $most === PHP_INT_MAX ? 0 : $most);
    }

    /**
     * How many failed mails would be tried again, and how many are of no more use.
     *
     * @param int[] $courseids none means all
     * @param int[] $userids none means all
     * @param string $signal '' is all of them
     * @return array{again: int, late: int}
     */
    public static function count(array $courseids, array $userids = [], string $signal = ''): array {
        $again = $late = 0;
        foreach (self::failed($courseids, $userids, $signal) as [, $learner]) {
            $learner === null ? $late++ : $again++;
        }
        return ['again' => $again, 'late' => $late];
    }

    /**
     * Has failed mails tried again with the next run, as far as they are still of use.
     *
     * @param int[] $courseids none means all
     * @param int[] $userids none means all
     * @param string $signal '' is all of them
     * @return int how many
     */
    public static function ask(array $courseids, array $userids = [], string $signal = ''): int {
        $now = self::now();
        $asked = [];
        foreach (self::failed($courseids, $userids, $signal) as [$row, $learner]) {
            if ($learner !== null) {
                $asked[] = $row;
            }
        }
        ledger::wait(array_map(static fn(\stdClass $row): int => (int) $row->id, $asked), $now);
        foreach ($asked as $row) {
            notification_retried::create([
                'objectid' => $row->id,
                'context' => \core\context\course::instance((int) $row->courseid),
                'relateduserid' => $row->userid,
                'other' => ['signal' => $row->signalname],
            ])->trigger();
        }
        return count($asked);
    }

    /**
     * Mails that failed, each with its receiver if the signal is still what that person should be told.
     *
     * @param int[] $courseids
     * @param int[] $userids
     * @param string $signal
     * @return \Generator<array{\stdClass, learner|null}>
     */
    private static function failed(array $courseids, array $userids, string $signal): \Generator {
        global $DB;
        [$where, $params] = self::condition($courseids, $userids);
        if ($signal !== '') {
            $where .= ' AND signalname = :signal';
            $params['signal'] = $signal;
        }
        $params['state'] = ledger::FAILED;
        $rows = $DB->get_records_select(ledger::TABLE, "state = :state $where", $params, 'courseid, id');
        $facts = new learner_facts();
        foreach (array_chunk($rows, self::AT_ONCE) as $some) {
            $learners = $facts->read(scope::pairs(array_map(
                static fn(\stdClass $row): array => [(int) $row->courseid, (int) $row->userid],
                $some
            )));
            foreach ($some as $row) {
                $learner = $learners["$row->courseid:$row->userid"] ?? null;
                $wants = $learner !== null && $learner->still_wants($row->signalname, (int) $row->anchor, self::now());
                yield [$row, $wants ? $learner : null];
            }
        }
    }

    /**
     * A condition on courses and people.
     *
     * @param int[] $courseids
     * @param int[] $userids
     * @return array{string, array} SQL that begins with AND, and parameters
     */
    private static function condition(array $courseids, array $userids): array {
        global $DB;
        $where = '';
        $params = [];
        foreach (['courseid' => $courseids, 'userid' => $userids] as $column => $ids) {
            if ($ids !== []) {
                [$in, $more] = $DB->get_in_or_equal($ids, SQL_PARAMS_NAMED, $column);
                $where .= " AND $column $in";
                $params += $more;
            }
        }
        return [$where, $params];
    }

    /**
     * The moment that counts as now.
     *
     * @return int
     */
    private static function now(): int {
        return \core\di::get(\core\clock::class)->time();
    }
}
