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

/**
 * The memory of what was sent. A row is claimed before sending, and its key is unique: nobody gets a message twice, even if two
 * runs meet or one of them is killed. A claim that nobody completed stays as `sending`: then it is unsure whether the message left.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class ledger {
    /** @var string The table. */
    public const TABLE = 'block_course_notification_sent';

    /** @var string A message is on its way, or nobody knows. */
    public const SENDING = 'sending';

    /** @var string The message has left. */
    public const SENT = 'sent';

    /** @var string The mail failed, and is tried again. */
    public const WAITING = 'waiting';

    /** @var string Nobody knows whether the message has left. */
    public const UNSURE = 'unsure';

    /** @var string The message could not be sent, and is not tried again. */
    public const FAILED = 'failed';

    /** @var string Remembered as sent, without a message. */
    public const MARKED = 'marked';

    /** @var int A claim older than this belongs to a run that has ended. */
    public const UNSURE_AFTER = HOURSECS;

    /**
     * Claims a message. Null says that it is claimed already.
     *
     * @param learner $learner
     * @param string $signal
     * @param int $anchor
     * @param int $now
     * @param string $state SENDING or MARKED
     * @return int|null id of the row
     */
    public static function claim(learner $learner, string $signal, int $anchor, int $now, string $state = self::SENDING): ?int {
        global $DB;
        try {
            return (int) $DB->insert_record(self::TABLE, (object) [
                'courseid' => $learner->course->id,
                'userid' => $learner->userid,
                'signalname' => $signal,
                'anchor' => $anchor,
                'state' => $state,
                'timeclaimed' => $now,
                'timesent' => $state === self::MARKED ? $now : null,
            ]);
        } catch (\dml_write_exception $problem) {
            if (self::is_claimed($learner, $signal, $anchor)) {
                return null;
            }
            throw $problem;
        }
    }

    /**
     * Claims a mail that waits, so that a crash never sends it twice.
     *
     * @param int $id
     * @return bool whether it still waits: somebody may have marked it as sent meanwhile
     */
    public static function claim_again(int $id): bool {
        global $DB;
        if ($DB->get_field(self::TABLE, 'state', ['id' => $id]) !== self::WAITING) {
            return false;
        }
        self::write($id, ['state' => self::SENDING, 'timenext' => null]);
        return true;
    }

    /**
     * Gives a claim back: nothing has left.
     *
     * @param int $id
     */
    public static function release(int $id): void {
        global $DB;
        $DB->delete_records(self::TABLE, ['id' => $id]);
    }

    /**
     * The message has left.
     *
     * @param int $id
     * @param int $now
     * @param string|null $reason what went wrong with it all the same
     */
    public static function sent(int $id, int $now, ?string $reason = null): void {
        self::write($id, ['state' => self::SENT, 'timesent' => $now] + ($reason === null ? [] : ['reason' => $reason]));
    }

    /**
     * The mail could not be sent now.
     *
     * @param int $id
     * @param string $state WAITING, UNSURE or FAILED
     * @param string $reason
     * @param string $said what the server said
     * @param int $tries
     * @param int|null $next when it is tried again
     */
    public static function failed(int $id, string $state, string $reason, string $said, int $tries, ?int $next = null): void {
        self::write($id, [
            'state' => $state,
            'reason' => $reason,
            'answer' => $said === '' ? null : \core_text::substr($said, 0, 255),
            'tries' => $tries,
            'timenext' => $next,
        ]);
    }

    /**
     * Remembers mails as sent that wait for another try: they are not tried again.
     *
     * @param string $where condition on the table
     * @param array $params
     * @param int $now
     * @param int $most
     * @return \stdClass[] what was marked, each with `id`, `courseid`, `userid` and `signalname`
     */
    public static function mark_waiting(string $where, array $params, int $now, int $most = 0): array {
        global $DB;
        [$where, $params] = self::waiting($where, $params);
        $columns = 'id, courseid, userid, signalname';
        $rows = $DB->get_records_select(self::TABLE, $where, $params, 'timeclaimed, id', $columns, 0, $most);
        foreach (array_keys($rows) as $id) {
            self::write((int) $id, ['state' => self::MARKED, 'timesent' => $now, 'timenext' => null]);
        }
        return $rows;
    }

    /**
     * How many mails wait for another try.
     *
     * @param string $where condition on the table
     * @param array $params
     * @return int
     */
    public static function count_waiting(string $where, array $params): int {
        global $DB;
        return $DB->count_records_select(self::TABLE, ...self::waiting($where, $params));
    }

    /**
     * Adds to a condition that the mail waits for another try.
     *
     * @param string $where
     * @param array $params
     * @return array{string, array}
     */
    private static function waiting(string $where, array $params): array {
        return ["state = :waiting AND $where", ['waiting' => self::WAITING] + $params];
    }

    /**
     * Lets a mail wait for its next try.
     *
     * @param int[] $ids
     * @param int $next
     */
    public static function wait(array $ids, int $next): void {
        global $DB;
        foreach (array_chunk($ids, 1000) as $some) {
            [$in, $params] = $DB->get_in_or_equal($some, SQL_PARAMS_NAMED);
            $DB->set_field_select(self::TABLE, 'timenext', $next, "id $in", $params);
            $DB->set_field_select(self::TABLE, 'state', self::WAITING, "id $in", $params);
        }
    }

    /**
     * Claims that a run left behind when it was killed: nobody knows whether those messages have left. Only one run is at work at
     * a time, so they are none of another one.
     *
     * @param int $now
     */
    public static function close_left_behind(int $now): void {
        global $DB;
        $where = 'state = :state AND timeclaimed > :since';
        $params = ['state' => self::SENDING, 'since' => $now - WEEKSECS];
        $ids = $DB->get_fieldset_select(self::TABLE, 'id', $where, $params);
        foreach ($ids as $id) {
            self::write((int) $id, ['state' => self::UNSURE, 'reason' => 'killed']);
        }
    }

    /**
     * Writes to a row.
     *
     * @param int $id
     * @param array $values
     */
    private static function write(int $id, array $values): void {
        global $DB;
        $DB->update_record(self::TABLE, (object) (['id' => $id] + $values));
    }

    /**
     * Whether a message is claimed.
     *
     * @param learner $learner
     * @param string $signal
     * @param int $anchor
     * @return bool
     */
    private static function is_claimed(learner $learner, string $signal, int $anchor): bool {
        global $DB;
        return $DB->record_exists(self::TABLE, [
            'courseid' => $learner->course->id,
            'userid' => $learner->userid,
            'signalname' => $signal,
            'anchor' => $anchor,
        ]);
    }
}
