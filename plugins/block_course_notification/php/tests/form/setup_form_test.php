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

use block_course_notification\local\course\edit;
use block_course_notification\local\course\edited;
use block_course_notification\local\course\setup_config;
use block_course_notification\local\facts\course_settings;
use block_course_notification\tests\school;

#[\PHPUnit\Framework\Attributes\CoversClass(setup_form::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\block_course_notification\local\course\setup_config::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\block_course_notification\local\course\edit::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\block_course_notification\local\course\edited::class)]
/**
 * The setup form refuses what makes no sense, names the field, and loses nothing that it keeps.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\form\setup_form
 * @covers \block_course_notification\local\course\setup_config
 * @covers \block_course_notification\local\course\edit
 * @covers \block_course_notification\local\course\edited
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
     * What a browser sends: the form as it was drawn, with some changes.
     *
     * @param array $changes
     * @return array
     */
    private function sent(array $changes = []): array {
        $fields = setup_config::to_form(course_settings::of($this->courseid));
        return array_replace($fields, ['was' => edit::token($fields)], $changes);
    }

    /**
     * The form as it stands on the page.
     *
     * @return setup_form
     */
    private function form(): setup_form {
        $settings = course_settings::of($this->courseid);
        return new setup_form(null, ['courseid' => $this->courseid, 'settings' => $settings]);
    }

    /**
     * The problems of the form, by field.
     *
     * @param array $sent
     * @return string[]
     */
    private function problems(array $sent): array {
        return $this->form()->validation($sent, []);
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
            'a power of ten is no number of days' => [['firstcallafter' => '1e99'], ['firstcallafter']],
            'nor are more digits than a number has' => [['firstcallafter' => '99999999999999999999'], ['firstcallafter']],
            'nor is a list' => [['firstcallafter' => ['7']], []],
            'a delay is right while its signal is off, too' => [['inactive' => 0, 'inactiveafter' => 'x'], ['inactiveafter']],
            'the second call comes later' => [['firstcallafter' => '14'], ['secondcallafter']],
            'also where it is off' => [['firstcallafter' => '14', 'secondcall' => 0], ['firstcallafter']],
            'the order of calls that are off does not matter' => [['firstcallafter' => '20', 'firstcall' => 0], []],
        ];
    }

    /**
     * Each refusal stands at its field.
     *
     * @dataProvider refused
     * @param array $changes
     * @param string[] $fields
     */
    #[\PHPUnit\Framework\Attributes\DataProvider('refused')]
    public function test_what_makes_no_sense_is_refused_at_its_field(array $changes, array $fields): void {
        $this->assertSame($fields, array_keys($this->problems($this->sent($changes))));
    }

    public function test_saving_keeps_what_the_form_did_not_show(): void {
        $this->save($this->sent(['firstcall' => '0', 'inactiveafter' => '21']));
        $saved = course_settings::of($this->courseid);
        $this->assertSame(['*' => 'Old', 'xx' => 'Foreign'], $saved['subject']['closed']);
        $this->assertFalse($saved['firstcall']);
        $this->assertSame([WEEKSECS, 3 * WEEKSECS], [$saved['firstcallafter'], $saved['inactiveafter']]);
    }

    public function test_an_older_page_undoes_nothing_and_says_what_the_other_changed(): void {
        $older = $this->sent(['inactive' => '0']);
        $this->save($this->sent(['firstcallafter' => '3', 'closed' => '0']));
        $this->assertSame([], $this->problems($older));
        $this->assertSame(
            'Changed by others meanwhile, which stays: Access has ended (Admin User), First call after (days) (Admin User).',
            $this->save($older)
        );
        $saved = course_settings::of($this->courseid);
        $this->assertSame([false, false, 3 * DAYSECS], [$saved['inactive'], $saved['closed'], $saved['firstcallafter']]);
    }

    public function test_whoever_changed_a_field_is_named_for_that_field_of_that_course(): void {
        $other = (int) $this->getDataGenerator()->create_course()->id;
        $edits = [[$other, 'closed', 'Ola'], [$this->courseid, 'closed', 'Kim'], [$this->courseid, 'inactive', 'Sam']];
        foreach ($edits as [$courseid, $field, $name]) {
            $editor = $this->getDataGenerator()->create_user(['firstname' => $name, 'lastname' => 'Editor']);
            $this->getDataGenerator()->enrol_user($editor->id, $courseid, 'editingteacher');
            $this->setUser($editor);
            edited::remember($courseid, [$field]);
        }
        $this->setAdminUser();
        $this->assertSame(
            ['Kim Editor', 'Sam Editor', 'Ola Editor', 'somebody else'],
            [
                edited::by($this->courseid, 'closed'), edited::by($this->courseid, 'inactive'),
                edited::by($other, 'closed'), edited::by($other, 'inactive'),
            ]
        );
    }

    public function test_the_same_field_changed_twice_is_refused_once_with_the_other_value(): void {
        $older = $this->sent(['firstcallafter' => '5']);
        $this->save($this->sent(['firstcallafter' => '3', 'closed' => '0']));
        $form = $this->form();
        $problems = $form->validation($older, []);
        $this->assertSame(['firstcallafter'], array_keys($problems));
        $this->assertStringContainsString('changed this to: 3', $problems['firstcallafter']);
        preg_match('~name="was"[^>]*value="([^"]*)"~', $form->render(), $was);
        $again = ['was' => htmlspecialchars_decode($was[1])] + $older;
        $this->assertSame([], $this->problems($again));
        $this->save($again);
        $saved = course_settings::of($this->courseid);
        $this->assertSame([5 * DAYSECS, false], [$saved['firstcallafter'], $saved['closed']]);
    }

    public function test_a_conflict_names_the_other_where_the_reader_may_know_them(): void {
        $ann = $this->manager(['firstname' => 'Ann', 'lastname' => 'Able']);
        $bea = $this->manager(['firstname' => 'Bea', 'lastname' => 'Best']);
        $this->setUser($bea);
        $older = $this->sent(['firstcallafter' => '5', 'closed' => '0']);
        $this->setUser($ann);
        $this->save($this->sent(['firstcallafter' => '3']));
        $this->setAdminUser();
        $this->save($this->sent(['closed' => '0', 'inactive' => '0']));
        $this->setUser($bea);
        $problems = $this->problems($older);
        $this->assertSame(['firstcallafter'], array_keys($problems), 'what both chose alike is no conflict');
        $this->assertStringContainsString('Meanwhile Ann Able has changed this to: 3.', $problems['firstcallafter']);
        delete_user($ann);
        $this->assertStringContainsString('somebody else has changed', $this->problems($older)['firstcallafter']);
        // Nobody in the course may see the page of an admin who takes no part in it.
        $this->assertStringContainsString('Inactivity (somebody else)', $this->save($older));
    }

    /**
     * Somebody who sets the course up.
     *
     * @param string[] $named
     * @return \stdClass
     */
    private function manager(array $named): \stdClass {
        return $this->getDataGenerator()->create_and_enrol(get_course($this->courseid), 'editingteacher', $named);
    }

    public function test_what_the_form_began_with_may_be_missing_or_nonsense(): void {
        foreach ([null, 'x', '[1]', '{"closed":["0"]}'] as $was) {
            $this->assertSame([], $this->problems(array_filter(['was' => $was]) + $this->sent()));
        }
    }

    public function test_defaults_of_the_site_are_never_refused(): void {
        set_config('firstcallafter', 20 * DAYSECS, 'block_course_notification');
        set_config('inactiveafter', 900 * DAYSECS, 'block_course_notification');
        set_config('inactiveevery', 60, 'block_course_notification');
        $this->assertSame([], $this->problems($this->sent()));
        $this->assertSame(21 * DAYSECS, course_settings::of($this->courseid)['secondcallafter']);
    }

    public function test_half_a_day_of_the_site_outlives_a_form_in_which_nobody_changed_it(): void {
        set_config('firstcallafter', 36 * HOURSECS, 'block_course_notification');
        $this->save($this->sent(['closed' => '0']));
        $this->assertSame(36 * HOURSECS, course_settings::of($this->courseid)['firstcallafter']);
    }

    /**
     * Saves what was sent.
     *
     * @param array $sent
     * @return string what somebody else changed
     */
    private function save(array $sent): string {
        return $this->form()->save((object) $sent);
    }
}
