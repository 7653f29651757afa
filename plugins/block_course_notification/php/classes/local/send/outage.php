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
 * A mail server that takes no mails: since when, and what it said. It is remembered between runs, and admins are told once.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class outage {
    /**
     * The outage that lasts, or null.
     *
     * @return array{since: int, cause: string, said: string}|null
     */
    public static function current(): ?array {
        $kept = json_decode((string) get_config('block_course_notification', 'outage'), true);
        return is_array($kept) ? $kept : null;
    }

    /**
     * The server failed. The first time, admins are told.
     *
     * @param string $cause
     * @param string $said
     * @param int $now
     */
    public static function begins(string $cause, string $said, int $now): void {
        if (self::current() !== null) {
            return;
        }
        $kept = ['since' => $now, 'cause' => $cause, 'said' => $said];
        set_config('outage', json_encode($kept, JSON_INVALID_UTF8_SUBSTITUTE), 'block_course_notification');
        foreach (get_admins() as $admin) {
            self::tell($admin, $kept);
        }
    }

    /**
     * The server took a mail.
     */
    public static function ends(): void {
        unset_config('outage', 'block_course_notification');
    }

    /**
     * What happened, in a sentence.
     *
     * @param array $kept as current() gives it
     * @param string|null $lang of the reader
     * @return string
     */
    public static function describe(array $kept, ?string $lang = null): string {
        $reason = get_string_manager()->get_string('failure:' . $kept['cause'], 'block_course_notification', null, $lang);
        return $kept['said'] === '' ? $reason : "$reason ($kept[said])";
    }

    /**
     * Tells an admin; where mail does not work, on the web.
     *
     * @param \stdClass $admin
     * @param array $kept
     */
    private static function tell(\stdClass $admin, array $kept): void {
        $lang = mailer::language_of($admin);
        $say = static fn(string $key, ?array $a = null): string =>
            get_string_manager()->get_string($key, 'block_course_notification', $a, $lang);
        $text = $say('outage:message', ['reason' => self::describe($kept, $lang)]);
        $message = new \core\message\message();
        $message->component = 'block_course_notification';
        $message->name = 'trouble';
        $message->userfrom = \core_user::get_noreply_user();
        $message->userto = $admin;
        $message->subject = $say('outage:subject');
        $message->fullmessage = $text;
        $message->fullmessageformat = FORMAT_PLAIN;
        $message->fullmessagehtml = '<p>' . s($text) . '</p>';
        $message->smallmessage = $say('outage:subject');
        $message->notification = 1;
        $message->contexturl = (new \moodle_url('/report/status/index.php'))->out(false);
        $message->contexturlname = $say('check:task');
        try {
            message_send($message);
        } catch (\Throwable $problem) {
            debugging($problem->getMessage(), DEBUG_DEVELOPER);
        }
    }
}
