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

namespace block_course_notification\local\facts;

use block_course_notification\local\rules\delivery;
use block_course_notification\local\rules\due;
use block_course_notification\local\rules\outlook;
use block_course_notification\local\rules\span;
use block_course_notification\local\rules\verdict;

/**
 * A learner in a course, with what the rules say about them.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class learner {
    /** @var array[]|null Verdicts by signal, once they were asked for. */
    private ?array $verdicts = null;

    /**
     * A learner as the facts show them.
     *
     * @param \stdClass $course as courses::load() gives it
     * @param int $userid
     * @param string $email
     * @param array $facts as the rules take them
     * @param array $settings as the rules take them
     */
    public function __construct(
        /** @var \stdClass The course. */
        public readonly \stdClass $course,
        /** @var int The person. */
        public readonly int $userid,
        /** @var string Where the person is written to. */
        public readonly string $email,
        /** @var array What the rules judge. */
        private array $facts,
        /** @var array What the course wants. */
        private readonly array $settings,
    ) {
    }

    /**
     * What the rules judge.
     *
     * @return array
     */
    public function facts(): array {
        return $this->facts;
    }

    /**
     * The verdict on each signal.
     *
     * @param int $now
     * @return array[] by signal
     */
    public function verdicts(int $now): array {
        return $this->verdicts ??= array_column(verdict::verdicts($this->facts, $this->settings, $now), null, 'signal');
    }

    /**
     * What is due now and later.
     *
     * @param int $now
     * @return array[] each with `signal`, `anchor` and `timedue`
     */
    public function plan(int $now): array {
        return due::plan_of($this->facts, $this->settings, $now);
    }

    /**
     * When a mail that failed is tried again; null where its signal is of no use by then.
     *
     * @param string $signal
     * @param int $anchor
     * @param int $tries
     * @param int $now
     * @return int|null
     */
    public function next_try(string $signal, int $anchor, int $tries, int $now): ?int {
        return delivery::next_try($tries, $now, delivery::worth_until($signal, $anchor, $this->facts, $this->settings));
    }

    /**
     * Whether a mail that failed is still what this person should be told.
     *
     * @param string $signal
     * @param int $anchor
     * @param int $now
     * @return bool
     */
    public function still_wants(string $signal, int $anchor, int $now): bool {
        return delivery::is_still_wanted($signal, $anchor, $this->facts, $this->settings, $now);
    }

    /**
     * The moment from which a mail that failed may be tried again, as far as other mails about the course go.
     *
     * @param string $signal
     * @param int $anchor
     * @return int
     */
    public function may_follow_from(string $signal, int $anchor): int {
        return delivery::may_follow_from($signal, $anchor, $this->facts);
    }

    /**
     * What a message that is sent now speaks for.
     *
     * @param string $signal
     * @param int $now
     * @return array[] each with `signal`, `anchor` and `timedue`
     */
    public function speaks_for(string $signal, int $now): array {
        return due::speaks_for($signal, $this->facts, $this->settings, $now);
    }

    /**
     * The same learner, if the course had started and were open.
     *
     * @param bool $optsin whether what the learner has turned off counts as turned on
     * @return self
     */
    public function once_started(bool $optsin): self {
        $facts = ['hidden' => false, 'optedout' => $optsin ? [] : $this->facts['optedout']] + $this->facts;
        return new self($this->course, $this->userid, $this->email, $facts, ['waiting' => false] + $this->settings);
    }

    /**
     * What comes first, or why nothing does.
     *
     * @param int $now
     * @return array{prospect: string, signal: string|null, time: int}
     */
    public function outlook(int $now): array {
        return outlook::outlook_of($this->facts, $this->settings, $now);
    }

    /**
     * When a signal may be sent; null where it has no time.
     *
     * @param string $signal
     * @return array{anchor: int, opens: int, closes: int|null}|null
     */
    public function span(string $signal): ?array {
        return span::span_of($signal, $this->facts, $this->settings);
    }

    /**
     * Remembers what was sent just now, so that the plan goes on from there. Verdicts of the run stand.
     *
     * @param string $signal
     * @param int $anchor
     * @param int $now
     * @param bool $mailed whether there was a message
     */
    public function told(string $signal, int $anchor, int $now, bool $mailed = true): void {
        $this->facts['sent'][] = ['signal' => $signal, 'anchor' => $anchor, 'time' => $now, 'mailed' => $mailed];
    }
}
