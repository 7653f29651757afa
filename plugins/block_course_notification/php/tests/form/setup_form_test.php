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

namespace block_course_notification\form;

use block_course_notification\local\facts\course_settings;
use block_course_notification\local\course\setup_config;
use block_course_notification\tests\school;

/**
 * The setup form refuses what makes no sense, names the field, and loses nothing that it keeps.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\form\setup_form
 * @covers \block_course_notification\local\course\setup_config
 */
final class setup_form_test extends \advanced_testcase {
    /** @var int A course with the block. */
    private int $courseid;

    /**
     * A course whose block holds a text of an older version and one in a language that is not installed.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->setAdminUser();
        $this->courseid = (new school($this->getDataGenerator()))->course([], [
            'subject' => ['closed' => ['*' => 'Old', 'xx' => 'Foreign']],
        ]);
    }

    /**
     * The problems of the form, by field.
     *
     * @param array $changes to the settings as they are
     * @return string[]
     */
    private function problems(array $changes): array {
        $settings = course_settings::of($this->courseid);
        $form = new setup_form(null, ['courseid' => $this->courseid, 'settings' => $settings]);
        return $form->validation(array_replace(setup_config::to_form($settings), $changes), []);
    }

    /**
     * What is refused, and at which field.
     *
     * @return array
     */
    public static function refused(): array {
        return [
            'a word is no delay' => [['firstcallafter' => 'soon'], ['firstcallafter']],
            'nor is zero' => [['inactiveevery' => '0'], ['inactiveevery']],
            'nor is more than a year' => [['inactiveafter' => '366'], ['inactiveafter']],
            'half a day is no whole one' => [['secondcallafter' => '14.5'], ['secondcallafter']],
            'a delay of a signal that is off does not matter' => [['inactive' => 0, 'inactiveafter' => 'x'], []],
            'the second call comes later' => [['firstcallafter' => '14'], ['secondcallafter']],
            'also where it is off' => [['firstcallafter' => '14', 'secondcall' => 0], ['firstcallafter']],
            'the order of calls that are off does not matter' => [['firstcallafter' => '20', 'firstcall' => 0], []],
            'an unknown placeholder' => [['body' => ['closed' => ['en' => 'Hi {{NAME}}']]], ['body[closed][en]']],
            'a known one' => [['subject' => ['closed' => ['en' => '{{COURSE}}']]], []],
        ];
    }

    /**
     * Each refusal stands at its field.
     *
     * @dataProvider refused
     * @param array $changes
     * @param string[] $fields
     */
    public function test_what_makes_no_sense_is_refused_at_its_field(array $changes, array $fields): void {
        $this->assertSame($fields, array_keys($this->problems($changes)));
    }

    public function test_the_unknown_placeholder_is_named(): void {
        $problems = $this->problems(['subject' => ['closed' => ['en' => '{{NAME}} and {{COURSE}}']]]);
        $this->assertStringContainsString('NAME', $problems['subject[closed][en]']);
        $this->assertStringNotContainsString('COURSE', $problems['subject[closed][en]']);
    }

    public function test_saving_keeps_what_the_form_did_not_show(): void {
        $settings = course_settings::of($this->courseid);
        $data = (object) (setup_config::to_form($settings) + ['body' => []]);
        $data->firstcall = 0;
        $data->firstcallafter = '';
        $data->inactiveafter = '21';
        $data->subject = ['closed' => ['*' => 'Old', 'en' => 'New'], 'firstcall' => ['en' => '  ']];
        course_settings::save($this->courseid, setup_config::from_form($data, $settings));
        $saved = course_settings::of($this->courseid);
        $this->assertSame(['*' => 'Old', 'xx' => 'Foreign', 'en' => 'New'], $saved['subject']['closed']);
        $this->assertArrayNotHasKey('firstcall', $saved['subject']);
        $this->assertFalse($saved['firstcall']);
        $this->assertSame([WEEKSECS, 3 * WEEKSECS], [$saved['firstcallafter'], $saved['inactiveafter']]);
    }
}
