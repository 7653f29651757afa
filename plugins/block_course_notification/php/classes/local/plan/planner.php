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

namespace block_course_notification\local\plan;

use block_course_notification\local\course\course_counts;
use block_course_notification\local\facts\courses;
use block_course_notification\local\facts\learner;
use block_course_notification\local\facts\learner_facts;
use block_course_notification\local\facts\scope;

/**
 * Keeps the table of what is due in step with what the rules say.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class planner {
    /** @var int How many enrolments are planned together. */
    public const AT_ONCE = 5000;

    /** @var learner_facts Reads facts. */
    private readonly learner_facts $facts;

    /**
     * A planner for one moment.
     *
     * @param int $now
     */
    public function __construct(
        /** @var int The moment that counts as now. */
        private readonly int $now,
    ) {
        $this->facts = new learner_facts();
    }

    /**
     * Plans a whole course; run in the background where it is large.
     *
     * @param int $courseid
     */
    public static function run_task(int $courseid): void {
        $planner = new self(\core\di::get(\core\clock::class)->time());
        $planner->courses([$courseid]);
    }

    /**
     * Plans whole courses.
     *
     * @param int[] $courseids
     * @return changes
     */
    public function courses(array $courseids): changes {
        $changes = new changes();
        foreach (courses::parts(self::AT_ONCE, $courseids) as $scope) {
            $changes->add($this->scope($scope));
        }
        return $changes;
    }

    /**
     * Plans the learners within a scope.
     *
     * @param scope $scope
     * @return changes
     */
    public function scope(scope $scope): changes {
        return $this->apply($scope, $this->facts->read($scope));
    }

    /**
     * Plans learners whose facts are known. Rows of the scope that belong to nobody are deleted.
     *
     * @param scope $scope
     * @param learner[] $learners by `courseid:userid`
     * @param array $putoff moments until which a row waits, by `courseid:userid` and signal
     * @return changes
     */
    public function apply(scope $scope, array $learners, array $putoff = []): changes {
        $rows = agenda::read($scope);
        $changes = new changes();
        $gone = [];
        $new = [];
        foreach ($learners as $key => $learner) {
            $planned = $learner->plan($this->now);
            foreach ($planned as $due) {
                $row = $rows[$key][$due['signal']] ?? null;
                unset($rows[$key][$due['signal']]);
                $wanted = $putoff[$key][$due['signal']] ?? $due['timedue'];
                if ($row !== null && $this->is_right($row, $due['anchor'], $wanted)) {
                    continue;
                }
                if ($row !== null) {
                    $gone[] = (int) $row->id;
                }
                $changes->count($row, $due['signal']);
                $new[] = [
                    'courseid' => (int) $learner->course->id,
                    'userid' => $learner->userid,
                    'signalname' => $due['signal'],
                    'anchor' => $due['anchor'],
                    'timedue' => $wanted,
                ];
            }
        }
        foreach ($rows as $key => $left) {
            foreach ($left as $row) {
                $gone[] = (int) $row->id;
                $changes->count_removed($row, $learners[$key] ?? null);
            }
        }
        agenda::write($gone, $new);
        if ($gone !== [] || $new !== []) {
            course_counts::forget($scope->courseids);
        }
        return $changes;
    }

    /**
     * Whether a row may stay: a row that waits for the receiver's day to begin is not called back.
     *
     * @param \stdClass $row
     * @param int $anchor
     * @param int $wanted
     * @return bool
     */
    private function is_right(\stdClass $row, int $anchor, int $wanted): bool {
        $same = (int) $row->timedue === $wanted;
        $waits = $wanted <= $this->now && (int) $row->timedue > $this->now;
        return (int) $row->anchor === $anchor && ($same || $waits);
    }
}
