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

use core\message\message;

/**
 * A mail as Moodle's messages take it, with the headers that a machine should give its mails.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class letter {
    /** @var watched_header Tells whether a mail was written. */
    private readonly watched_header $header;

    /** @var message What Moodle gets. */
    public readonly message $message;

    /**
     * A letter.
     *
     * @param array $mail as the mailer composes it
     * @param \stdClass $course
     * @param \stdClass $user full record
     * @param string $provider
     */
    public function __construct(array $mail, \stdClass $course, \stdClass $user, string $provider) {
        $this->header = new watched_header('Auto-Submitted: auto-generated');
        $message = new message();
        $message->component = 'block_course_notification';
        $message->name = $provider;
        $message->userfrom = self::sender($course, $this->header);
        sender_name::sign($message);
        $message->userto = $user;
        $message->subject = $mail['subject'];
        $message->fullmessage = $mail['text'];
        $message->fullmessageformat = FORMAT_PLAIN;
        $message->fullmessagehtml = $mail['html'];
        $message->smallmessage = $mail['subject'];
        $message->notification = 1;
        $message->courseid = $course->id;
        $message->contexturl = (new \moodle_url('/course/view.php', ['id' => $course->id]))->out(false);
        $message->contexturlname = $course->shortname;
        $this->message = $message;
    }

    /**
     * Whether the mail was written, so that only the server can have refused it.
     *
     * @return bool
     */
    public function is_written(): bool {
        return $this->header->is_written();
    }

    /**
     * Who writes. The mail gets an identity of its own: a mailer that is used again would give it that of the last one.
     *
     * @param \stdClass $course
     * @param watched_header $header
     * @return \stdClass
     */
    private static function sender(\stdClass $course, watched_header $header): \stdClass {
        $sender = clone \core_user::get_noreply_user();
        $preferences = new \moodle_url('/blocks/course_notification/choose.php', ['id' => $course->id]);
        $sender->customheaders = [
            'Message-ID: ' . generate_email_messageid('block_course_notification-' . bin2hex(random_bytes(16))),
            'Precedence: Bulk',
            'X-Auto-Response-Suppress: All',
            'X-Course-Id: ' . $course->id,
            'List-Unsubscribe: <' . $preferences->out(false) . '>',
            $header,
        ];
        return $sender;
    }
}
