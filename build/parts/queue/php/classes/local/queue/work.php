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

namespace part_queue\local\queue;

/**
 * A row in the hands of the one worker that holds it. Every word that it writes says that it is still the one.
 *
 * @package    part_queue
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class work {
    /** @var \stdClass The row as it was when it was taken into hand. */
    public readonly \stdClass $before;

    /** @var array|null What the way remembers of it as long as it is in hand. */
    public ?array $known = null;

    /** @var float When it last showed that it lives. */
    private float $beaten = 0;

    /**
     * Takes a row into hand.
     *
     * @param \stdClass $row
     * @param string $worker
     */
    private function __construct(
        /** @var \stdClass The row as it stands. */
        public readonly \stdClass $row,
        /** @var string Who works on it. */
        private readonly string $worker,
    ) {
        $this->before = clone $row;
    }

    /**
     * Takes a row into hand; the caller holds its lock.
     *
     * @param int $id
     * @return self|null null where nothing is to be done
     */
    public static function take(int $id): ?self {
        global $DB;
        $row = queue::find($id);
        if ($row === null || (queue::is_ended($row->state) && $row->{blueprint::LEFT} === null)) {
            return null;
        }
        $worker = random_string(20);
        $DB->execute(
            'UPDATE {' . blueprint::TABLE . '} SET worker = :worker, heartbeat = :now WHERE id = :id',
            ['worker' => $worker, 'now' => time(), 'id' => $id],
        );
        $row->worker = $worker;
        return new self($row, $worker);
    }

    /**
     * A row that somebody has in hand; the caller holds its lock.
     *
     * @param int $id
     * @param string $worker
     * @return self|null null where it is in other hands by now
     */
    public static function held(int $id, string $worker): ?self {
        $row = queue::find($id);
        return $row?->worker === $worker ? new self($row, $worker) : null;
    }

    /**
     * Shows that it lives, and how far it is; at most once a second.
     *
     * @param array $values such as the `share` of the present state that is done, in percent
     */
    public function beat(array $values = []): void {
        $now = microtime(true);
        if ($now - $this->beaten < 1) {
            return;
        }
        $this->beaten = $now;
        $this->write($values);
    }

    /**
     * Goes on to the next state.
     *
     * @param array $values what else is known now
     */
    public function advance(array $values = []): void {
        $now = time();
        $state = (blueprint::WAY)::next_state($this->row->state);
        $this->write($values + [
            'state' => $state,
            'share' => 0,
            'reason' => null,
            'detail' => null,
            'timechanged' => $now,
            'story' => story::with($this->row, $state, $now),
        ]);
    }

    /**
     * Lets go until later.
     *
     * @param int $timenext
     */
    public function wait_until(int $timenext): void {
        $this->write(['timenext' => $timenext]);
        $this->let_go();
        (blueprint::TASK)::queue((int) $this->row->id, $timenext);
    }

    /**
     * Meets trouble: it is tried again later, or has failed.
     *
     * @param string $reason
     * @param string $detail
     * @return bool whether it has failed for good
     */
    public function stumble(string $reason, string $detail): bool {
        $now = time();
        $detail = \core_text::substr($detail, 0, 255);
        $outcome = (blueprint::WAY)::after_trouble($this, $reason);
        $failed = $outcome['state'] === 'failed';
        $wait = $outcome['wait'];
        unset($outcome['wait']);
        $this->write($outcome + [
            'timenext' => $now + $wait,
            'timechanged' => $now,
            'timeended' => $failed ? $now : null,
            'reason' => $reason,
            'detail' => $detail,
            'story' => story::with($this->row, $outcome['state'], $now, $reason, $detail),
        ]);
        return $failed;
    }

    /**
     * Writes down what is known, if it is still the one that holds the row.
     *
     * @param array $values
     */
    public function write(array $values): void {
        global $DB;
        $values['heartbeat'] = time();
        row_change::attempt(blueprint::TABLE, (int) $this->row->id, $values, 'worker', $this->worker);
        if ($DB->get_field(blueprint::TABLE, 'worker', ['id' => $this->row->id]) !== $this->worker) {
            throw new stopped();
        }
        foreach ($values as $column => $value) {
            $this->row->$column = $value;
        }
    }

    /**
     * Lets go of it.
     */
    public function let_go(): void {
        row_change::attempt(blueprint::TABLE, (int) $this->row->id, ['worker' => null], 'worker', $this->worker);
    }
}
