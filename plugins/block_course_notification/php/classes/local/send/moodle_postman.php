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

use block_course_notification\local\facts\opt_outs;

/**
 * Takes letters to Moodle's messages, and finds out why a mail failed: what is public of that is an event, and what Moodle
 * checks before it writes a mail.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class moodle_postman implements postman {
    /** @var int How long the server may think when it is only looked at, in seconds. */
    private const PATIENCE = 10;

    /**
     * Keeps the line to the server open between mails, as far as the site allows. Only so does the mailer tell what was said.
     */
    public function __construct() {
        get_mailer('buffer');
    }

    /**
     * Leaves nothing behind for the mails of others.
     */
    public function __destruct() {
        get_mailer('close');
    }

    #[\Override]
    public function deliver(letter $letter): ?answer {
        return self::timed(static fn(): ?answer => self::hand_over($letter));
    }

    #[\Override]
    public function deliver_mail(letter $letter): ?answer {
        return $this->is_mailed($letter) ? self::timed(static fn(): answer => self::mail($letter)) : null;
    }

    /**
     * Tells of an answer how long it was in coming.
     *
     * @param \Closure $deliver
     * @return answer|null
     */
    private static function timed(\Closure $deliver): ?answer {
        $start = hrtime(true);
        return $deliver()?->after((hrtime(true) - $start) / 1e9);
    }

    /**
     * Hands a letter to all outputs.
     *
     * @param letter $letter
     * @return answer
     */
    private static function hand_over(letter $letter): ?answer {
        mail_errors::take();
        $said = '';
        try {
            if (message_send($letter->message) !== false) {
                return answer::taken();
            }
        } catch (\dml_exception $problem) {
            throw $problem;
        } catch (\Throwable $problem) {
            $said = $problem->getMessage();
        }
        if (empty($letter->message->savedmessageid)) {
            return null;
        }
        return self::answer($letter) ?? answer::failed('none', $said);
    }

    /**
     * Hands a letter to the mail alone.
     *
     * @param letter $letter
     * @return answer
     */
    private static function mail(letter $letter): answer {
        mail_errors::take();
        $email = get_message_processors(true)['email']->object;
        if ($email->send_message($letter->message->get_eventobject_for_processor('email'))) {
            return answer::taken();
        }
        return self::answer($letter) ?? answer::failed('local');
    }

    #[\Override]
    public function is_server_well(array $addresses = []): bool {
        get_mailer('close');
        $mailer = get_mailer();
        if ($mailer->Mailer !== 'smtp') {
            return true;
        }
        $mailer->Timeout = self::PATIENCE;
        $smtp = $mailer->getSMTPInstance();
        $smtp->Timelimit = self::PATIENCE;
        try {
            return $mailer->smtpConnect()
                && $smtp->mail(\core_user::get_noreply_user()->email)
                && ($addresses === [] || array_filter($addresses, $smtp->recipient(...)) !== []);
        } catch (\Throwable) {
            return false;
        } finally {
            $mailer->smtpClose();
            get_mailer('close');
            get_mailer('buffer');
        }
    }

    /**
     * What became of the mail of a letter that was not taken as a whole; null where it was not even written.
     *
     * @param letter $letter
     * @return answer|null
     */
    private static function answer(letter $letter): ?answer {
        $error = mail_errors::take();
        if ($error !== null) {
            return answer::of_mailer($error);
        }
        if ($letter->is_written()) {
            return answer::taken(false);
        }
        return self::is_unreachable($letter->message->userto) ? answer::failed('address') : null;
    }

    /**
     * Whether Moodle writes no mails to someone.
     *
     * @param \stdClass $user
     * @return bool
     */
    private static function is_unreachable(\stdClass $user): bool {
        global $CFG;
        $own = empty($CFG->messagingallowemailoverride) ? '' : get_user_preferences('message_processor_email_email', '', $user);
        $address = clean_param((string) $own, PARAM_EMAIL) ?: (string) $user->email;
        return $address === '' || !validate_email($address) || over_bounce_threshold($user);
    }

    /**
     * Whether the receiver of a letter wants it by mail.
     *
     * @param letter $letter
     * @return bool
     */
    private function is_mailed(letter $letter): bool {
        $user = $letter->message->userto;
        $chosen = opt_outs::preferences([(int) $user->id])[(int) $user->id][$letter->message->name] ?? '';
        return (new opt_outs())->takes('email', $letter->message->name, $chosen, (bool) $user->emailstop);
    }
}
