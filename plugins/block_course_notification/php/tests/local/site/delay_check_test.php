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

namespace block_course_notification\local\site;

#[\PHPUnit\Framework\Attributes\CoversClass(delay_check::class)]
/**
 * Delays for the site that the form of a course would refuse are refused where an admin saves them.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\local\site\delay_check
 */
final class delay_check_test extends \advanced_testcase {
    #[\Override]
    protected function setUp(): void {
        global $CFG;
        parent::setUp();
        $this->resetAfterTest();
        $this->setAdminUser();
        require_once($CFG->libdir . '/adminlib.php');
    }

    /**
     * Saves the page as a browser sends it.
     *
     * @param array $delays days by name
     * @param int $unit
     * @return string[] errors by name
     */
    private function save(array $delays, int $unit = DAYSECS): array {
        $_POST = ['sesskey' => sesskey()];
        foreach ($delays as $name => $days) {
            $_POST["s_block_course_notification_$name"] = ['v' => (string) $days, 'u' => (string) $unit];
        }
        admin_get_root(true)->errors = [];
        admin_write_settings((object) $_POST);
        $errors = [];
        foreach (admin_get_root(false)->errors as $name => $error) {
            $errors[substr($name, strlen('s_block_course_notification_'))] = $error->error;
        }
        $_POST = [];
        return $errors;
    }

    /**
     * What the site has.
     *
     * @return int[] days until the first and the second call
     */
    private function kept(): array {
        $days = static fn(string $name): int => intdiv((int) get_config('block_course_notification', $name), DAYSECS);
        return [$days('firstcallafter'), $days('secondcallafter')];
    }

    public function test_a_second_call_that_comes_no_later_than_the_first_is_refused_at_both(): void {
        $errors = $this->save(['firstcallafter' => 20, 'secondcallafter' => 14]);
        $this->assertSame(['firstcallafter', 'secondcallafter'], array_keys($errors));
        $this->assertStringContainsString('The first call must come earlier', $errors['firstcallafter']);
        $this->assertStringContainsString('which comes after 20 days', $errors['secondcallafter']);
        $this->assertSame([7, 14], $this->kept());
    }

    public function test_both_may_move_at_once(): void {
        $this->assertSame([], $this->save(['firstcallafter' => 20, 'secondcallafter' => 30]));
        $this->assertSame([20, 30], $this->kept());
        $this->assertSame([], $this->save(['firstcallafter' => 2, 'secondcallafter' => 3]));
        $this->assertSame([2, 3], $this->kept());
    }

    public function test_one_alone_is_held_against_what_is_kept(): void {
        $this->assertSame(['secondcallafter'], array_keys($this->save(['secondcallafter' => 7])));
        $this->assertSame(['firstcallafter'], array_keys($this->save(['firstcallafter' => 14])));
        $this->assertSame([7, 14], $this->kept());
    }

    public function test_a_delay_is_a_whole_number_of_days(): void {
        $errors = $this->save(['inactiveafter' => 36, 'inactiveevery' => 48], HOURSECS);
        $this->assertSame(['inactiveafter'], array_keys($errors));
        $this->assertStringContainsString('a whole number of days', $errors['inactiveafter']);
    }
}
