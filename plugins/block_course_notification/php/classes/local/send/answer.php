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

use block_course_notification\local\rules\delivery;

/**
 * What came of handing a message over.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class answer {
    /**
     * An answer.
     *
     * @param array|null $failure how far the mail came, as the rules take it; null is a mail that was taken
     * @param string $said what the server said
     * @param bool $complete whether all other outputs took the message
     * @param float $seconds how long it took
     */
    private function __construct(
        /** @var array|null How far the mail came, as the rules take it; null is a mail that was taken. */
        private readonly ?array $failure,
        /** @var string What the server said. */
        public readonly string $said = '',
        /** @var bool Whether all other outputs took the message. */
        public readonly bool $complete = true,
        /** @var float How long it took, in seconds. */
        public readonly float $seconds = 0.0,
    ) {
    }

    /**
     * The same answer, which was long in coming.
     *
     * @param float $seconds
     * @return self
     */
    public function after(float $seconds): self {
        return new self($this->failure, $this->said, $this->complete, $seconds);
    }

    /**
     * The mail was taken, or none was asked for.
     *
     * @param bool $complete whether all other outputs took the message
     * @return self
     */
    public static function taken(bool $complete = true): self {
        return new self(null, '', $complete);
    }

    /**
     * The mail was not taken.
     *
     * @param string $stage how far it came
     * @param string $said
     * @param int $code of SMTP
     * @param int $about what the code is about
     * @return self
     */
    public static function failed(string $stage, string $said = '', int $code = 0, int $about = 0): self {
        return new self(['stage' => $stage, 'code' => $code, 'about' => $about], $said);
    }

    /**
     * What the mailer noted. Moodle's mailer speaks English, whatever the language of the site.
     *
     * @param string $error such as "… SMTP server error: RCPT TO command failed Detail: No such user SMTP code: 550
     *     Additional SMTP info: 5.1.1"
     * @return self
     */
    public static function of_mailer(string $error): self {
        $parts = [];
        $pattern = '~SMTP server error: (.*?)(?: Detail: (.*?))?(?: SMTP code: (\d+))?(?: Additional SMTP info: (.*))?$~s';
        if (!preg_match($pattern, $error, $parts)) {
            return self::without_code($error);
        }
        [, $what, $detail, $code, $more] = $parts + ['', '', '', '', ''];
        $stage = self::stage_of($error, $what);
        $said = trim(preg_replace('/\s+/', ' ', "$code $more $detail"));
        $about = preg_match('/^[245]\.(\d)\./', $more, $parts) ? (int) $parts[1] : 0;
        return self::failed($stage, $said === '' ? $what : $said, $stage === 'connect' ? 0 : (int) $code, $about);
    }

    /**
     * Why the mail was not taken, by the name that the rules give it; '' where it was.
     *
     * @return string
     */
    public function cause(): string {
        return $this->failure === null ? '' : delivery::cause_of($this->failure);
    }

    /**
     * How far a mail came.
     *
     * @param string $error
     * @param string $what the command of SMTP that failed
     * @return string
     */
    private static function stage_of(string $error, string $what): string {
        if (str_contains($error, 'SMTP connect() failed') || str_contains($error, 'Could not')) {
            return 'connect';
        }
        return match (true) {
            str_contains($what, 'RCPT TO') => 'recipient',
            // Without a line, the end of the mail was not even sent.
            $what === 'DATA END command failed' => 'end',
            str_contains($what, 'DATA') => 'data',
            str_contains($what, 'MAIL FROM') => 'sender',
            default => 'connect',
        };
    }

    /**
     * An error that names no answer of a server.
     *
     * @param string $error
     * @return self
     */
    private static function without_code(string $error): self {
        if (str_contains($error, 'SMTP connect() failed') || str_contains($error, 'Could not authenticate')) {
            return self::failed('connect', $error);
        }
        if (str_contains($error, 'recipients failed')) {
            // Refused, and not known for how long: like a server that is busy.
            return self::failed('recipient', $error, 450);
        }
        return self::failed(str_starts_with($error, 'Invalid address') ? 'address' : 'local', $error);
    }
}
