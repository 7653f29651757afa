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

use block_course_notification\local\facts\learner;
use block_course_notification\local\rules\delivery;

/**
 * Sends one message after the other, remembers what came of each, and watches whether the mail server is well.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class dispatcher {
    /** @var mailer Writes mails. */
    private readonly mailer $mailer;

    /** @var streak Failures that follow one another. */
    private readonly streak $streak;

    /** @var float Seconds that were lost to mails that failed. */
    private float $lost = 0.0;

    /** @var string The last address to which a mail was taken. */
    private string $taken = '';

    /** @var bool Whether the server failed in earlier runs, and has taken nothing since. */
    private bool $isout;

    /**
     * A dispatcher for one run.
     *
     * @param int $now
     * @param run_result $result
     * @param postman $postman
     * @param \Closure $say gets the learner, the signal and what is to say
     */
    public function __construct(
        /** @var int The moment that counts as now. */
        private readonly int $now,
        /** @var run_result What was done. */
        private readonly run_result $result,
        /** @var postman Takes letters away. */
        private readonly postman $postman,
        /** @var \Closure Gets the learner, the signal and what is to say. */
        private readonly \Closure $say,
    ) {
        $this->mailer = new mailer();
        $this->streak = new streak();
        $this->isout = outage::current() !== null;
    }

    /**
     * Looks at a server that failed in the last run, before anything is claimed.
     */
    public function begin(): void {
        if ($this->isout && !$this->postman->is_server_well()) {
            $this->stop('connection', '');
        }
    }

    /**
     * Sends a message for the first time.
     *
     * @param learner $learner
     * @param \stdClass $user
     * @param string $signal
     * @param int $anchor
     * @return bool whether it was claimed by this run
     */
    public function send(learner $learner, \stdClass $user, string $signal, int $anchor): bool {
        $letter = $this->letter($learner, $user, $signal);
        $id = ledger::claim($learner, $signal, $anchor, $this->now);
        if ($id === null) {
            return false;
        }
        $answer = $this->postman->deliver($letter);
        if ($answer === null) {
            ledger::release($id);
            throw new \moodle_exception('failure:notallowed', 'block_course_notification');
        }
        $this->close(new claim($id, $learner, $user, $signal, $anchor), $answer);
        return true;
    }

    /**
     * Tries the mail of a message again.
     *
     * @param \stdClass $row of the ledger
     * @param learner $learner
     * @param \stdClass $user
     */
    public function send_again(\stdClass $row, learner $learner, \stdClass $user): void {
        $letter = $this->letter($learner, $user, $row->signalname);
        if (!ledger::claim_again((int) $row->id)) {
            return;
        }
        $answer = $this->postman->deliver_mail($letter);
        if ($answer === null) {
            $this->give_up($row, $learner);
            return;
        }
        $claim = new claim((int) $row->id, $learner, $user, $row->signalname, (int) $row->anchor, (int) $row->tries);
        $this->close($claim, $answer);
    }

    /**
     * A mail that waits is no longer what its receiver should be told.
     *
     * @param \stdClass $row of the ledger
     * @param learner|null $learner
     */
    public function give_up(\stdClass $row, ?learner $learner): void {
        $reason = (string) ($row->reason ?? 'nolonger');
        ledger::failed((int) $row->id, ledger::FAILED, 'nolonger', (string) $row->answer, (int) $row->tries);
        $this->result->count('failed', $row->signalname);
        if ($learner !== null) {
            record::failed((int) $row->id, $learner, $row->signalname, "nolonger, $reason");
        }
    }

    /**
     * Ends the run. People who were refused at its end are failed only if the server takes others. Where the server was found to be
     * well again, and there was nothing to do, the outage is over.
     */
    public function end(): void {
        if ($this->result->stopped !== null) {
            return;
        }
        if ($this->streak->refused() !== []) {
            $this->look('refused', '');
        } else if ($this->isout && $this->result->problems() === 0) {
            $this->is_over();
        }
    }

    /**
     * A letter to a learner.
     *
     * @param learner $learner
     * @param \stdClass $user
     * @param string $signal
     * @return letter
     */
    private function letter(learner $learner, \stdClass $user, string $signal): letter {
        return new letter($this->mailer->compose($learner, $user, $signal, $this->now), $learner->course, $user, $signal);
    }

    /**
     * Remembers what came of a claimed message.
     *
     * @param claim $claim
     * @param answer $answer
     */
    private function close(claim $claim, answer $answer): void {
        $cause = $answer->cause();
        if ($cause === '') {
            ledger::sent($claim->id, $this->now, $answer->complete ? null : 'output');
            $this->went_well($claim->user->email);
            $this->result->count('sent', $claim->signal);
            record::sent($claim->id, $claim->learner, $claim->signal);
            return;
        }
        $tries = $claim->tries + 1;
        $meaning = delivery::meaning_of($cause);
        $next = $meaning === 'again' ? $claim->learner->next_try($claim->signal, $claim->anchor, $tries, $this->now) : null;
        $state = $next !== null ? ledger::WAITING : ($meaning === 'unsure' ? ledger::UNSURE : ledger::FAILED);
        ledger::failed($claim->id, $state, $cause, $answer->said, $tries, $next);
        $this->result->count($state, $claim->signal);
        ($this->say)($claim->learner, $claim->signal, trim("$state: $cause $answer->said"));
        if ($state === ledger::FAILED) {
            record::failed($claim->id, $claim->learner, $claim->signal, trim("$cause $answer->said"));
        }
        $this->lost += $answer->seconds;
        $this->watch($claim, $cause, $answer->said);
    }

    /**
     * The server took a mail.
     *
     * @param string $address
     */
    private function went_well(string $address): void {
        $this->streak->ends();
        $this->taken = $address;
        if ($this->isout) {
            $this->is_over();
        }
    }

    /**
     * The server is well again.
     */
    private function is_over(): void {
        outage::ends();
        $this->isout = false;
    }

    /**
     * Draws the consequences of a failure for the run.
     *
     * @param claim $claim
     * @param string $cause
     * @param string $said
     */
    private function watch(claim $claim, string $cause, string $said): void {
        $inarow = $this->streak->add($cause, $claim->id, $claim->user->email);
        $step = delivery::next_step($cause, $inarow, (int) $this->lost);
        if ($step === 'end') {
            $this->stop($cause, $said);
        } else if ($step === 'look') {
            $this->look($cause, $said);
        }
    }

    /**
     * Looks whether the server is well. Where it is, the failures were about those people only.
     *
     * @param string $cause
     * @param string $said
     */
    private function look(string $cause, string $said): void {
        $known = $this->taken !== '' ? [$this->taken] : known_addresses::besides($this->streak->refused());
        if ($this->postman->is_server_well($known)) {
            $this->streak->is_confirmed();
            return;
        }
        $this->stop($cause, $said);
    }

    /**
     * Ends the run: the server is not well. Whom it refused meanwhile is tried again.
     *
     * @param string $cause
     * @param string $said
     */
    private function stop(string $cause, string $said): void {
        $refused = array_keys($this->streak->refused());
        if ($refused !== []) {
            ledger::wait($refused, $this->now + delivery::PAUSES[0]);
            $this->result->reopened = count($refused);
        }
        outage::begins($cause, $said, $this->now);
        $this->isout = true;
        $this->result->stopped = outage::describe(outage::current() ?? ['cause' => $cause, 'said' => $said]);
    }
}
