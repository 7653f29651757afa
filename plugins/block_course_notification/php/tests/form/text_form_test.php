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

use block_course_notification\local\course\course_texts;
use block_course_notification\local\course\edit;
use block_course_notification\local\course\own_text;
use block_course_notification\local\facts\course_settings;
use block_course_notification\tests\school;

#[\PHPUnit\Framework\Attributes\CoversClass(text_form::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\block_course_notification\local\course\course_texts::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\block_course_notification\local\course\own_text::class)]
/**
 * The texts of one notification are kept as they were typed, and refused where they could not be sent.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\form\text_form
 * @covers \block_course_notification\local\course\course_texts
 * @covers \block_course_notification\local\course\own_text
 */
final class text_form_test extends \advanced_testcase {
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
     * What is refused, and at which field.
     *
     * @return array
     */
    public static function refused(): array {
        return [
            'an unknown placeholder' => [['body' => 'Hi {{NAME}}'], ['body[en]']],
            'one inside an address' => [['body' => '<a href="{{WWWROOT}}/x?{{NAME}}">x</a>'], ['body[en]']],
            'one in an address that was encoded' => [['body' => '<a href="/x?%7B%7BNAME%7D%7D">x</a>'], ['body[en]']],
            'one in an address that cleaning takes away' => [['body' => '<a href="https://{{NAME}}/">x</a>'], ['body[en]']],
            'one in signs of HTML' => [['body' => '<p>&#123;&#123;NAME}}</p>'], ['body[en]']],
            'a name that opens an address' => [['body' => '<a href="{{COURSESHORT}}">x</a>'], ['body[en]']],
            'a known one in an address' => [['body' => '<a href="{{WWWROOT}}/x?c={{COURSESHORT}}">x</a>'], []],
            'a subject of 256 characters' => [['subject' => str_repeat('é', 256)], ['subject[en]']],
            'one of 255' => [['subject' => str_repeat('é', 255)], []],
            'more than 64 kB' => [['body' => str_repeat('é', 32769)], ['body[en]']],
            'as much as 64 kB' => [['body' => str_repeat('é', 32768)], []],
        ];
    }

    /**
     * Each refusal stands at its field.
     *
     * @dataProvider refused
     * @param array $texts
     * @param string[] $fields
     */
    #[\PHPUnit\Framework\Attributes\DataProvider('refused')]
    public function test_what_cannot_be_sent_is_refused_at_its_field(array $texts, array $fields): void {
        $this->assertSame($fields, array_keys(course_texts::problems($this->sent($texts))));
    }

    public function test_the_unknown_placeholder_is_named(): void {
        $problem = own_text::subject_problem('{{NAME}} and {{COURSE}}');
        $this->assertStringContainsString('NAME', $problem);
        $this->assertStringNotContainsString('COURSE', $problem);
    }

    public function test_saving_keeps_texts_that_the_form_did_not_show(): void {
        course_texts::save($this->courseid, 'closed', $this->sent(['subject' => 'New', 'body' => '<p></p>']));
        $saved = course_settings::of($this->courseid);
        $this->assertSame(['*' => 'Old', 'xx' => 'Foreign', 'en' => 'New'], $saved['subject']['closed']);
        $this->assertSame([], $saved['body']);
    }

    public function test_a_placeholder_in_a_link_comes_back_as_it_was_typed(): void {
        $typed = '<p><a href="{{WWWROOT}}/x?c={{COURSESHORT}}">{{COURSE}}</a></p>';
        course_texts::save($this->courseid, 'closed', $this->sent(['body' => $typed]));
        $this->assertSame($typed, course_settings::of($this->courseid)['body']['closed']['en']);
    }

    public function test_plain_lines_and_other_formats_stay_as_they_were_typed(): void {
        $typed = "Dear {{FIRSTNAME}}\n* 1 < 2\n\nBye";
        course_texts::save($this->courseid, 'closed', $this->sent(['body' => $typed, 'format' => FORMAT_MARKDOWN]));
        $saved = course_settings::of($this->courseid);
        $this->assertSame($typed, $saved['body']['closed']['en']);
        $this->assertEquals(FORMAT_MARKDOWN, $saved['format']['closed']['en']);
    }

    public function test_plain_text_shows_its_signs_as_they_are(): void {
        $this->assertSame("1 &lt; 2 &lt;b&gt;<br />\nBye", own_text::html("1 < 2 <b>\nBye", (int) FORMAT_PLAIN));
        $this->assertStringNotContainsString('alert', own_text::html('<p>Hi</p><script>alert(1)</script>', (int) FORMAT_HTML));
    }

    public function test_two_people_who_write_different_texts_both_keep_theirs(): void {
        $older = $this->sent(['subject' => 'Mine']);
        course_texts::save($this->courseid, 'closed', $this->sent(['body' => '<p>Theirs</p>']));
        $this->assertSame(['body[en]'], course_texts::save($this->courseid, 'closed', $older));
        $saved = course_settings::of($this->courseid);
        $this->assertSame(['Mine', '<p>Theirs</p>'], [$saved['subject']['closed']['en'], $saved['body']['closed']['en']]);
    }

    public function test_the_same_text_written_twice_is_refused_with_the_words_of_the_other(): void {
        $older = $this->sent(['body' => '<p>Mine</p>']);
        course_texts::save($this->courseid, 'closed', $this->sent(['body' => '<p>Theirs &lt;</p>']));
        $problems = $this->form()->validation($older, []);
        $this->assertSame(['body[en]'], array_keys($problems));
        $this->assertStringContainsString('Theirs &lt;', $problems['body[en]']);
    }

    public function test_lists_where_a_text_is_expected_change_nothing(): void {
        $body = ['en' => ['text' => ['x'], 'format' => ['1']], 'fr' => 'x'];
        $sent = ['was' => ['x'], 'subject' => ['en' => ['x']], 'body' => $body];
        $this->assertSame([], $this->form()->validation($sent, []));
        course_texts::save($this->courseid, 'closed', $sent);
        $this->assertArrayNotHasKey('en', course_settings::of($this->courseid)['subject']['closed']);
    }

    public function test_the_form_is_a_hundredth_of_what_all_texts_together_were(): void {
        global $PAGE;
        $PAGE->set_url('/blocks/course_notification/text.php');
        $this->assertStringContainsString('data-putin="{{FIRSTNAME}}"', $this->form()->render());
        $this->assertLessThan(40000, strlen($this->form()->render()));
    }

    public function test_somebody_who_may_not_set_up_is_refused_the_window(): void {
        $this->setUser($this->getDataGenerator()->create_and_enrol(get_course($this->courseid), 'student'));
        $this->expectException(\required_capability_exception::class);
        new text_form(null, null, 'post', '', [], true, ['id' => $this->courseid, 'signal' => 'closed'], true);
    }

    /**
     * What a browser sends for English texts.
     *
     * @param array $texts subject, body and format
     * @return array
     */
    private function sent(array $texts): array {
        $fields = course_texts::fields(course_settings::of($this->courseid), 'closed');
        return [
            'was' => edit::token($fields),
            'subject' => ['en' => $texts['subject'] ?? $fields['subject[en]']],
            'body' => ['en' => ['text' => $texts['body'] ?? $fields['body[en]'], 'format' => $texts['format'] ?? FORMAT_HTML]],
        ];
    }

    /**
     * The form as the setup page asks for it.
     *
     * @return text_form
     */
    private function form(): text_form {
        return new text_form(null, null, 'post', '', [], true, ['id' => $this->courseid, 'signal' => 'closed']);
    }
}
