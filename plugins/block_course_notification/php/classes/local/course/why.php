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

use block_course_notification\local\facts\learner;
use block_course_notification\local\facts\learner_facts;
use block_course_notification\local\facts\scope;
use block_course_notification\local\plan\planner;
use block_course_notification\local\send\ledger;

/**
 * Explains what a learner got, will get and will not get, from the very rules that the sender asks.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class why {
    /**
     * The verdict on each signal for one learner in one course. Empty where the person is not enrolled or the course has no block.
     *
     * @param int $courseid
     * @param int $userid
     * @return array<string, array{signal: string, trap: string, reason: string, anchor: int, timedue: int|null,
     *     opens: int|null, closes: int|null, sent: \stdClass[]}>
     */
    public static function explain(int $courseid, int $userid): array {
        $now = \core\di::get(\core\clock::class)->time();
        $learner = self::learner($courseid, $userid);
        if ($learner === null) {
            return [];
        }
        // What is said here and what is planned is one.
        $scope = scope::pairs([[$courseid, $userid]]);
        (new planner($now))->apply($scope, ["$courseid:$userid" => $learner]);
        $due = array_column($learner->plan($now), 'timedue', 'signal');
        $sent = self::sent($courseid, $userid);
        $explained = [];
        foreach ($learner->verdicts($now) as $signal => $verdict) {
            $span = $learner->span($signal);
            $explained[$signal] = $verdict + [
                'timedue' => $due[$signal] ?? null,
                'opens' => $span['opens'] ?? null,
                'closes' => $span['closes'] ?? null,
                'sent' => $sent[$signal] ?? [],
            ];
        }
        return $explained;
    }

    /**
     * A learner with all facts, or null.
     *
     * @param int $courseid
     * @param int $userid
     * @return learner|null
     */
    public static function learner(int $courseid, int $userid): ?learner {
        $learners = (new learner_facts())->read(scope::pairs([[$courseid, $userid]]));
        return $learners["$courseid:$userid"] ?? null;
    }

    /**
     * What a learner got, the latest first.
     *
     * @param int $courseid
     * @param int $userid
     * @return \stdClass[][] by signal
     */
    private static function sent(int $courseid, int $userid): array {
        global $DB;
        $rows = $DB->get_records(ledger::TABLE, ['courseid' => $courseid, 'userid' => $userid], 'timeclaimed DESC, id DESC');
        $sent = [];
        foreach ($rows as $row) {
            $sent[$row->signalname][] = $row;
        }
        return $sent;
    }
}
