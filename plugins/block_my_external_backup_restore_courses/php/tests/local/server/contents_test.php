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

namespace block_my_external_backup_restore_courses\local\server;

use block_my_external_backup_restore_courses\tests\lender;

#[\PHPUnit\Framework\Attributes\CoversClass(contents::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(content_file::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(tickets::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(download::class)]
/**
 * Contents are proved and handed out to who asked for the export, and to nobody else.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_my_external_backup_restore_courses\local\server\contents
 * @covers \block_my_external_backup_restore_courses\local\server\content_file
 * @covers \block_my_external_backup_restore_courses\local\server\tickets
 * @covers \block_my_external_backup_restore_courses\local\server\download
 */
final class contents_test extends \advanced_testcase {
    /** @var lender The Moodle. */
    private lender $lender;

    /** @var string[] Hashes of the contents, sorted. */
    private array $hashes;

    /** @var \stdClass An export of them. */
    private \stdClass $export;

    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $course = $this->getDataGenerator()->create_course();
        $this->lender = new lender($this->getDataGenerator());
        $this->lender->teacher('ada', $course->id);
        $this->hashes = $this->lender->files($course->id, ['a.txt' => 'one', 'b.txt' => 'two', 'c.txt' => 'three']);
        $this->export = $this->lender->export('ada', $course->id);
    }

    /**
     * A ticket for a content.
     *
     * @param string $hash
     * @return string
     */
    private function ticket(string $hash): string {
        return contents::get_tickets($this->export->name, [$hash])[0]['ticket'];
    }

    public function test_the_list_comes_in_pages(): void {
        $first = contents::get_contents($this->export->name, '', 2);
        $rest = contents::get_contents($this->export->name, $first[1]['contenthash'], 2);
        $this->assertSame($this->hashes, array_column(array_merge($first, $rest), 'contenthash'));
        $sizes = array_column(array_merge($first, $rest), 'bytes', 'contenthash');
        $this->assertEquals([sha1('one') => 3, sha1('two') => 3, sha1('three') => 5], $sizes);
    }

    public function test_a_content_is_proved_with_the_number_of_the_client(): void {
        $proofs = contents::prove_contents($this->export->name, 'a-number-of-the-client', [sha1('two'), sha1('one'), sha1('two')]);
        $this->assertSame([
            sha1('two') => hash('sha256', 'a-number-of-the-client' . hash('sha256', 'a-number-of-the-clienttwo')),
            sha1('one') => hash('sha256', 'a-number-of-the-client' . hash('sha256', 'a-number-of-the-clientone')),
        ], array_column($proofs, 'digest', 'contenthash'));
    }

    public function test_a_file_of_somebody_else_is_neither_proved_nor_handed_out(): void {
        $other = $this->getDataGenerator()->create_course();
        [$foreign] = $this->lender->files($other->id, ['x.txt' => 'a secret']);
        foreach ([$foreign, sha1('nowhere'), "' OR 1=1", ''] as $hash) {
            $proving = fn() => contents::prove_contents($this->export->name, str_repeat('1', 40), [sha1('one'), $hash]);
            $this->assertSame('content_missing', lender::refused($proving), $hash);
            $this->assertSame('content_missing', lender::refused(fn() => $this->ticket($hash)), $hash);
        }
    }

    public function test_a_ticket_is_for_one_content_and_one_time(): void {
        global $DB;
        $ticket = $this->ticket(sha1('two'));
        $this->assertFalse($DB->record_exists(register::TICKETS, ['secret' => $ticket]));
        $this->assertSame('two', download::file($ticket)->get_content());
        $this->assertSame('transfer_cut', lender::refused(fn() => download::file($ticket)));
        foreach (['', 'x', str_repeat('0', 64)] as $forged) {
            $this->assertSame('transfer_cut', lender::refused(fn() => download::file($forged)));
        }
        $this->assertSame(0, $DB->count_records(register::TICKETS));
    }

    public function test_the_backup_itself_comes_by_ticket(): void {
        $file = download::file($this->ticket($this->export->contenthash));
        $this->assertSame($this->export->digest, hash('sha256', $file->get_content()));
    }

    public function test_a_ticket_gets_old(): void {
        global $DB;
        $ticket = $this->ticket(sha1('two'));
        $DB->set_field(register::TICKETS, 'timeexpires', time() - 1);
        $this->assertSame('transfer_cut', lender::refused(fn() => download::file($ticket)));
    }

    public function test_nothing_is_handed_out_after_the_end(): void {
        $tickets = array_map(fn() => $this->ticket(sha1('two')), range(1, 4));
        set_config('moodle_role', 'client', 'block_my_external_backup_restore_courses');
        $this->assertSame('service_off', lender::refused(fn() => download::file($tickets[0])));
        set_config('moodle_role', 'server', 'block_my_external_backup_restore_courses');
        $this->assertSame('two', download::file($tickets[0])->get_content());
        role_unassign_all(['userid' => $this->lender->account->id]);
        $this->assertSame('service_off', lender::refused(fn() => download::file($tickets[1])));
        exports::confirm_export($this->export->name);
        $this->assertSame('transfer_cut', lender::refused(fn() => download::file($tickets[2])));
        $this->assertSame('export_gone', lender::refused(fn() => $this->ticket(sha1('two'))));
    }

    public function test_a_content_that_went_meanwhile_is_named(): void {
        global $DB;
        $ticket = $this->ticket(sha1('two'));
        $DB->delete_records('files', ['contenthash' => sha1('two')]);
        $this->assertSame('content_missing', lender::refused(fn() => download::file($ticket)));
    }
}
