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

namespace part_outbox\local\outbox;

use part_outbox\local\rules\retries;

/**
 * How the line to a destination does: it rests after trials in vain, and stops where nobody is let in.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class line {
    /** @var string Where lines are kept. */
    private const TABLE = 'part_outbox_line';

    /** @var array A line that nothing is known against. */
    private const WELL = ['failures' => 0, 'pauses' => 0, 'until' => 0, 'stopped' => 0, 'reason' => null];

    /**
     * A line.
     *
     * @param \stdClass $row
     */
    private function __construct(
        /** @var \stdClass Its row. */
        private \stdClass $row,
    ) {
    }

    /**
     * The line to a destination. With another address or key it is tried anew.
     *
     * @param destination $destination
     * @return self
     */
    public static function to(destination $destination): self {
        global $DB;
        $row = $DB->get_record(self::TABLE, ['destination' => $destination->name]) ?: self::made($destination);
        $line = new self($row);
        if ($row->fingerprint !== $destination->fingerprint()) {
            $row->fingerprint = $destination->fingerprint();
            $line->open();
        }
        return $line;
    }

    /**
     * Tries the line anew at once.
     */
    public function open(): void {
        global $DB;
        $this->row = (object) array_merge((array) $this->row, self::WELL);
        $DB->update_record(self::TABLE, $this->row);
    }

    /**
     * Whether something may leave now.
     *
     * @return bool
     */
    public function is_open(): bool {
        return (int) $this->row->stopped === 0 && (int) $this->row->until <= self::now();
    }

    /**
     * Whether one message is to go first, to see whether the line is well.
     *
     * @return bool
     */
    public function is_on_trial(): bool {
        return retries::is_on_trial($this->state());
    }

    /**
     * What a verdict says of the line. One that asked nobody says nothing.
     *
     * @param verdict $verdict
     * @param int $retryafter
     */
    public function note(verdict $verdict, int $retryafter): void {
        if (in_array($verdict->word, [verdict::HELD, verdict::DEAD], true)) {
            return;
        }
        $now = self::now();
        $next = retries::line_after($verdict->word, $this->state(), $now, $retryafter, random_int(0, 1000));
        $changes = [
            'failures' => $next['failures'],
            'pauses' => $next['pauses'],
            'until' => $next['until'],
            'stopped' => $next['stopped'] ? ((int) $this->row->stopped ?: $now) : 0,
            'reason' => $verdict->reason === 'none' || $verdict->word === 'refused' ? null : $verdict->reason,
        ];
        // It is enough to know to the minute when something last arrived.
        if ($verdict->word === 'sent' && $now - $this->row->timesuccess >= MINSECS) {
            $changes['timesuccess'] = $now;
        }
        $this->write($changes);
    }

    /**
     * Notes whether the administrators know of a trouble that lasts.
     *
     * @param bool $know
     */
    public function told(bool $know): void {
        $this->write(['timetold' => $know ? self::now() : 0]);
    }

    /**
     * What is known of it.
     *
     * @return \stdClass
     */
    public function row(): \stdClass {
        return clone $this->row;
    }

    /**
     * The row of a line that nobody has used before.
     *
     * @param destination $destination
     * @return \stdClass
     */
    private static function made(destination $destination): \stdClass {
        global $DB;
        $row = ['destination' => $destination->name, 'fingerprint' => $destination->fingerprint()];
        try {
            $DB->insert_record(self::TABLE, (object) $row);
        } catch (\dml_write_exception $problem) {
            // Another process may have made it at the same moment.
            if (!$DB->record_exists(self::TABLE, ['destination' => $destination->name])) {
                throw $problem;
            }
        }
        return $DB->get_record(self::TABLE, ['destination' => $destination->name], '*', MUST_EXIST);
    }

    /**
     * The line as the rules take it.
     *
     * @return array
     */
    private function state(): array {
        return [
            'failures' => (int) $this->row->failures,
            'pauses' => (int) $this->row->pauses,
            'until' => (int) $this->row->until,
            'stopped' => (int) $this->row->stopped > 0,
        ];
    }

    /**
     * Keeps what has changed.
     *
     * @param array $changes
     */
    private function write(array $changes): void {
        global $DB;
        $changed = (object) array_merge((array) $this->row, $changes);
        if ($changed != $this->row) {
            $this->row = $changed;
            $DB->update_record(self::TABLE, $this->row);
        }
    }

    /**
     * Now.
     *
     * @return int
     */
    private static function now(): int {
        return \core\di::get(\core\clock::class)->time();
    }
}
