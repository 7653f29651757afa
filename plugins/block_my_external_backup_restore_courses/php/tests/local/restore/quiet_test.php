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

#[\PHPUnit\Framework\Attributes\CoversClass(quiet::class)]
/**
 * Who comes with a restored course is not welcomed; who is enrolled at any other time is.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_my_external_backup_restore_courses\local\restore\quiet
 */
final class quiet_test extends \advanced_testcase {
    /** @var \stdClass A method that welcomes whom it enrols. */
    private \stdClass $method;

    protected function setUp(): void {
        global $DB;
        parent::setUp();
        $this->resetAfterTest();
        $this->setAdminUser();
        $course = $this->getDataGenerator()->create_course();
        $where = ['courseid' => $course->id, 'enrol' => 'manual'];
        $DB->set_field('enrol', 'customint1', ENROL_SEND_EMAIL_FROM_NOREPLY, $where);
        $DB->set_field('enrol', 'customtext1', 'Welcome', $where);
        $this->method = $DB->get_record('enrol', $where, '*', MUST_EXIST);
    }

    /**
     * Enrols somebody.
     */
    private function enrol(): void {
        enrol_get_plugin('manual')->enrol_user($this->method, $this->getDataGenerator()->create_user()->id);
    }

    /**
     * How many are welcomed meanwhile.
     *
     * @param callable $do
     * @return int
     */
    private function welcomed(callable $do): int {
        $messages = $this->redirectMessages();
        $do();
        $count = $messages->count();
        $messages->close();
        return $count;
    }

    public function test_nobody_is_welcomed_who_comes_with_a_course(): void {
        $this->assertSame(1, $this->welcomed($this->enrol(...)));
        $this->assertSame(0, $this->welcomed(fn() => quiet::during($this->enrol(...))));
    }

    public function test_whoever_is_enrolled_later_is_welcomed_again(): void {
        global $DB;
        quiet::during($this->enrol(...));
        $this->assertEquals(ENROL_SEND_EMAIL_FROM_NOREPLY, $DB->get_field('enrol', 'customint1', ['id' => $this->method->id]));
        $this->method = $DB->get_record('enrol', ['id' => $this->method->id]);
        $this->assertSame(1, $this->welcomed($this->enrol(...)));
    }

    public function test_a_restore_that_breaks_off_keeps_nobody_silent(): void {
        try {
            quiet::during(fn() => throw new \RuntimeException('It broke off'));
            $this->fail('It is not told.');
        } catch (\RuntimeException $e) {
            $this->assertSame(1, $this->welcomed($this->enrol(...)));
        }
    }
}
