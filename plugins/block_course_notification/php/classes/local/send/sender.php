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

use block_course_notification\local\config;
use block_course_notification\local\facts\courses;
use block_course_notification\local\facts\learner;
use block_course_notification\local\facts\learner_facts;
use block_course_notification\local\facts\scope;
use block_course_notification\local\plan\agenda;
use block_course_notification\local\plan\pending;
use block_course_notification\local\plan\planner;
use block_course_notification\local\rules\sending_hours;
use block_course_notification\local\rules\trace;

/**
 * Sends what is due: takes the rows in order of time, reads the facts for just those, asks the rules, claims, sends, plans on.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class sender {
    /** @var int How many rows are judged together. */
    private const AT_ONCE = 1000;

    /** @var int How many rows are judged together when fewer places are left. */
    private const AT_LEAST = 100;

    /** @var int After so many failures in a row, something is wrong with more than the addresses. */
    private const TOO_MANY = 25;

    /** @var int How long a learner waits who could not be judged, in seconds. */
    private const AGAIN = HOURSECS;

    /** @var int The moment that counts as now. */
    private readonly int $now;

    /** @var run_result What was done. */
    private readonly run_result $result;

    /** @var learner_facts Reads facts. */
    private readonly learner_facts $facts;

    /** @var planner Plans on. */
    private readonly planner $planner;

    /** @var mailer Writes mails. */
    private readonly mailer $mailer;

    /** @var array Hours in which messages may leave, as the rules take them. */
    private readonly array $hours;

    /** @var int Messages that may still be accepted. */
    private int $places;

    /** @var int Failures since the last message that left. */
    private int $failures = 0;

    /** @var array<string, true> What was traced, as `courseid:userid:signal`. */
    private array $traced = [];

    /**
     * A run.
     *
     * @param run_options $options
     */
    public function __construct(
        /** @var run_options What is asked. */
        private readonly run_options $options = new run_options(),
    ) {
        $this->now = \core\di::get(\core\clock::class)->time();
        $this->result = new run_result();
        $this->facts = new learner_facts();
        $this->planner = new planner($this->now);
        $this->mailer = new mailer();
        $this->hours = ['from' => (int) config::windowstart(), 'until' => (int) config::windowend()];
        $this->places = $options->places();
    }

    /**
     * The scheduled task.
     */
    public static function run_task(): void {
        $result = (new self(new run_options(trace: mtrace(...))))->run();
        foreach (run_summary::lines($result) as $line) {
            mtrace($line);
        }
    }

    /**
     * Sends what is due. Only one run is at work at a time.
     *
     * @return run_result
     */
    public function run(): run_result {
        if (!config::enable()) {
            $this->result->disabled = true;
            return $this->result;
        }
        if ($this->options->dryrun) {
            $this->work();
            return $this->result;
        }
        $lock = \core\lock\lock_config::get_lock_factory('block_course_notification')->get_lock('run', 0);
        if (!$lock) {
            $this->result->locked = true;
            return $this->result;
        }
        try {
            pending::flush();
            $this->work();
            \cache_helper::purge_by_definition('block_course_notification', 'counts');
        } finally {
            $lock->release();
        }
        return $this->result;
    }

    /**
     * Takes what is due, part by part.
     */
    private function work(): void {
        \core_php_time_limit::raise();
        $queue = new queue(agenda::due($this->now, $this->options->courseids, $this->options->userids));
        while ($this->places > 0 && $this->result->stopped === null) {
            $rows = agenda::rows($queue->take(min(self::AT_ONCE, $this->places)));
            if ($rows === []) {
                break;
            }
            // Some rows will be trapped: with more at hand, the last places are not filled one by one.
            $more = max(0, self::AT_LEAST - count($rows));
            $this->part($more === 0 ? $rows : [...$rows, ...agenda::rows($queue->take($more))]);
        }
        $this->result->left += $queue->left();
        if ($this->options->all && $this->options->trace !== null) {
            $this->trace_others();
        }
    }

    /**
     * Judges some rows. Where that fails, each course is tried alone, so that one of them never stops the others.
     *
     * @param \stdClass[] $rows
     */
    private function part(array $rows): void {
        try {
            $this->rows($rows);
        } catch (\Throwable $problem) {
            $bycourse = [];
            foreach ($rows as $row) {
                $bycourse[$row->courseid][] = $row;
            }
            if (count($bycourse) === 1) {
                $this->put_off($rows, $problem);
                return;
            }
            foreach ($bycourse as $some) {
                $this->part($some);
            }
        }
    }

    /**
     * Judges some rows, sends what is accepted, and plans on.
     *
     * @param \stdClass[] $rows
     */
    private function rows(array $rows): void {
        $scope = scope::pairs(array_map(
            static fn(\stdClass $row): array => [(int) $row->courseid, (int) $row->userid],
            $rows
        ));
        $learners = $this->facts->read($scope);
        $accepted = $this->accepted($rows, $learners);
        $users = $this->users($accepted, $learners);
        $putoff = [];
        try {
            foreach ($accepted as $row) {
                $key = $row->courseid . ':' . $row->userid;
                $until = $this->one($learners[$key], $users[$row->userid] ?? null, $row->signalname);
                if ($until > $this->now) {
                    $putoff[$key][$row->signalname] = $until;
                }
            }
        } finally {
            if (!$this->options->dryrun) {
                $this->planner->apply($scope, $learners, $putoff);
            }
        }
    }

    /**
     * The rows that the rules accept, after tracing all of them.
     *
     * @param \stdClass[] $rows
     * @param learner[] $learners
     * @return \stdClass[]
     */
    private function accepted(array $rows, array $learners): array {
        $accepted = [];
        foreach ($rows as $row) {
            $learner = $learners[$row->courseid . ':' . $row->userid] ?? null;
            if ($learner === null) {
                $this->result->trapped('I');
                continue;
            }
            $verdict = $learner->verdicts($this->now)[$row->signalname] ?? null;
            if ($verdict === null) {
                continue;
            }
            $this->trace($learner, $verdict);
            if ($verdict['trap'] === '') {
                $accepted[] = $row;
            } else {
                $this->result->trapped($verdict['trap']);
            }
        }
        return $accepted;
    }

    /**
     * Sends one accepted message, unless it has to wait.
     *
     * @param learner $learner
     * @param \stdClass|null $user
     * @param string $signal
     * @return int the moment until which it waits, or 0
     */
    private function one(learner $learner, ?\stdClass $user, string $signal): int {
        if ($this->places <= 0 || $this->result->stopped !== null) {
            $this->result->left++;
            return 0;
        }
        if ($user === null) {
            return 0;
        }
        $when = $this->options->markonly ? $this->now : $this->when($user);
        if ($when > $this->now) {
            $this->result->postponed++;
            return $when;
        }
        $anchor = $learner->verdicts($this->now)[$signal]['anchor'];
        if ($this->options->dryrun) {
            $this->count_accepted($signal);
            return 0;
        }
        try {
            $this->claim_and_send($learner, $user, $signal, $anchor);
        } catch (\Throwable $problem) {
            $this->result->errors++;
            $this->say($learner, $signal, $problem->getMessage());
            return $this->now + self::AGAIN;
        }
        return 0;
    }

    /**
     * Claims a message, sends it, and says what became of it.
     *
     * @param learner $learner
     * @param \stdClass $user
     * @param string $signal
     * @param int $anchor
     */
    private function claim_and_send(learner $learner, \stdClass $user, string $signal, int $anchor): void {
        $state = $this->options->markonly ? ledger::MARKED : ledger::SENDING;
        $id = ledger::claim($learner, $signal, $anchor, $this->now, $state);
        $learner->told($signal, $anchor, $this->now);
        if ($id === null) {
            $this->result->trapped('B');
            return;
        }
        $this->count_accepted($signal);
        if ($this->options->markonly) {
            $this->result->count('marked', $signal);
            return;
        }
        try {
            $reason = $this->mailer->send($learner, $user, $signal, $this->now);
        } catch (\Throwable $problem) {
            $reason = $problem->getMessage();
        }
        $this->close($id, $learner, $signal, $reason);
    }

    /**
     * Says what became of a claimed message.
     *
     * @param int $id
     * @param learner $learner
     * @param string $signal
     * @param string|null $reason why it failed, or null
     */
    private function close(int $id, learner $learner, string $signal, ?string $reason): void {
        if ($reason === null) {
            ledger::sent($id, $this->now);
            $this->result->count('sent', $signal);
            $this->failures = 0;
            record::sent($id, $learner, $signal);
            return;
        }
        ledger::failed($id, $reason);
        $this->result->count('failed', $signal);
        $this->say($learner, $signal, $reason);
        record::failed($id, $learner, $signal, $reason);
        if (++$this->failures >= self::TOO_MANY) {
            $this->result->stopped = 'Too many messages failed one after the other. The last reason: ' . $reason;
        }
    }

    /**
     * Takes a place.
     *
     * @param string $signal
     */
    private function count_accepted(string $signal): void {
        $this->result->count('accepted', $signal);
        $this->places--;
    }

    /**
     * The first moment at which a message may leave for someone.
     *
     * @param \stdClass $user
     * @return int
     */
    private function when(\stdClass $user): int {
        if (($this->hours['until'] - $this->hours['from']) % 24 === 0) {
            return $this->now;
        }
        $timezone = \core_date::get_user_timezone_object($user);
        $offset = static fn(int $moment): int => $timezone->getOffset(new \DateTimeImmutable("@$moment"));
        $when = sending_hours::next_sending($this->now, $offset($this->now), $this->hours);
        if ($when === $this->now || $offset($when) === $offset($this->now)) {
            return $when;
        }
        // Clocks change before that moment.
        $corrected = sending_hours::next_sending($this->now, $offset($when), $this->hours);
        return $corrected > $this->now ? $corrected : $when;
    }

    /**
     * The people to write to, as messages need them.
     *
     * @param \stdClass[] $rows
     * @param learner[] $learners
     * @return \stdClass[] by id
     */
    private function users(array $rows, array $learners): array {
        global $DB;
        $ids = array_unique(array_map(static fn(\stdClass $row): int => (int) $row->userid, $rows));
        return $DB->get_records_list('user', 'id', $ids);
    }

    /**
     * Lets rows wait that could not be judged.
     *
     * @param \stdClass[] $rows
     * @param \Throwable $problem
     */
    private function put_off(array $rows, \Throwable $problem): void {
        global $DB;
        $this->result->errors += count($rows);
        $courseid = $rows[0]->courseid;
        ($this->options->trace ?? static fn() => null)("$courseid not judged: " . $problem->getMessage());
        if (!$this->options->dryrun) {
            $ids = array_column($rows, 'id');
            [$in, $params] = $DB->get_in_or_equal($ids, SQL_PARAMS_NAMED);
            $later = $this->now + self::AGAIN;
            $DB->set_field_select('block_course_notification_due', 'timedue', $later, "id $in", $params);
        }
    }

    /**
     * Traces a verdict.
     *
     * @param learner $learner
     * @param array $verdict
     */
    private function trace(learner $learner, array $verdict): void {
        if ($this->options->trace === null) {
            return;
        }
        if ($this->options->all) {
            $this->traced["{$learner->course->id}:$learner->userid:{$verdict['signal']}"] = true;
        }
        ($this->options->trace)(trace::trace_line((int) $learner->course->id, $learner->email, $verdict));
    }

    /**
     * Traces all the verdicts on what is not due, so that an admin sees why somebody is not written to.
     */
    private function trace_others(): void {
        foreach (courses::parts(planner::AT_ONCE, $this->options->courseids) as $scope) {
            foreach ($this->facts->read($scope) as $key => $learner) {
                if ($this->options->userids !== [] && !in_array($learner->userid, $this->options->userids, true)) {
                    continue;
                }
                foreach ($learner->verdicts($this->now) as $signal => $verdict) {
                    if ($verdict['reason'] !== 'off' && !isset($this->traced["$key:$signal"])) {
                        ($this->options->trace)(trace::trace_line((int) $learner->course->id, $learner->email, $verdict));
                    }
                }
            }
        }
    }

    /**
     * Says why a message failed.
     *
     * @param learner $learner
     * @param string $signal
     * @param string $reason
     */
    private function say(learner $learner, string $signal, string $reason): void {
        if ($this->options->trace !== null) {
            ($this->options->trace)("{$learner->course->id} $signal -$learner->email failed: $reason");
        }
    }
}
