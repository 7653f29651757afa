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
use block_course_notification\local\facts\learner;
use block_course_notification\local\facts\learner_facts;
use block_course_notification\local\facts\scope;
use block_course_notification\local\plan\agenda;
use block_course_notification\local\plan\pending;
use block_course_notification\local\plan\planner;
use block_course_notification\local\plan\second_thoughts;

/**
 * Sends what is due: takes the rows in order of time, reads the facts for just those, asks the rules, has them sent, plans on.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class sender {
    /** @var int How many rows are judged together: whatever changes meanwhile reaches a run within as many mails. */
    private const AT_ONCE = 100;

    /** @var int How many rows are judged together where nothing is sent. */
    private const AT_ONCE_QUIETLY = 1000;

    /** @var int How long a learner waits who could not be judged, in seconds. */
    private const AGAIN = HOURSECS;

    /** @var int The most mails that are tried again in one run. */
    private const MOST_RETRIES = 10000;

    /** @var int The moment that counts as now. */
    private readonly int $now;

    /** @var run_result What was done. */
    private readonly run_result $result;

    /** @var learner_facts Reads facts. */
    private readonly learner_facts $facts;

    /** @var planner Plans on. */
    private readonly planner $planner;

    /** @var dispatcher|null Sends; nobody does where nothing is to be sent. */
    private readonly ?dispatcher $dispatcher;

    /** @var tracer Says what is decided. */
    private readonly tracer $tracer;

    /** @var sending_time Knows when people may be written to. */
    private readonly sending_time $hours;

    /** @var int Messages that may still be accepted. */
    private int $places;

    /**
     * A run.
     *
     * @param run_options $options
     * @param postman|null $postman null is Moodle's own
     */
    public function __construct(
        /** @var run_options What is asked. */
        private readonly run_options $options = new run_options(),
        ?postman $postman = null,
    ) {
        $this->now = \core\di::get(\core\clock::class)->time();
        $this->result = new run_result();
        $this->facts = new learner_facts();
        $this->planner = new planner($this->now);
        $this->tracer = new tracer($options, $this->now);
        $this->hours = new sending_time($this->now);
        $this->places = $options->places();
        $this->dispatcher = $options->dryrun || $options->markonly
            ? null
            : new dispatcher($this->now, $this->result, $postman ?? new moodle_postman(), $this->tracer->outcome(...));
    }

    /**
     * The scheduled task. It fails where the mail server does, so that Moodle tells admins and waits longer each time.
     * Its log holds numbers and no addresses.
     */
    public static function run_task(): void {
        $result = (new self())->run();
        foreach (run_summary::lines($result) as $line) {
            mtrace($line);
        }
        if ($result->stopped !== null) {
            throw new \moodle_exception('outage:task', 'block_course_notification', '', $result->stopped);
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
            second_thoughts::follow();
            pending::flush();
            ledger::close_left_behind($this->now);
            $this->work();
            \cache_helper::purge_by_definition('block_course_notification', 'counts');
        } finally {
            $lock->release();
        }
        return $this->result;
    }

    /**
     * Tries again what failed, then takes what is due, part by part.
     */
    private function work(): void {
        \core_php_time_limit::raise();
        $this->dispatcher?->begin();
        $this->options->markonly ? $this->mark_waiting() : $this->retry();
        $queue = new queue(agenda::due($this->now, $this->options->courseids, $this->options->userids));
        $size = $this->dispatcher === null ? self::AT_ONCE_QUIETLY : self::AT_ONCE;
        while ($this->places > 0 && $queue->left() > 0 && $this->goes_on()) {
            $rows = agenda::rows($queue->take(min($size, $this->places)));
            if ($rows === []) {
                break;
            }
            // Some rows will be trapped: with more at hand, the last places are not filled one by one.
            $more = max(0, self::AT_ONCE - count($rows));
            $this->part($more === 0 ? $rows : [...$rows, ...agenda::rows($queue->take($more))]);
        }
        $this->dispatcher?->end();
        $this->result->left += $queue->left();
        $this->tracer->others($this->facts);
    }

    /**
     * Whether the run goes on: the server is well, and the site has not been switched off meanwhile. The setting is read past all
     * caches, since another process has changed it.
     *
     * @return bool
     */
    private function goes_on(): bool {
        global $DB;
        if ($this->result->stopped !== null) {
            return false;
        }
        $enabled = $DB->get_field('config_plugins', 'value', ['plugin' => 'block_course_notification', 'name' => 'enable']);
        $this->result->switchedoff = $enabled === '0' && config::enable();
        return !$this->result->switchedoff;
    }

    /**
     * Remembers as sent what waits for another try, at whatever time.
     */
    private function mark_waiting(): void {
        foreach (retries::mark($this->now, $this->options, $this->places) as $row) {
            $this->places--;
            $this->result->count('marked', $row->signalname);
            record::marked((int) $row->courseid, (int) $row->userid, $row->signalname);
        }
    }

    /**
     * Tries mails again that failed before. New ones keep at least half of the places.
     */
    private function retry(): void {
        $most = $this->places === PHP_INT_MAX ? self::MOST_RETRIES : intdiv($this->places + 1, 2);
        foreach (array_chunk(retries::due($this->now, $this->options, $most), self::AT_ONCE) as $rows) {
            if (!$this->goes_on()) {
                return;
            }
            $learners = $this->facts->read(self::scope_of($rows));
            $users = self::users($rows);
            foreach ($rows as $row) {
                $this->retry_one($row, $learners["$row->courseid:$row->userid"] ?? null, $users[$row->userid] ?? null);
            }
        }
    }

    /**
     * Tries a mail again, if its receiver should still be told.
     *
     * @param \stdClass $row of the ledger
     * @param learner|null $learner
     * @param \stdClass|null $user
     */
    private function retry_one(\stdClass $row, ?learner $learner, ?\stdClass $user): void {
        if ($this->result->stopped !== null) {
            return;
        }
        try {
            if ($learner === null || $user === null || !$learner->still_wants($row->signalname, (int) $row->anchor, $this->now)) {
                $this->dispatcher?->give_up($row, $learner);
            } else {
                $this->send_again($row, $learner, $user);
            }
        } catch (\Throwable $problem) {
            self::throw_without_database($problem);
            $this->result->errors++;
            $this->tracer->say("$row->courseid $row->signalname not tried again: " . $problem->getMessage());
            ledger::wait([(int) $row->id], $this->now + self::AGAIN);
        }
    }

    /**
     * Tries a mail again, at an hour when its receiver may be written to.
     *
     * @param \stdClass $row of the ledger
     * @param learner $learner
     * @param \stdClass $user
     */
    private function send_again(\stdClass $row, learner $learner, \stdClass $user): void {
        $when = max($this->hours->next($user), $learner->may_follow_from($row->signalname, (int) $row->anchor));
        if ($when > $this->now) {
            $this->result->postponed++;
            if ($this->dispatcher !== null) {
                ledger::wait([(int) $row->id], $when);
            }
            return;
        }
        $this->places--;
        $this->result->count('retried', $row->signalname);
        $this->dispatcher?->send_again($row, $learner, $user);
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
            self::throw_without_database($problem);
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
        $scope = self::scope_of($rows);
        $learners = $this->facts->read($scope);
        $accepted = $this->accepted($rows, $learners);
        $users = self::users($accepted);
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
     * The rows that the rules accept, after tracing the others.
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
            if ($verdict['trap'] === '') {
                $accepted[] = $row;
                continue;
            }
            $this->tracer->verdict($learner, $verdict);
            $this->result->trapped($verdict['trap']);
            if ($verdict['reason'] === 'spokenfor' && !$this->options->dryrun) {
                spoken::remember($learner, [$verdict], $this->now);
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
            $this->tracer->waits($learner, $signal, 'place');
            return 0;
        }
        if ($user === null) {
            return 0;
        }
        $when = $this->options->markonly ? $this->now : $this->hours->next($user);
        if ($when > $this->now) {
            $this->result->postponed++;
            $this->tracer->waits($learner, $signal, 'hours');
            return $when;
        }
        $verdict = $learner->verdicts($this->now)[$signal];
        try {
            if (!$this->take($learner, $user, $signal, $verdict['anchor'])) {
                $this->result->trapped('B');
                return 0;
            }
        } catch (\Throwable $problem) {
            self::throw_without_database($problem);
            $this->result->errors++;
            $this->tracer->outcome($learner, $signal, 'not sent: ' . $problem->getMessage());
            return $this->now + self::AGAIN;
        }
        $this->tracer->verdict($learner, $verdict);
        $this->result->count('accepted', $signal);
        $this->places--;
        return 0;
    }

    /**
     * Does with an accepted message what the run is for.
     *
     * @param learner $learner
     * @param \stdClass $user
     * @param string $signal
     * @param int $anchor
     * @return bool false where it is claimed already
     */
    private function take(learner $learner, \stdClass $user, string $signal, int $anchor): bool {
        if ($this->options->dryrun) {
            return true;
        }
        if ($this->dispatcher !== null) {
            $isours = $this->dispatcher->send($learner, $user, $signal, $anchor);
        } else {
            $isours = ledger::claim($learner, $signal, $anchor, $this->now, ledger::MARKED) !== null;
            if ($isours) {
                $this->result->count('marked', $signal);
                record::marked((int) $learner->course->id, $learner->userid, $signal);
            }
        }
        $spokenfor = $isours ? $learner->speaks_for($signal, $this->now) : [];
        $learner->told($signal, $anchor, $this->now, $this->dispatcher !== null);
        spoken::remember($learner, $spokenfor, $this->now);
        return $isours;
    }

    /**
     * The people of some rows.
     *
     * @param \stdClass[] $rows
     * @return scope
     */
    private static function scope_of(array $rows): scope {
        return scope::pairs(array_map(static fn(\stdClass $row): array => [(int) $row->courseid, (int) $row->userid], $rows));
    }

    /**
     * The people to write to, as messages need them.
     *
     * @param \stdClass[] $rows
     * @return \stdClass[] by id
     */
    private static function users(array $rows): array {
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
        $this->tracer->say($rows[0]->courseid . ' not judged: ' . $problem->getMessage());
        if (!$this->options->dryrun) {
            $ids = array_column($rows, 'id');
            [$in, $params] = $DB->get_in_or_equal($ids, SQL_PARAMS_NAMED);
            $later = $this->now + self::AGAIN;
            $DB->set_field_select('block_course_notification_due', 'timedue', $later, "id $in", $params);
        }
    }

    /**
     * A run without a database ends: nothing it does could be remembered.
     *
     * @param \Throwable $problem what failed
     */
    private static function throw_without_database(\Throwable $problem): void {
        global $DB;
        try {
            $DB->get_field_sql('SELECT 1 AS one' . $DB->sql_null_from_clause());
        } catch (\Throwable) {
            throw $problem;
        }
    }
}
