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

namespace block_my_external_backup_restore_courses\local\transfer;

use block_my_external_backup_restore_courses\local\free_space;
use block_my_external_backup_restore_courses\local\remote\trouble;

#[\PHPUnit\Framework\Attributes\CoversClass(disk::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(free_space::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(store::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(part_file::class)]
/**
 * What is done where a disk has no room, or a folder cannot be written.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_my_external_backup_restore_courses\local\transfer\disk
 * @covers \block_my_external_backup_restore_courses\local\free_space
 * @covers \block_my_external_backup_restore_courses\local\transfer\store
 * @covers \block_my_external_backup_restore_courses\local\transfer\part_file
 */
final class disk_test extends \advanced_testcase {
    /** @var int Bytes that no disk has. */
    private const HUGE = 10 ** 17;

    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
    }

    /**
     * Why something does not go.
     *
     * @param callable $do
     * @return string
     */
    private static function trouble(callable $do): string {
        try {
            $do();
        } catch (trouble $e) {
            return trim("$e->reason $e->detail");
        }
        return 'none';
    }

    /**
     * What lies in the store of a request.
     *
     * @return store
     */
    private static function store(): store {
        return store::of((object) ['id' => 4711]);
    }

    public function test_a_course_that_is_larger_than_the_disk_is_refused_before_it_is_fetched(): void {
        $this->assertSame('none', self::trouble(fn() => disk::check(1000, 1000)));
        $this->assertSame('client_space ' . display_size(self::HUGE), self::trouble(fn() => disk::check(0, self::HUGE)));
    }

    public function test_a_backup_needs_room_for_what_is_unpacked_of_it(): void {
        $free = free_space::in(make_temp_directory(''));
        $this->assertSame('none', self::trouble(fn() => disk::check(intdiv($free, 100), 0)));
        $this->assertStringStartsWith('client_space', self::trouble(fn() => disk::check(intdiv($free, 10), 0)));
    }

    public function test_a_failure_is_not_laid_to_a_disk_that_has_room(): void {
        $this->assertSame('export_broken', disk::reason('export_broken'));
    }

    public function test_a_folder_that_is_not_there_has_no_room_to_tell(): void {
        $this->assertNull(free_space::in('/nowhere/at/all'));
        $this->assertGreaterThan(0, free_space::in('/nowhere/at/all', make_temp_directory('')));
    }

    public function test_a_folder_that_cannot_be_made_is_told(): void {
        global $CFG;
        remove_dir("$CFG->tempdir/block_my_external_backup_restore_courses");
        file_put_contents("$CFG->tempdir/block_my_external_backup_restore_courses", '');
        $problems = [
            self::trouble(fn() => self::store()->backup()),
            self::trouble(fn() => self::store()->allow(['a'])),
            self::trouble(fn() => self::store()->drop_backup()),
        ];
        unlink("$CFG->tempdir/block_my_external_backup_restore_courses");
        $this->assertSame(['temp_unwritable', 'temp_unwritable', 'none'], $problems);
        $this->assertSame('temp_unwritable', self::trouble(fn() => new part_file('/nowhere/at/all.part', 10)));
    }

    public function test_nothing_is_made_for_a_course_that_has_not_come(): void {
        global $CFG;
        self::store()->drop_backup();
        $this->assertNull(self::store()->kept('before'));
        self::store()->delete();
        $this->assertDirectoryDoesNotExist("$CFG->tempdir/block_my_external_backup_restore_courses/4711");
    }

    public function test_a_file_on_its_way_goes_on_where_it_ended(): void {
        $path = make_request_directory() . '/one.part';
        file_put_contents($path, 'half');
        $part = new part_file($path, 8);
        $this->assertSame(['bytes=4-', false], [$part->headers()['Range'], $part->is_whole()]);
        file_put_contents($path, 'and half', FILE_APPEND);
        $this->assertFalse((new part_file($path, 8))->is_whole(), 'More than all of it is none of it.');
        file_put_contents($path, 'allofit!');
        $this->assertTrue((new part_file($path, 8))->is_whole());
        $this->assertSame(0, (new part_file($path, null))->length(), 'Of unknown length, it begins at the beginning.');
    }
}
