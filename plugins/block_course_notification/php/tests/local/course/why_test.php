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

namespace block_course_notification\local\course;

use block_course_notification\tests\school;

#[\PHPUnit\Framework\Attributes\CoversClass(why::class)]
/**
 * Why a learner got what.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\local\course\why
 */
final class why_test extends \advanced_testcase {
    public function test_nobody_is_told_of_what_others_got_or_of_another_course(): void {
        global $DB;
        $this->resetAfterTest();
        $this->mock_clock_with_frozen(school::NOW);
        $school = new school($this->getDataGenerator());
        [$course, $other] = [$school->course(), $school->course()];
        $sam = $school->learner('sam', $course);
        $ada = $school->learner('ada', $course);
        $school->enrol($sam, $other, [null, null]);
        $sent = ['signalname' => 'firstcall', 'anchor' => 1, 'timeclaimed' => 1, 'timesent' => 1];
        foreach ([[$sam, $course, 11], [$ada, $course, 12], [$sam, $other, 13]] as [$user, $courseid, $anchor]) {
            $row = ['userid' => $user->id, 'courseid' => $courseid, 'anchor' => $anchor] + $sent;
            $DB->insert_record('block_course_notification_sent', $row);
        }
        $told = array_merge(...array_column(why::explain($course, (int) $sam->id), 'sent'));
        $this->assertSame([11], array_map(static fn(\stdClass $row): int => (int) $row->anchor, $told));
    }
}
