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

use block_my_external_backup_restore_courses\local\request\request_wish;
use block_my_external_backup_restore_courses\local\request\requests;
use block_my_external_backup_restore_courses\local\request\wording;
use block_my_external_backup_restore_courses\local\transfer\store;

#[\PHPUnit\Framework\Attributes\CoversClass(existing_course::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(store::class)]
/**
 * A restore into a course that was here before broke off: what it added goes, all else stays.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_my_external_backup_restore_courses\local\restore\existing_course
 * @covers \block_my_external_backup_restore_courses\local\transfer\store
 */
final class existing_course_test extends \advanced_testcase {
    /** @var int When things were born that come with a backup. */
    private const LONG_AGO = 1700000000;

    /** @var \stdClass The course that was here. */
    private \stdClass $course;

    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->setAdminUser();
        set_config('coursebinenable', 1, 'tool_recyclebin');
        $this->course = $this->getDataGenerator()->create_course(['numsections' => 1]);
        $this->page('It was here');
    }

    /**
     * A request for this course, whose restore begins.
     *
     * @param string $target
     * @param string[] $sections names of sections that come
     * @return \stdClass
     */
    private function begin(string $target = 'into', array $sections = []): \stdClass {
        $user = $this->getDataGenerator()->create_user();
        $id = requests::add(new request_wish(
            userid: (int) $user->id,
            requestedby: (int) $user->id,
            remote: 'http://127.0.0.1:9',
            remotecourse: 7,
            fullname: 'Algebra',
            shortname: 'ALG',
            target: $target,
            targetcourse: (int) $this->course->id,
        ));
        $titles = array_map(fn(string $title): \stdClass => (object) ['title' => $title], $sections);
        existing_course::note(requests::find($id), (object) ['sections' => $titles]);
        return requests::find($id);
    }

    /**
     * A page in the course.
     *
     * @param string $name
     * @param int|null $born when; now where nothing is said
     * @return \stdClass
     */
    private function page(string $name, ?int $born = null): \stdClass {
        global $DB;
        $record = ['course' => $this->course->id, 'name' => $name];
        $page = $this->getDataGenerator()->create_module('page', $record, ['section' => 1]);
        $DB->set_field('course_modules', 'added', $born ?? time(), ['id' => $page->cmid]);
        return $page;
    }

    /**
     * Names of the activities in the course.
     *
     * @return string[]
     */
    private function activities(): array {
        return array_values(array_map(fn(\cm_info $cm): string => $cm->name, get_fast_modinfo($this->course)->get_cms()));
    }

    /**
     * What the requester is told of it.
     *
     * @param \stdClass $request
     * @return string[]
     */
    private static function said(\stdClass $request): array {
        return wording::warnings(requests::find((int) $request->id));
    }

    public function test_what_came_goes_and_what_colleagues_made_meanwhile_stays(): void {
        global $DB;
        $request = $this->begin();
        $this->page('It came', self::LONG_AGO);
        $this->page('Of a colleague');
        $group = $this->getDataGenerator()->create_group(['courseid' => $this->course->id, 'name' => 'It came']);
        $DB->set_field('groups', 'timecreated', self::LONG_AGO, ['id' => $group->id]);
        $this->getDataGenerator()->create_group(['courseid' => $this->course->id, 'name' => 'Of a colleague']);
        existing_course::take_away($request);
        $this->assertSame(['It was here', 'Of a colleague'], $this->activities());
        $this->assertSame(['Of a colleague'], array_values($DB->get_fieldset('groups', 'name', ['courseid' => $this->course->id])));
        $this->assertSame([get_string('warning:takenaway', 'block_my_external_backup_restore_courses')], self::said($request));
    }

    public function test_nothing_of_it_goes_to_the_recycle_bin(): void {
        global $DB;
        $request = $this->begin();
        $this->page('It came', self::LONG_AGO);
        existing_course::take_away($request);
        $this->assertSame(['It was here'], $this->activities());
        $this->assertSame(0, $DB->count_records('tool_recyclebin_course'));
    }

    public function test_other_courses_are_left_alone(): void {
        global $DB;
        $request = $this->begin();
        $other = $this->getDataGenerator()->create_course();
        $page = $this->getDataGenerator()->create_module('page', ['course' => $other->id]);
        $DB->set_field('course_modules', 'added', self::LONG_AGO, ['id' => $page->cmid]);
        existing_course::take_away($request);
        $this->assertTrue($DB->record_exists('course_modules', ['id' => $page->cmid]));
    }

    public function test_an_activity_of_which_only_the_row_has_come_goes(): void {
        global $DB;
        $request = $this->begin();
        $half = $this->page('Half', self::LONG_AGO);
        $DB->set_field('course_modules', 'instance', 0, ['id' => $half->cmid]);
        $this->page('Whole', self::LONG_AGO);
        existing_course::take_away($request);
        $this->assertSame(1, $DB->count_records('course_modules', ['course' => $this->course->id]));
        $this->assertFalse($DB->record_exists('context', ['contextlevel' => CONTEXT_MODULE, 'instanceid' => $half->cmid]));
    }

    public function test_sections_go_where_they_are_empty_and_bear_a_name_of_the_backup(): void {
        global $DB;
        $request = $this->begin('into', ['Of the backup', 'Also of the backup']);
        foreach ([2 => 'Of the backup', 3 => 'Also of the backup', 4 => 'Of a colleague'] as $number => $name) {
            course_create_section($this->course->id, $number);
            $DB->set_field('course_sections', 'name', $name, ['course' => $this->course->id, 'section' => $number]);
        }
        // A colleague has put something into one that came.
        $this->getDataGenerator()->create_module('page', ['course' => $this->course->id], ['section' => 3]);
        existing_course::take_away($request);
        $names = array_values($DB->get_fieldset('course_sections', 'name', ['course' => $this->course->id]));
        sort($names);
        $this->assertSame(['Also of the backup', 'Of a colleague'], array_values(array_filter($names)));
    }

    public function test_a_course_whose_contents_are_gone_is_said_to_be_empty(): void {
        $request = $this->begin('replace');
        course_delete_module(array_key_first(get_fast_modinfo($this->course)->get_cms()));
        existing_course::take_away($request);
        $this->assertSame([get_string('warning:emptied', 'block_my_external_backup_restore_courses')], self::said($request));
    }

    public function test_it_is_taken_away_and_told_once(): void {
        global $DB;
        $request = $this->begin();
        existing_course::take_away($request);
        $DB->set_field(requests::TABLE, 'warnings', null, ['id' => $request->id]);
        $this->page('Older than the note', self::LONG_AGO);
        existing_course::take_away(requests::find((int) $request->id));
        $this->assertSame(['It was here', 'Older than the note'], $this->activities());
        $this->assertSame([], self::said($request));
    }

    public function test_a_second_try_begins_with_the_course_as_it_was(): void {
        $request = $this->begin();
        $this->page('Of the first try', self::LONG_AGO);
        existing_course::note($request, new \stdClass());
        $this->assertSame(['It was here'], $this->activities());
        $this->page('Of the second try', self::LONG_AGO);
        existing_course::take_away($request);
        $this->assertSame(['It was here'], $this->activities());
    }

    public function test_a_course_that_is_gone_is_no_trouble(): void {
        $request = $this->begin();
        ob_start();
        delete_course($this->course->id, false);
        existing_course::take_away($request);
        ob_end_clean();
        $this->assertSame([], self::said($request));
    }
}
