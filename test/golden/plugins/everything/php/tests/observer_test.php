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

namespace local_everything;

use core\check\result;
use local_everything\local\observer_failures;

#[\PHPUnit\Framework\Attributes\CoversClass(observer::class)]
/**
 * An observer that fails breaks nothing, and is seen.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \local_everything\observer
 */
final class observer_test extends \advanced_testcase {
    public function test_what_an_observer_cannot_do_does_not_stop_who_caused_it(): void {
        global $DB;
        $this->resetAfterTest();
        $course = $this->getDataGenerator()->create_course();
        $event = \core\event\course_deleted::create([
            'objectid' => $course->id,
            'context' => \core\context\course::instance($course->id),
            'other' => ['shortname' => '', 'fullname' => '', 'idnumber' => ''],
        ]);
        $real = $DB;
        $DB = new class {
            /**
             * Whatever is asked of it fails as no exception does.
             *
             * @param string $name
             * @param array $arguments
             */
            public function __call(string $name, array $arguments): never {
                throw new \Error('The database has gone.');
            }
        };
        try {
            observer::course_deleted($event);
        } finally {
            $DB = $real;
        }
        $this->assertDebuggingCalled();
        observer_failures::write_down();
        $status = observer_failures::result();
        $this->assertSame(result::WARNING, $status->get_status());
        $this->assertStringContainsString('The database has gone.', $status->get_details());
    }
}
