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

namespace block_course_notification\local\send;

use block_course_notification\local\rules\placeholders;
use block_course_notification\local\course\why;
use block_course_notification\local\facts\course_settings;
use block_course_notification\tests\school;
use block_course_notification\tests\school_testcase;

#[\PHPUnit\Framework\Attributes\CoversClass(mailer::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(mail_template::class)]
/**
 * What a mail says, and in which language.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\local\send\mailer
 * @covers \block_course_notification\local\send\mail_template
 */
final class mailer_test extends school_testcase {
    /** @var int The course. */
    private int $courseid;

    /**
     * A course that ends, at 22:30 in Greenwich.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->courseid = $this->school->course([
            'fullname' => 'Law & Order',
            'shortname' => 'law',
            'enddate' => school::NOW + 7 * DAYSECS - 7.5 * HOURSECS,
        ]);
    }

    public function test_a_mail_is_in_the_language_of_its_receiver(): void {
        $this->install_french();
        $mail = $this->mail('etudiant', 'closed', ['lang' => 'fr']);
        $this->assertStringStartsWith('Votre accès au cours Law', $mail['subject']);
        $this->assertStringContainsString('Choisir les messages', $mail['html']);
        $this->assertSame('fr', $mail['lang']);
        $this->assertStringStartsWith('Your access to Law', $this->mail('student', 'closed')['subject']);
        $this->assertSame('en', current_language());
    }

    public function test_dates_are_in_the_timezone_of_the_receiver(): void {
        $own = ['subject' => ['closed' => ['en' => '{{ENDDATE}}']]];
        $greenwich = $this->mail('student', 'closed', ['timezone' => 'Europe/London'], $own);
        $auckland = $this->mail('kiri', 'closed', ['timezone' => 'Pacific/Auckland'], $own);
        $this->assertStringContainsString('16 March 2026, 10:30', $greenwich['subject']);
        $this->assertStringContainsString('17 March 2026, 11:30', $auckland['subject']);
    }

    public function test_names_are_escaped_where_it_is_html_and_never_filled_in_again(): void {
        $mail = $this->mail('bob', 'firstassign', ['firstname' => '<b>Bob</b>', 'lastname' => '{{COURSE}}'], [
            'subject' => ['firstassign' => ['en' => '{{FIRSTNAME}} {{LASTNAME}} {{COURSE}}']],
            'body' => ['firstassign' => ['en' => '<p>{{FIRSTNAME}} {{LASTNAME}} {{COURSE}}</p>']],
        ]);
        $this->assertSame('<b>Bob</b> {{COURSE}} Law & Order', $mail['subject']);
        $this->assertStringContainsString('<p>&lt;b&gt;Bob&lt;/b&gt; {{COURSE}} Law &amp; Order</p>', $mail['html']);
        $this->assertStringContainsString('<b>Bob</b> {{COURSE}} Law & Order', $mail['text']);
    }

    public function test_names_of_the_course_come_as_filters_show_them(): void {
        global $DB;
        $names = ['fullname' => 'Law <i>&</i> Order', 'shortname' => 'Law <i>1</i>'];
        $DB->update_record('course', (object) (['id' => $this->courseid] + $names));
        $mail = $this->mail('ian', 'firstassign', [], ['subject' => ['firstassign' => ['en' => '{{COURSESHORT}}: {{COURSE}}']]]);
        $this->assertSame('Law 1: Law & Order', $mail['subject']);
    }

    public function test_every_placeholder_is_filled_in(): void {
        global $CFG, $SITE;
        $names = placeholders::PLACEHOLDERS;
        $text = implode('|', array_map(static fn(string $name): string => '{{' . $name . '}}', $names));
        $mail = $this->mail('student', 'inactive', [], ['subject' => ['inactive' => ['en' => $text]]]);
        $values = array_combine($names, explode('|', $mail['subject']));
        $this->assertSame($CFG->wwwroot, $values['WWWROOT']);
        $this->assertSame('law', $values['COURSESHORT']);
        $this->assertSame((string) $this->courseid, $values['COURSEID']);
        $this->assertSame($SITE->fullname, $values['SITENAME']);
        $this->assertSame('student', $values['USERNAME']);
        $this->assertSame('20', $values['DAYS']);
        $this->assertStringContainsString('/user/contactsitesupport.php', $values['CONTACTURL']);
        $this->assertStringNotContainsString('{{', $mail['subject'] . $mail['html'] . $mail['text']);
    }

    public function test_a_mail_has_a_plain_version_and_leads_to_the_preferences(): void {
        global $CFG;
        $mail = $this->mail('student', 'oneweeknearend');
        $this->assertStringContainsString("Open the course <$CFG->wwwroot/course/view.php?id=$this->courseid>", $mail['text']);
        $this->assertStringContainsString('/blocks/course_notification/choose.php?id=', $mail['html']);
        $this->assertStringContainsString('/blocks/course_notification/choose.php?id=', $mail['text']);
        $this->assertStringNotContainsString('<p>', $mail['text']);
        $this->assertStringContainsString("/course/view.php?id=$this->courseid", $mail['html']);
    }

    public function test_what_a_manager_wrote_is_made_safe_and_keeps_its_placeholders(): void {
        $mail = $this->mail('student', 'closed', [], ['body' => ['closed' => [
            'en' => '<p onclick="x()">Bye <a href="{{WWWROOT}}/course/view.php?id={{COURSEID}}">{{COURSE}}</a></p>'
                . '<script>x()</script>',
        ]]]);
        $this->assertStringNotContainsString('script', $mail['html']);
        $this->assertStringNotContainsString('onclick', $mail['html']);
        $this->assertStringContainsString("/course/view.php?id=$this->courseid\">Law &amp; Order</a>", $mail['html']);
    }

    public function test_a_value_is_part_of_an_address_where_it_stands_in_one(): void {
        global $CFG, $DB;
        $DB->set_field('course', 'shortname', 'a&b=" c', ['id' => $this->courseid]);
        $body = '<a href="{{WWWROOT}}/x?c={{COURSESHORT}}" title="{{COURSESHORT}}">{{COURSESHORT}}</a>';
        $mail = $this->mail('student', 'closed', [], ['body' => ['closed' => ['en' => $body]]]);
        $address = "$CFG->wwwroot/x?c=a%26b%3D%22%20c";
        $expected = "<a href=\"$address\" title=\"a&amp;b=&quot; c\">a&amp;b=&quot; c</a>";
        $this->assertStringContainsString($expected, $mail['html']);
        $this->assertStringContainsString("a&b=\" c <$address>", $mail['text']);
        $this->assertStringNotContainsStringIgnoringCase('%7b', $mail['html'] . $mail['text']);
    }

    public function test_a_name_that_is_a_script_never_becomes_an_address(): void {
        global $DB;
        $DB->set_field('course', 'shortname', 'javascript:alert(1)', ['id' => $this->courseid]);
        $body = '<a href="{{COURSESHORT}}">x</a><a href="java{{COURSESHORT}}">y</a>';
        $mail = $this->mail('student', 'closed', [], ['body' => ['closed' => ['en' => $body]]]);
        $this->assertStringContainsString('<a href="#">x</a>', $mail['html']);
        $this->assertStringNotContainsString('javascript:', $mail['html'] . $mail['text']);
    }

    public function test_lines_stay_lines_where_somebody_typed_no_html(): void {
        $mail = $this->mail('student', 'closed', [], ['body' => ['closed' => ['en' => "Dear {{FIRSTNAME}}\nBye\n\nUs"]]]);
        $this->assertMatchesRegularExpression('~Dear \w+<br />\s*Bye<br />\s*<br />\s*Us~u', $mail['html']);
        $this->assertMatchesRegularExpression('~Dear \w+\nBye\n\nUs~u', $mail['text']);
    }

    public function test_a_text_in_another_format_is_shown_as_its_format_says(): void {
        $mail = $this->mail('student', 'closed', [], [
            'body' => ['closed' => ['en' => 'See **this** <script>x()</script>']],
            'format' => ['closed' => ['en' => FORMAT_MARKDOWN]],
        ]);
        $this->assertStringContainsString('<strong>this</strong>', $mail['html']);
        $this->assertStringNotContainsString('<script', $mail['html']);
    }

    public function test_days_are_said_in_words_that_fit_their_number(): void {
        $this->assertSame('7 days left in Law & Order', $this->mail('student', 'oneweeknearend')['subject']);
        $ends = ['enrolments' => [[-30 * DAYSECS, 5 * HOURSECS]]];
        $this->assertSame('1 day left in Law & Order', $this->mail('late', 'onedaytoend', [], [], $ends)['subject']);
    }

    public function test_there_is_a_button_unless_the_course_is_closed_or_the_text_leads_there(): void {
        $this->assertSame(1, substr_count($this->mail('one', 'inactive')['html'], '/course/view.php'));
        $this->assertSame(0, substr_count($this->mail('two', 'closed')['html'], '/course/view.php'));
        $own = ['body' => ['inactive' => ['en' => '<a href="{{WWWROOT}}/course/view.php?id={{COURSEID}}">Go</a>']]];
        $this->assertSame(1, substr_count($this->mail('three', 'inactive', [], $own)['html'], '/course/view.php'));
    }

    public function test_questions_go_to_the_contact_of_the_course_while_it_can_be_entered(): void {
        $this->school->learner('tia', $this->courseid, ['role' => 'editingteacher', 'user' => ['firstname' => 'Tia <']]);
        $mail = $this->mail('student', 'oneweeknearend');
        $link = '~Write to <a href="[^"]+/user/view.php\?id=\d+&amp;course=\d+">Tia &lt;~';
        $this->assertMatchesRegularExpression($link, $mail['html']);
        $this->assertStringContainsString('contactsitesupport', $this->mail('other', 'closed')['html']);
    }

    public function test_a_text_for_all_languages_serves_where_there_is_none_of_its_own(): void {
        $own = ['subject' => ['closed' => ['*' => 'For all', 'de' => 'Deutsch']]];
        $this->assertSame('For all', $this->mail('student', 'closed', [], $own)['subject']);
    }

    /**
     * A mail as it would be sent.
     *
     * @param string $name
     * @param string $signal
     * @param array $user
     * @param array $config texts of the course
     * @param array $with what else differs
     * @return array
     */
    private function mail(string $name, string $signal, array $user = [], array $config = [], array $with = []): array {
        if ($config !== []) {
            course_settings::save($this->courseid, $config);
        }
        $made = $this->school->learner($name, $this->courseid, $with + [
            'user' => $user,
            'enrolments' => [[-30 * DAYSECS, null]],
            'seen' => -20 * DAYSECS,
        ]);
        $learner = why::learner($this->courseid, (int) $made->id);
        return (new mailer())->compose($learner, \core_user::get_user($made->id), $signal, school::NOW);
    }

    /**
     * Lets the site know French, as far as the plugin speaks it.
     */
    private function install_french(): void {
        global $CFG;
        mkdir("$CFG->langotherroot/fr", 0777, true);
        file_put_contents("$CFG->langotherroot/fr/langconfig.php", "<?php\n\$string['thislanguage'] = 'Français';\n");
        get_string_manager()->reset_caches();
    }
}
