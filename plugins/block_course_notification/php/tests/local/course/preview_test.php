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

use block_course_notification\external\find_receivers;
use block_course_notification\external\preview_message;
use block_course_notification\external\send_test;
use block_course_notification\local\send\ledger;
use block_course_notification\tests\school_testcase;

#[\PHPUnit\Framework\Attributes\CoversClass(preview::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(receivers::class)]
/**
 * Mails are previewed as their receivers see them, and tried on oneself only.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\local\course\preview
 * @covers \block_course_notification\local\course\receivers
 */
final class preview_test extends school_testcase {
    /** @var int A course. */
    private int $courseid;

    /**
     * A course with its manager and a learner.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->courseid = $this->school->course(['fullname' => 'Algebra']);
        $this->school->learner('sam', $this->courseid, ['user' => ['firstname' => '<b>Sam</b>']]);
        $this->setUser($this->school->learner('manager', $this->courseid, ['role' => 'editingteacher']));
    }

    public function test_a_draft_is_seen_with_names_escaped_and_tags_of_the_subject_gone(): void {
        $body = '<p>{{FIRSTNAME}}<script>x</script>';
        $drafts = [['language' => 'en', 'subject' => 'Hi <i>{{FIRSTNAME}}</i>', 'body' => $body, 'format' => FORMAT_HTML]];
        $mail = preview_message::execute($this->courseid, 'firstcall', (int) $this->school->user('sam')->id, '', $drafts);
        $this->assertSame('Hi <b>Sam</b>', $mail['subject']);
        $this->assertStringContainsString('<p>&lt;b&gt;Sam&lt;/b&gt;', $mail['html']);
        $this->assertStringNotContainsString('script', $mail['html']);
        $this->assertSame(['en', ''], [$mail['language'], $mail['problem']]);
    }

    public function test_an_empty_draft_shows_the_default_text(): void {
        $drafts = [['language' => 'en', 'subject' => '', 'body' => ' ', 'format' => FORMAT_HTML]];
        $mail = preview_message::execute($this->courseid, 'closed', (int) $this->school->user('sam')->id, '', $drafts);
        $this->assertStringContainsString('Algebra', $mail['subject']);
        $this->assertStringContainsString('&lt;b&gt;Sam', $mail['html']);
    }

    public function test_an_unknown_placeholder_is_named_and_not_sent(): void {
        $sink = $this->redirectMessages();
        $drafts = [['language' => 'en', 'subject' => '{{NAME}}', 'body' => '', 'format' => FORMAT_HTML]];
        $userid = (int) $this->school->user('sam')->id;
        $mail = preview_message::execute($this->courseid, 'closed', $userid, '', $drafts);
        $this->assertStringContainsString('NAME', $mail['problem']);
        $this->assertFalse(send_test::execute($this->courseid, 'closed', $userid, '', $drafts)['sent']);
        $this->assertSame(0, $sink->count());
    }

    public function test_a_test_goes_to_oneself_and_leaves_no_trace_of_the_learner(): void {
        global $DB, $USER;
        $sink = $this->redirectMessages();
        $outcome = send_test::execute($this->courseid, 'inactive', (int) $this->school->user('sam')->id, '', []);
        $this->assertTrue($outcome['sent']);
        $this->assertEquals([$USER->id], array_column($sink->get_messages(), 'useridto'));
        $this->assertSame(0, $DB->count_records(ledger::TABLE));
    }

    public function test_a_login_name_is_shown_to_those_only_who_may_see_it(): void {
        $drafts = [['language' => 'en', 'subject' => '{{USERNAME}}', 'body' => '', 'format' => FORMAT_HTML]];
        $seen = fn(string $name): string => preview_message::execute(
            $this->courseid,
            'closed',
            (int) $this->school->user($name)->id,
            '',
            $drafts
        )['subject'];
        $this->assertSame('(login name, not shown to you)', $seen('sam'));
        $this->assertSame('manager', $seen('manager'));
        set_config('showuseridentity', 'email,username');
        $this->assertSame('sam', $seen('sam'));
        set_config('hiddenuserfields', 'username');
        assign_capability('moodle/course:viewhiddenuserfields', CAP_PROHIBIT, $this->teacher_role(), SYSCONTEXTID, true);
        $this->assertSame('(login name, not shown to you)', $seen('sam'));
    }

    /**
     * The role of the person who previews.
     *
     * @return int
     */
    private function teacher_role(): int {
        global $DB;
        return (int) $DB->get_field('role', 'id', ['shortname' => 'editingteacher'], MUST_EXIST);
    }

    public function test_nobody_is_previewed_who_is_no_learner_of_the_course(): void {
        $stranger = $this->getDataGenerator()->create_user();
        $this->expectExceptionMessage(get_string('preview:notalearner', 'block_course_notification'));
        preview_message::execute($this->courseid, 'closed', (int) $stranger->id, '', []);
    }

    public function test_a_learner_may_neither_preview_nor_look_for_others(): void {
        $this->setUser($this->school->user('sam'));
        $this->expectException(\required_capability_exception::class);
        find_receivers::execute($this->courseid, '');
    }

    public function test_learners_are_found_by_a_part_of_their_name(): void {
        $this->school->learner('percent', $this->courseid, ['user' => ['lastname' => '100% sure']]);
        $this->assertCount(2, find_receivers::execute($this->courseid, '100%'));
        $this->assertCount(1, find_receivers::execute($this->courseid, '%%'));
        $this->assertCount(3, find_receivers::execute($this->courseid, ''));
    }
}
