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

use block_course_notification\local\facts\courses;
use block_course_notification\local\facts\learner;
use block_course_notification\local\facts\learner_facts;
use block_course_notification\local\plan\planner;
use block_course_notification\local\rules\trace;

/**
 * Says line by line what a run decides, for those who ask for it on the command line.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class tracer {
    /** @var array<string, true> What was traced, as `courseid:userid:signal`. */
    private array $traced = [];

    /**
     * The trace of a run.
     *
     * @param run_options $options
     * @param int $now
     */
    public function __construct(
        /** @var run_options What is asked. */
        private readonly run_options $options,
        /** @var int The moment that counts as now. */
        private readonly int $now,
    ) {
    }

    /**
     * Traces a verdict.
     *
     * @param learner $learner
     * @param array $verdict
     */
    public function verdict(learner $learner, array $verdict): void {
        if ($this->asks($learner, $verdict['signal'])) {
            $this->say(trace::trace_line((int) $learner->course->id, $learner->email, $verdict));
        }
    }

    /**
     * Traces an accepted message that does not leave in this run.
     *
     * @param learner $learner
     * @param string $signal
     * @param string $why place or hours
     */
    public function waits(learner $learner, string $signal, string $why): void {
        if ($this->asks($learner, $signal)) {
            $this->say(trace::waiting_line((int) $learner->course->id, $learner->email, $signal, $why));
        }
    }

    /**
     * Traces what came of a message.
     *
     * @param learner $learner
     * @param string $signal
     * @param string $outcome
     */
    public function outcome(learner $learner, string $signal, string $outcome): void {
        if ($this->options->trace !== null) {
            $this->say("{$learner->course->id} $signal -$learner->email $outcome");
        }
    }

    /**
     * Traces something.
     *
     * @param string $line
     */
    public function say(string $line): void {
        if ($this->options->trace !== null) {
            ($this->options->trace)($line);
        }
    }

    /**
     * Traces all the verdicts on what is not due, so that an admin sees why somebody is not written to.
     *
     * @param learner_facts $facts
     */
    public function others(learner_facts $facts): void {
        if (!$this->options->all || $this->options->trace === null) {
            return;
        }
        foreach (courses::parts(planner::AT_ONCE, $this->options->courseids) as $scope) {
            foreach ($facts->read($scope) as $key => $learner) {
                if ($this->options->userids !== [] && !in_array($learner->userid, $this->options->userids, true)) {
                    continue;
                }
                foreach ($learner->verdicts($this->now) as $signal => $verdict) {
                    if (!isset($this->traced["$key:$signal"])) {
                        $this->say(trace::trace_line((int) $learner->course->id, $learner->email, $verdict));
                    }
                }
            }
        }
    }

    /**
     * Whether anybody listens; what is traced is remembered where all are traced in the end.
     *
     * @param learner $learner
     * @param string $signal
     * @return bool
     */
    private function asks(learner $learner, string $signal): bool {
        if ($this->options->trace !== null && $this->options->all) {
            $this->traced["{$learner->course->id}:$learner->userid:$signal"] = true;
        }
        return $this->options->trace !== null;
    }
}
