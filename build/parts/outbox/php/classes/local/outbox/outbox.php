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

/**
 * Takes messages, in the transaction of what they tell of. Nothing is sent from here.
 *
 * A newer state of the same thing is a row of its own: it needs no look at those before it. The drain sends the newest only.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class outbox {
    /** @var string Where messages are kept. */
    public const TABLE = 'part_outbox_message';

    /**
     * Takes messages.
     *
     * @param message ...$messages
     * @return int how many rows it made
     */
    public static function put(message ...$messages): int {
        return self::write($messages);
    }

    /**
     * Takes those messages that say something else than was last said of the same thing.
     *
     * @param message ...$messages
     * @return int how many rows it made
     */
    public static function put_news(message ...$messages): int {
        $said = self::said_by($messages);
        return self::write($messages, static fn(message $message, destination $destination): bool
            => ($said[$message->about()][$destination->name] ?? null) !== $message->json());
    }

    /**
     * Takes those messages that were missed: nothing, or something else, was said of the same thing. A destination has missed
     * nothing that happened before its beginning.
     *
     * @param message ...$messages
     * @return int how many rows it made
     */
    public static function put_missed(message ...$messages): int {
        $said = self::said_by($messages);
        return self::write($messages, static function (message $message, destination $destination) use ($said): bool {
            $known = $said[$message->about()][$destination->name] ?? null;
            return $known === null ? self::concerns($message, $destination) : $known !== $message->json();
        });
    }

    /**
     * Takes messages for one destination.
     *
     * @param string $name
     * @param message ...$messages
     * @return int how many rows it made
     */
    public static function put_for(string $name, message ...$messages): int {
        return self::write($messages, static fn(message $message, destination $destination): bool => $destination->name === $name);
    }

    /**
     * Whether a message is of the time of a destination.
     *
     * @param message $message
     * @param destination $destination
     * @return bool
     */
    public static function concerns(message $message, destination $destination): bool {
        return $message->happened > 0 && $message->happened >= $destination->since;
    }

    /**
     * Lets held messages go again, since what they lacked may be there now.
     *
     * @param string $field userid, courseid or itemid
     * @param int $id
     */
    public static function release(string $field, int $id): void {
        global $DB;
        $DB->set_field(self::TABLE, 'state', 'waiting', ['state' => 'held', $field => $id]);
    }

    /**
     * Lets all held messages go again: some of what they lack comes without an event.
     */
    public static function release_all(): void {
        global $DB;
        $DB->set_field(self::TABLE, 'state', 'waiting', ['state' => 'held']);
    }

    /**
     * Gives up what waits for a destination that is no more.
     *
     * @param string $name
     */
    public static function leave(string $name): void {
        global $DB;
        $DB->execute(
            "UPDATE {part_outbox_message} SET state = 'dead', reason = 'gone', timeended = :now
              WHERE destination = :destination AND state IN ('waiting', 'held')",
            ['now' => \core\di::get(\core\clock::class)->time(), 'destination' => $name],
        );
    }

    /**
     * What was last said of things, whether it has arrived or not.
     *
     * @param string[] $abouts
     * @return array JSON by thing and destination
     */
    public static function said_of(array $abouts): array {
        global $DB;
        $said = [];
        foreach (array_chunk(array_unique($abouts), 1000) as $some) {
            [$in, $params] = $DB->get_in_or_equal($some, SQL_PARAMS_NAMED);
            $newest = "SELECT MAX(n.id) FROM {part_outbox_message} n WHERE n.about $in GROUP BY n.about, n.destination";
            $rows = $DB->get_records_sql("SELECT id, about, destination, data FROM {part_outbox_message} WHERE id IN ($newest)", $params);
            foreach ($rows as $row) {
                $said[$row->about][$row->destination] = $row->data;
            }
        }
        return $said;
    }

    /**
     * Sends messages again, as what they were: the other side knows them by their identity.
     *
     * @param int[] $ids
     * @return int how many
     */
    public static function resend(array $ids): int {
        global $DB;
        if ($ids === []) {
            return 0;
        }
        [$in, $params] = $DB->get_in_or_equal($ids, SQL_PARAMS_NAMED);
        $where = "id $in AND state <> 'sending'";
        $count = $DB->count_records_select(self::TABLE, $where, $params);
        $set = "state = 'waiting', tries = 0, refusals = 0, timenext = 0, timeended = NULL";
        $DB->execute("UPDATE {part_outbox_message} SET $set WHERE $where", $params);
        return $count;
    }

    /**
     * The messages that were given up.
     *
     * @return int[]
     */
    public static function given_up(): array {
        global $DB;
        $names = array_column(self::connector()->destinations(), 'name');
        if ($names === []) {
            return [];
        }
        [$in, $params] = $DB->get_in_or_equal($names, SQL_PARAMS_NAMED);
        return array_map('intval', $DB->get_fieldset_select(self::TABLE, 'id', "state = 'dead' AND destination $in", $params));
    }

    /**
     * The connector of this plugin.
     *
     * @return connector
     */
    public static function connector(): connector {
        return \core\di::get(blueprint::CONNECTOR);
    }

    /**
     * What was last said of the things of some messages.
     *
     * @param message[] $messages
     * @return array JSON by thing and destination
     */
    private static function said_by(array $messages): array {
        return self::said_of(array_map(static fn(message $message): string => $message->about(), $messages));
    }

    /**
     * Writes messages for the destinations that want them.
     *
     * @param message[] $messages
     * @param \Closure|null $isfor is handed a message and a destination
     * @return int
     */
    private static function write(array $messages, ?\Closure $isfor = null): int {
        global $DB;
        $now = \core\di::get(\core\clock::class)->time();
        $destinations = self::connector()->destinations();
        $rows = [];
        foreach ($messages as $message) {
            foreach ($destinations as $destination) {
                if (in_array($message->kind, $destination->kinds, true) && ($isfor === null || $isfor($message, $destination))) {
                    $rows[] = $message->row($destination->name, $now);
                }
            }
        }
        if (count($rows) === 1) {
            // Several at once take a query more, and this is what observers do.
            $DB->insert_record(self::TABLE, $rows[0], false);
        } else if ($rows !== []) {
            $DB->insert_records(self::TABLE, $rows);
        }
        return count($rows);
    }
}
