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

    /** @var string An output did not take the message. */
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
     * The message has left.
     *
     * @param int $id
     * @param int $now
     */
    public static function sent(int $id, int $now): void {
        global $DB;
        $DB->execute(
            'UPDATE {' . self::TABLE . '} SET state = :state, timesent = :now WHERE id = :id',
            ['state' => self::SENT, 'now' => $now, 'id' => $id]
        );
    }

    /**
     * The message could not be delivered.
     *
     * @param int $id
     * @param string $reason
     */
    public static function failed(int $id, string $reason): void {
        global $DB;
        $DB->execute(
            'UPDATE {' . self::TABLE . '} SET state = :state, reason = :reason WHERE id = :id',
            ['state' => self::FAILED, 'reason' => \core_text::substr($reason, 0, 255), 'id' => $id]
        );
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
