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

namespace block_my_external_backup_restore_courses\local\restore;

#[\PHPUnit\Framework\Attributes\CoversClass(file_types::class)]
/**
 * The files of a restored course have the types that a backup with contents would have given them.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_my_external_backup_restore_courses\local\restore\file_types
 */
final class file_types_test extends \advanced_testcase {
    /** @var int When the restore begins. */
    private const BEGAN = 1700000000;

    /** @var \stdClass The course that is restored. */
    private \stdClass $course;

    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->course = $this->getDataGenerator()->create_course();
    }

    /**
     * The type that a file has when all are settled.
     *
     * @param string $name
     * @param string $content
     * @param string $before the type of another file with the same content
     * @param int $made when it came
     * @param int|null $courseid
     * @return string
     */
    private function settled(string $name, string $content, string $before, int $made, ?int $courseid = null): string {
        $file = get_file_storage()->create_file_from_string([
            'contextid' => \core\context\course::instance($courseid ?? $this->course->id)->id,
            'component' => 'course',
            'filearea' => 'summary',
            'itemid' => 0,
            'filepath' => '/',
            'filename' => $name,
            'mimetype' => $before,
            'timecreated' => $made,
        ], $content);
        file_types::settle((int) $this->course->id, self::BEGAN);
        return get_file_storage()->get_file_by_id($file->get_id())->get_mimetype();
    }

    public function test_the_name_says_what_a_file_is(): void {
        $this->assertSame('text/plain', $this->settled('words.txt', 'Words', 'document/unknown', self::BEGAN));
        $this->assertSame('application/pdf', $this->settled('words.pdf', 'Words', 'text/plain', self::BEGAN + 5));
    }

    public function test_where_the_name_says_nothing_the_content_does(): void {
        $picture = "GIF89a\x01\x00\x01\x00\x00\x00\x00;";
        $this->assertSame('image/gif', $this->settled('picture', $picture, 'document/unknown', self::BEGAN));
    }

    public function test_what_was_there_before_and_elsewhere_stays(): void {
        $other = $this->getDataGenerator()->create_course();
        $this->assertSame('image/png', $this->settled('before.txt', 'Words', 'image/png', self::BEGAN - 1));
        $this->assertSame('image/png', $this->settled('elsewhere.txt', 'Words', 'image/png', self::BEGAN, (int) $other->id));
    }
}
