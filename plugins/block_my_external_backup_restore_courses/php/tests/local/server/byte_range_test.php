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

/**
 * A part of a file, as the header of a request asks for it.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_my_external_backup_restore_courses\local\server\byte_range
 */
#[\PHPUnit\Framework\Attributes\CoversClass(byte_range::class)]
final class byte_range_test extends \basic_testcase {
    /**
     * What a header asks of ten bytes.
     *
     * @param string $header
     * @return array|null
     */
    private function asked(string $header): ?array {
        $range = byte_range::of($header, 10);
        return $range ? [$range->from, $range->to, $range->bytes(), $range->partial] : null;
    }

    public function test_a_part_is_sent_where_there_is_one(): void {
        $this->assertSame([4, 9, 6, true], $this->asked('bytes=4-'));
        $this->assertSame([0, 9, 10, true], $this->asked('bytes=0-'));
        $this->assertSame([2, 3, 2, true], $this->asked(' bytes=2-3 '));
        $this->assertSame([9, 9, 1, true], $this->asked('bytes=9-100'));
        $this->assertNull($this->asked('bytes=10-'));
        $this->assertNull($this->asked('bytes=5-4'));
        $this->assertNull($this->asked('bytes=999999999999999999-'));
    }

    public function test_a_header_that_is_none_of_ours_is_overlooked(): void {
        $headers = ['', 'bytes=-5', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=a-', 'bytes=9999999999999999999999-', "bytes=1-\r\nX: y"];
        foreach ($headers as $header) {
            $this->assertSame([0, 9, 10, false], $this->asked($header), $header);
        }
    }

    public function test_an_empty_file_has_no_bytes(): void {
        $this->assertSame(0, byte_range::of('', 0)->bytes());
        $this->assertNull(byte_range::of('bytes=0-', 0));
    }
}
