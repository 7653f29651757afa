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

namespace block_my_external_backup_restore_courses\local\request;

use block_my_external_backup_restore_courses\local\row_change;
use block_my_external_backup_restore_courses\local\rules\journey;

/**
 * A request in the hands of the one worker that holds it. Every word that it writes says that it is still the one.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class work {
    /** @var int Bytes that were here when it was taken into hand. */
    private readonly int $bytesbefore;

    /** @var float When it last showed that it lives. */
    private float $beaten = 0;

    /**
     * Takes a request into hand.
     *
     * @param \stdClass $request
     * @param string $worker
     * @param array|null $export
     */
    private function __construct(
        /** @var \stdClass The request as it stands. */
        public readonly \stdClass $request,
        /** @var string Who works on it. */
        private readonly string $worker,
        /** @var array|null What the other Moodle last said of the backup, where it is ready. */
        public ?array $export = null,
    ) {
        $this->bytesbefore = (int) $request->bytesdone;
    }

    /**
     * Takes a request into hand; the caller holds its lock.
     *
     * @param int $id
     * @return self|null null where nothing is to be done
     */
    public static function take(int $id): ?self {
        global $DB;
        $request = requests::find($id);
        if ($request === null || (journey::is_ended($request->state) && $request->exportid === null)) {
            return null;
        }
        $worker = random_string(20);
        $DB->execute(
            'UPDATE {' . requests::TABLE . '} SET worker = :worker, heartbeat = :now WHERE id = :id',
            ['worker' => $worker, 'now' => time(), 'id' => $id],
        );
        $request->worker = $worker;
        return new self($request, $worker);
    }

    /**
     * A request that somebody has in hand; the caller holds its lock.
     *
     * @param int $id
     * @param string $worker
     * @return self|null null where it is in other hands by now
     */
    public static function held(int $id, string $worker): ?self {
        $request = requests::find($id);
        return $request?->worker === $worker ? new self($request, $worker) : null;
    }

    /**
     * Shows that it lives, and how far it is; at most once a second.
     *
     * @param int|null $share percent of the present state
     * @param int|null $bytesdone
     */
    public function beat(?int $share = null, ?int $bytesdone = null): void {
        $now = microtime(true);
        if ($now - $this->beaten < 1) {
            return;
        }
        $this->beaten = $now;
        $this->write(array_filter(['share' => $share, 'bytesdone' => $bytesdone], fn($value): bool => $value !== null));
    }

    /**
     * Goes on to the next state.
     *
     * @param array $values what else is known now
     */
    public function advance(array $values = []): void {
        $now = time();
        $state = journey::next_state($this->request->state);
        $this->write($values + [
            'state' => $state,
            'share' => 0,
            'reason' => null,
            'detail' => null,
            'timechanged' => $now,
            'story' => story::with($this->request, $state, $now),
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
        \block_my_external_backup_restore_courses\task\work_task::queue((int) $this->request->id, $timenext);
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
        $outcome = journey::after_trouble([
            'state' => $this->request->state,
            'tries' => (int) $this->request->tries,
            'moved' => (int) $this->request->bytesdone > $this->bytesbefore,
        ], $reason);
        $failed = $outcome['state'] === 'failed';
        $anew = $outcome['state'] === 'asked' && !in_array($this->request->state, ['scheduled', 'asked'], true);
        $this->write([
            'state' => $outcome['state'],
            'tries' => $outcome['tries'],
            'timenext' => $now + $outcome['wait'],
            'timechanged' => $now,
            'timeended' => $failed ? $now : null,
            'reason' => $reason,
            'detail' => $detail,
            'story' => story::with($this->request, $outcome['state'], $now, $reason, $detail),
        ] + ($anew ? ['wish' => null] : []));
        return $failed;
    }

    /**
     * Writes down what is known, if it is still the one that holds the request.
     *
     * @param array $values
     */
    public function write(array $values): void {
        global $DB;
        $values['heartbeat'] = time();
        row_change::attempt(requests::TABLE, (int) $this->request->id, $values, 'worker', $this->worker);
        if ($DB->get_field(requests::TABLE, 'worker', ['id' => $this->request->id]) !== $this->worker) {
            throw new stopped();
        }
        foreach ($values as $column => $value) {
            $this->request->$column = $value;
        }
    }

    /**
     * Lets go of it.
     */
    public function let_go(): void {
        row_change::attempt(requests::TABLE, (int) $this->request->id, ['worker' => null], 'worker', $this->worker);
    }
}
