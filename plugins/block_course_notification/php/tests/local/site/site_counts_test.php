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

use block_course_notification\admin\mail_body;
use block_course_notification\admin\mail_subject;
use block_course_notification\local\course\why;
use block_course_notification\local\facts\course_settings;
use block_course_notification\local\plan\pending;
use block_course_notification\local\send\ledger;
use block_course_notification\local\send\mailer;
use block_course_notification\output\site_view;
use block_course_notification\tests\school;
use block_course_notification\tests\school_testcase;

#[\PHPUnit\Framework\Attributes\CoversClass(site_counts::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\block_course_notification\output\site_view::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\block_course_notification\local\send\site_text::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\block_course_notification\local\send\sender_name::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\block_course_notification\local\facts\course_settings::class)]
/**
 * What admins see of the site and say for it.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\local\site\site_counts
 * @covers \block_course_notification\output\site_view
 * @covers \block_course_notification\local\send\site_text
 * @covers \block_course_notification\local\send\sender_name
 * @covers \block_course_notification\local\facts\course_settings
 */
final class site_counts_test extends school_testcase {
    /**
     * A school.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->setAdminUser();
    }

    /**
     * The page as data for its template.
     *
     * @return array
     */
    private function page(): array {
        global $PAGE;
        $PAGE->set_url('/');
        return (new site_view(0))->export_for_template($PAGE->get_renderer('core'));
    }

    public function test_it_counts_what_was_sent_failed_and_waits(): void {
        global $DB;
        $courseid = $this->school->course(['fullname' => 'Algebra']);
        $sam = $this->school->learner('sam', $courseid);
        pending::flush();
        foreach ([ledger::SENT => 0, ledger::FAILED => -DAYSECS, ledger::MARKED => 0] as $state => $when) {
            $DB->insert_record(ledger::TABLE, (object) [
                'courseid' => $courseid, 'userid' => $sam->id, 'signalname' => 'closed', 'anchor' => crc32($state),
                'state' => $state, 'timeclaimed' => school::NOW + $when,
            ]);
        }
        $totals = site_counts::totals();
        $this->assertSame(['courses' => 1, 'waiting' => 1, 'sent' => 1, 'failed' => 1], array_diff_key($totals, ['soon' => 0]));
        $days = array_slice(site_counts::days(), -2);
        $this->assertSame([[0, 1], [1, 0]], array_map(static fn(array $day): array => [$day['sent'], $day['failed']], $days));
        $course = $this->page()['courses'][0];
        $this->assertSame(['Algebra', 'On', 1, 1, 1], [
            $course['name'], $course['state'], $course['waiting'], $course['sent'], $course['failed'],
        ]);
    }

    public function test_the_chart_counts_in_whole_mails(): void {
        global $PAGE;
        $this->page();
        $this->assertStringContainsString('"stepSize":1', $PAGE->requires->get_end_code());
    }

    public function test_it_says_where_nothing_is_sent(): void {
        $this->school->course(['fullname' => 'A', 'visible' => 0]);
        $this->school->course(['fullname' => 'B'], ['enable' => 0]);
        $this->assertSame(['Course hidden', 'Switched off'], array_column($this->page()['courses'], 'state'));
        $this->assertStringContainsString('scheduledtasks.php', $this->page()['paused']['url']);
    }

    public function test_forty_courses_cost_no_more_queries_than_one(): void {
        global $DB;
        $cost = function (): int {
            global $DB;
            \core\context_helper::reset_caches();
            $before = $DB->perf_get_queries();
            $this->page();
            return $DB->perf_get_queries() - $before;
        };
        $this->school->course();
        $this->page();
        $one = $cost();
        for ($number = 0; $number < 40; $number++) {
            $this->school->course();
        }
        $this->assertSame($one, $cost());
        $this->assertLessThanOrEqual(15, $one);
    }

    public function test_a_locked_setting_holds_in_every_course(): void {
        $courseid = $this->school->course([], ['inactiveafter' => 3 * DAYSECS, 'closed' => 1]);
        $this->assertSame(3 * DAYSECS, course_settings::of($courseid)['inactiveafter']);
        set_config('inactiveafter_locked', 1, 'block_course_notification');
        set_config('closed', 0, 'block_course_notification');
        set_config('closed_locked', 1, 'block_course_notification');
        $settings = course_settings::of($courseid);
        $this->assertSame(14 * DAYSECS, $settings['inactiveafter']);
        $this->assertNotContains('closed', $settings['on']);
    }

    public function test_texts_of_the_site_stand_in_for_the_default_ones_and_give_way_to_the_course(): void {
        set_config('subject_closed', 'Bye {{FIRSTNAME}}', 'block_course_notification');
        set_config('body_closed', '<p>Over.<script>x</script></p>', 'block_course_notification');
        $mail = $this->mail([]);
        $this->assertSame('Bye Sam', $mail['subject']);
        $this->assertStringContainsString('<p>Over.</p>', $mail['html']);
        $this->assertSame('Own', $this->mail(['subject' => ['closed' => ['*' => 'Own']]])['subject']);
    }

    /**
     * The mail that tells Sam of the end.
     *
     * @param array $config
     * @return array
     */
    private function mail(array $config): array {
        static $number = 0;
        $courseid = $this->school->course([], $config);
        $sam = $this->school->learner('sam' . $number++, $courseid, ['user' => ['firstname' => 'Sam']]);
        return (new mailer())->compose(why::learner($courseid, (int) $sam->id), $sam, 'closed', school::NOW);
    }

    public function test_a_text_of_the_site_with_an_unknown_placeholder_is_refused(): void {
        global $CFG;
        require_once($CFG->libdir . '/adminlib.php');
        $this->assertStringContainsString('NOPE', (new mail_subject('x/y', '', '', ''))->validate('{{NOPE}}'));
        $this->assertTrue((new mail_body('x/y', '', '', ''))->validate('<p>{{FIRSTNAME}}</p>'));
    }

    public function test_mails_are_signed_as_the_site_wants_it(): void {
        // Messages wait for the end of a transaction.
        $this->preventResetByRollback();
        set_config('sendername', 'The tutors', 'block_course_notification');
        set_config('replyto', 'tutors@example.com', 'block_course_notification');
        $courseid = $this->school->course();
        $sam = $this->school->learner('sam', $courseid);
        set_config('message_provider_block_course_notification_test_enabled', 'email', 'message');
        $sink = $this->redirectEmails();
        $mail = (new mailer())->compose(why::learner($courseid, (int) $sam->id), $sam, 'closed', school::NOW);
        mailer::send_test($mail, get_course($courseid), get_admin());
        [$sent] = $sink->get_messages();
        $this->assertStringContainsString('The tutors', $sent->fromname ?? $sent->header);
        $this->assertStringContainsString('tutors@example.com', $sent->header);
    }
}
