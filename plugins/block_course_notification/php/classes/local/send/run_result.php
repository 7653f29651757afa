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

use block_course_notification\local\rules\signals;

/**
 * What a run did, or would do.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class run_result {
    /** @var bool Whether notifications are switched off for the site. */
    public bool $disabled = false;

    /** @var bool Whether another run was at work. */
    public bool $locked = false;

    /** @var string|null Why the run ended early. */
    public ?string $stopped = null;

    /** @var bool Whether notifications were switched off for the site while the run was at work. */
    public bool $switchedoff = false;

    /** @var int How many people wait for another try although the server refused them: it refused everybody. */
    public int $reopened = 0;

    /** @var int How many accepted messages still wait, beyond the limit. */
    public int $left = 0;

    /** @var int How many wait for the hours in which their receiver may be written to. */
    public int $postponed = 0;

    /** @var int How many learners could not be judged. */
    public int $errors = 0;

    /** @var array<string, array<string, int>> Numbers by what happened and signal. */
    private array $counts = [];

    /** @var array<string, int> How many rows each rule trapped. */
    private array $traps = [];

    /**
     * Counts one message.
     *
     * @param string $what accepted, retried, sent, waiting, unsure, failed or marked
     * @param string $signal
     */
    public function count(string $what, string $signal): void {
        $this->counts[$what][$signal] = ($this->counts[$what][$signal] ?? 0) + 1;
    }

    /**
     * Counts one row that a rule trapped.
     *
     * @param string $trap
     */
    public function trapped(string $trap): void {
        $this->traps[$trap] = ($this->traps[$trap] ?? 0) + 1;
    }

    /**
     * How many messages of all signals came to this.
     *
     * @param string $what
     * @return int
     */
    public function total(string $what): int {
        return array_sum($this->counts[$what] ?? []);
    }

    /**
     * How many messages of each signal came to this, in the order of the signals and without zeros.
     *
     * @param string $what
     * @return int[] by signal
     */
    public function by_signal(string $what): array {
        $counts = array_map(fn(string $signal): int => $this->counts[$what][$signal] ?? 0, signals::SIGNALS);
        return array_filter(array_combine(signals::SIGNALS, $counts));
    }

    /**
     * How many messages did not leave, or may not have.
     *
     * @return int
     */
    public function problems(): int {
        return $this->total('failed') + $this->total('waiting') + $this->total('unsure') + $this->errors;
    }

    /**
     * Rows that rules trapped, in the order of the letters.
     *
     * @return array<string, int>
     */
    public function traps(): array {
        ksort($this->traps);
        return $this->traps;
    }

    /**
     * All of it, for machines.
     *
     * @return array
     */
    public function export(): array {
        return [
            'disabled' => $this->disabled,
            'locked' => $this->locked,
            'stopped' => $this->stopped,
            'accepted' => (object) $this->by_signal('accepted'),
            'sent' => (object) $this->by_signal('sent'),
            'retried' => (object) $this->by_signal('retried'),
            'waiting' => (object) $this->by_signal('waiting'),
            'unsure' => (object) $this->by_signal('unsure'),
            'failed' => (object) $this->by_signal('failed'),
            'marked' => (object) $this->by_signal('marked'),
            'trapped' => (object) $this->traps(),
            'postponed' => $this->postponed,
            'left' => $this->left,
            'errors' => $this->errors,
        ];
    }
}
