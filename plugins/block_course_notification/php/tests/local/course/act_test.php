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

use block_course_notification\local\facts\course_settings;
use block_course_notification\tests\school;

#[\PHPUnit\Framework\Attributes\CoversClass(act::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\block_course_notification\local\facts\course_settings::class)]
/**
 * What is not there is not done.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\local\course\act
 * @covers \block_course_notification\local\facts\course_settings
 */
final class act_test extends \advanced_testcase {
    public function test_an_act_that_there_is_not_is_refused(): void {
        $this->resetAfterTest();
        $this->setAdminUser();
        $courseid = (new school($this->getDataGenerator()))->course();
        $this->expectExceptionMessage(get_string('invalidaction', 'error'));
        new act('delete', new people($courseid), 0, '');
    }

    public function test_nothing_is_kept_for_a_course_without_the_block(): void {
        $this->resetAfterTest();
        $course = $this->getDataGenerator()->create_course();
        $this->expectExceptionMessage(get_string('noblock', 'block_course_notification'));
        course_settings::save((int) $course->id, ['enable' => 1]);
    }
}
