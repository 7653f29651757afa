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

/**
 * What Moodle's mailer notes when a mail fails: it says so in an event, and nowhere else.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class mail_errors {
    /** @var string|null What was noted last. */
    private static ?string $last = null;

    /**
     * A mail failed.
     *
     * @param \core\event\email_failed $event
     */
    public static function noted(\core\event\email_failed $event): void {
        self::$last = (string) ($event->other['errorinfo'] ?? '');
    }

    /**
     * What was noted since it was asked last; null where no mail failed.
     *
     * @return string|null
     */
    public static function take(): ?string {
        [$last, self::$last] = [self::$last, null];
        return $last;
    }
}
