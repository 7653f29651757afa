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

namespace block_course_notification\local\facts;

use block_course_notification\local\rules\signals;

#[\PHPUnit\Framework\Attributes\CoversClass(course_settings::class)]
/**
 * What holds in a course for which nobody has chosen anything.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\local\facts\course_settings
 */
final class course_settings_test extends \advanced_testcase {
    public function test_a_site_whose_settings_were_never_saved_follows_the_defaults(): void {
        $this->resetAfterTest();
        foreach (array_keys((array) get_config('block_course_notification')) as $name) {
            unset_config($name, 'block_course_notification');
        }
        $settings = course_settings::from_config(null);
        $this->assertSame(
            ['fivedaystoend', 'threedaystoend', 'onedaytoend'],
            array_values(array_diff(signals::SIGNALS, $settings['on']))
        );
        $this->assertSame([7, 14, 14, 7], array_map(
            static fn(string $delay): int => $settings[$delay] / DAYSECS,
            course_settings::DELAYS
        ));
        $this->assertFalse($settings['endaftercompletion']);
    }

    public function test_what_a_course_leaves_open_follows_the_site(): void {
        $this->resetAfterTest();
        set_config('firstcall', 0, 'block_course_notification');
        set_config('inactiveafter', 3 * DAYSECS, 'block_course_notification');
        $settings = course_settings::from_config((object) ['secondcall' => 0]);
        $this->assertSame([false, false, true], [$settings['firstcall'], $settings['secondcall'], $settings['firstassign']]);
        $this->assertSame(3 * DAYSECS, $settings['inactiveafter']);
    }
}
