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

#[\PHPUnit\Framework\Attributes\CoversClass(answer::class)]
/**
 * What Moodle's mailer notes, as the rules take it.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\local\send\answer
 */
final class answer_test extends \basic_testcase {
    /**
     * Notes as the mailer of Moodle 4.5 to 5.2 writes them.
     *
     * @return array
     */
    public static function notes(): array {
        $connect = 'SMTP Error: Could not connect to SMTP host. SMTP server error: Failed to connect to server SMTP code: 111'
            . ' Additional SMTP info: Connection refused';
        return [
            'nobody answers' => ['connection', '111 Connection refused', $connect],
            'no connection at all' => ['connection', null, 'SMTP connect() failed.'],
            'wrong password' => ['connection', null, 'SMTP Error: Could not authenticate.'],
            'no such user' => ['refused', '550 5.1.1 Nobody of that name', 'SMTP Error: The following recipients failed: a@b.c: '
                . 'Nobody of that nameSMTP server error: RCPT TO command failed Detail: Nobody of that name SMTP code: 550'
                . ' Additional SMTP info: 5.1.1'],
            'relaying denied' => ['policy', '554 5.7.1 Relay access denied', 'SMTP Error: The following recipients failed: '
                . 'a@b.c: xSMTP server error: RCPT TO command failed Detail: Relay access denied SMTP code: 554'
                . ' Additional SMTP info: 5.7.1'],
            'greylisted' => ['busy', '451 Come back', 'SMTP Error: The following recipients failed: a@b.c: Come back'
                . 'SMTP server error: RCPT TO command failed Detail: Come back SMTP code: 451'],
            'sender refused' => ['policy', '550 Not you', 'The following From address failed: n@b.c : MAIL FROM command failed,'
                . 'Not you,550,SMTP server error: MAIL FROM command failed Detail: Not you SMTP code: 550'],
            'cut before the end' => ['connection', null, 'SMTP Error: data not accepted.SMTP server error: Called DATA END '
                . 'without being connected'],
            'no answer at the end' => ['noanswer', null, 'SMTP Error: data not accepted.SMTP server error: '
                . 'DATA END command failed'],
            'refused at the end' => ['policy', '554 Spam', 'SMTP Error: data not accepted.SMTP server error: DATA END command '
                . 'failed Detail: Spam SMTP code: 554'],
            'unknown how' => ['busy', null, 'SMTP Error: The following recipients failed: a@b.c: Nobody'],
            'no mail program' => ['local', null, 'Could not instantiate mail function.'],
            'no address' => ['address', null, 'Invalid address:  (to): nowhere'],
        ];
    }

    /**
     * Each note has one meaning.
     *
     * @dataProvider notes
     * @param string $cause
     * @param string|null $said
     * @param string $note
     */
    #[\PHPUnit\Framework\Attributes\DataProvider('notes')]
    public function test_a_note_of_the_mailer_has_one_meaning(string $cause, ?string $said, string $note): void {
        $answer = answer::of_mailer($note);
        $this->assertSame($cause, $answer->cause());
        if ($said !== null) {
            $this->assertSame($said, $answer->said);
        }
    }
}
