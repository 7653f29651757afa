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
 * The messages of a destination that one process is sending. They are its own before anything leaves, for as long as it gives
 * signs of life: two processes never send the same at once, and what a dead one held is sent by the next.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class claims {
    /** @var int Seconds after which a process without a sign of life is taken to be dead. */
    private const LEASE = 300;

    /** @var int Seconds between signs of life. */
    private const BEAT = 60;

    /** @var int How much of a request and an answer the trace keeps. */
    private const SHOWN = 8000;

    /** @var int How many rows are looked at in one go. */
    private const MANY = 1000;

    /** @var string Name of this process. */
    private readonly string $worker;

    /** @var int The last sign of life. */
    private int $beaten = 0;

    /**
     * Claims for a destination.
     *
     * @param string $destination
     * @param int $batch
     */
    public function __construct(
        /** @var string To whom. */
        private readonly string $destination,
        /** @var int How many messages of one order go in a single delivery. */
        private readonly int $batch = blueprint::BATCH,
    ) {
        $this->worker = bin2hex(random_bytes(16));
    }

    /**
     * Takes over what a dead process held, and leaves out what something newer has taken the place of.
     *
     * @return int how many messages were replaced
     */
    public function tidy(): int {
        global $DB;
        $where = "destination = :destination AND state = 'sending' AND lease < :now";
        $params = ['destination' => $this->destination, 'now' => self::now()];
        $DB->execute("UPDATE {part_outbox_message} SET state = 'waiting', worker = NULL WHERE $where", $params);
        $ids = $DB->get_fieldset_sql(
            "SELECT DISTINCT o.id
               FROM {part_outbox_message} o
               JOIN {part_outbox_message} n ON n.about = o.about AND n.destination = o.destination AND n.id > o.id
              WHERE o.destination = :destination AND o.state IN ('waiting', 'held')",
            ['destination' => $this->destination],
        );
        foreach (array_chunk($ids, self::MANY) as $some) {
            [$in, $params] = $DB->get_in_or_equal($some, SQL_PARAMS_NAMED);
            $DB->execute(
                "UPDATE {part_outbox_message}
                    SET state = 'replaced', timeended = :now
                  WHERE id $in AND state IN ('waiting', 'held')",
                $params + ['now' => self::now()],
            );
        }
        return count($ids);
    }

    /**
     * Claims the first messages of so many orders at most.
     *
     * @param int $most
     * @return array lists of rows, each of which is one delivery
     */
    public function take(int $most): array {
        global $DB;
        $first = $DB->get_records_sql_menu(
            "SELECT m.id, m.sequence
               FROM {part_outbox_message} m
              WHERE m.destination = :destination AND m.state = 'waiting' AND m.timenext <= :now
                    AND NOT EXISTS (
                        SELECT 1
                          FROM {part_outbox_message} e
                         WHERE e.destination = m.destination AND e.sequence = m.sequence AND e.state IN ('waiting', 'sending')
                               AND e.id < m.id
                    )
           ORDER BY m.id",
            ['destination' => $this->destination, 'now' => self::now()],
            0,
            $most,
        );
        $ids = $this->batch === 1 ? array_keys($first) : $this->with_followers($first);
        if ($ids === []) {
            return [];
        }
        [$in, $params] = $DB->get_in_or_equal($ids, SQL_PARAMS_NAMED);
        $this->beaten = self::now();
        $DB->execute(
            "UPDATE {part_outbox_message} SET state = 'sending', worker = :worker, lease = :lease, claims = claims + 1
              WHERE id $in AND state = 'waiting'",
            $params + ['worker' => $this->worker, 'lease' => $this->beaten + self::LEASE],
        );
        // Another process may have been faster with some of them.
        $params['worker'] = $this->worker;
        $rows = $DB->get_records_select(outbox::TABLE, "id $in AND worker = :worker", $params, 'id');
        $groups = [];
        foreach ($rows as $row) {
            $groups[$row->sequence][] = $row;
        }
        return array_values($groups);
    }

    /**
     * A sign of life.
     */
    public function beat(): void {
        global $DB;
        if (self::now() - $this->beaten >= self::BEAT) {
            $this->beaten = self::now();
            $DB->set_field(outbox::TABLE, 'lease', $this->beaten + self::LEASE, ['worker' => $this->worker, 'state' => 'sending']);
        }
    }

    /**
     * Gives back what was claimed and has not left.
     *
     * @param \stdClass[] $rows
     */
    public function give_back(array $rows): void {
        global $DB;
        [$in, $params] = $DB->get_in_or_equal(array_column($rows, 'id'), SQL_PARAMS_NAMED);
        $DB->execute(
            "UPDATE {part_outbox_message}
                SET state = 'waiting', worker = NULL, claims = claims - 1
              WHERE id $in AND worker = :worker",
            $params + ['worker' => $this->worker],
        );
    }

    /**
     * Writes down how a message fared. What another process has taken over in the meantime is that one's to tell.
     *
     * @param \stdClass $row
     * @param verdict $verdict
     * @param request|null $request the last one
     * @param answer|null $answer
     * @return string the state it came to
     */
    public function settle(\stdClass $row, verdict $verdict, ?request $request, ?answer $answer): string {
        global $DB;
        $next = in_array($verdict->word, [verdict::HELD, verdict::DEAD], true)
            ? ['state' => $verdict->word, 'tries' => $row->tries, 'refusals' => $row->refusals, 'timenext' => 0]
            : retries::next_of(
                $verdict->word,
                ['tries' => (int) $row->tries, 'refusals' => (int) $row->refusals],
                self::now(),
                $answer->retryafter ?? 0,
                random_int(0, 1000),
            );
        $DB->execute(
            "UPDATE {part_outbox_message}
                SET state = :state, reason = :reason, detail = :detail, tries = :tries, refusals = :refusals, timenext = :timenext,
                    claims = claims - :unsent, worker = NULL, status = :status, request = :request, answer = :answer,
                    timeended = :timeended
              WHERE id = :id AND worker = :worker",
            [
                'id' => $row->id,
                'worker' => $this->worker,
                'state' => $next['state'],
                'reason' => $verdict->reason === 'none' ? null : $verdict->reason,
                'detail' => \core_text::substr($verdict->detail, 0, 255),
                'tries' => $next['tries'],
                'refusals' => $next['refusals'],
                'timenext' => $next['timenext'],
                // Nobody was asked, so that nobody can know it.
                'unsent' => $request === null ? 1 : 0,
                'status' => $answer->status ?? 0,
                'request' => self::shown($request?->shown()),
                'answer' => self::shown($answer?->body),
                'timeended' => in_array($next['state'], ['sent', 'dead'], true) ? self::now() : null,
            ],
        );
        return $next['state'];
    }

    /**
     * The first messages of some orders with those that go along.
     *
     * @param string[] $first orders by the id of their first message
     * @return int[]
     */
    private function with_followers(array $first): array {
        global $DB;
        if ($first === []) {
            return [];
        }
        [$in, $params] = $DB->get_in_or_equal(array_values($first), SQL_PARAMS_NAMED);
        $where = "destination = :destination AND state = 'waiting' AND sequence $in";
        $params['destination'] = $this->destination;
        $sequences = $DB->get_records_select_menu(outbox::TABLE, $where, $params, 'id', 'id, sequence');
        $groups = [];
        foreach ($sequences as $id => $sequence) {
            $groups[$sequence][] = (int) $id;
        }
        $batches = array_map(fn(array $ids): array => array_slice($ids, 0, $this->batch), $groups);
        return array_merge(...array_values($batches));
    }

    /**
     * As much of a text as the trace keeps, as the database takes it.
     *
     * @param string|null $text
     * @return string|null
     */
    private static function shown(?string $text): ?string {
        return $text === null ? null : \core_text::substr(fix_utf8($text), 0, self::SHOWN);
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
