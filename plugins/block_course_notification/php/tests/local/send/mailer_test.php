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

/**
 * What a mail says, and in which language.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\local\send\mailer
 * @covers \block_course_notification\local\send\mail_template
 */
final class mailer_test extends \advanced_testcase {
    /** @var school A course and learners. */
    private school $school;

    /** @var int The course. */
    private int $courseid;

    /**
     * A course that ends, at 22:30 in Greenwich.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->mock_clock_with_frozen(school::NOW);
        $this->school = new school($this->getDataGenerator());
        $this->courseid = $this->school->course([
            'fullname' => 'Law & Order',
            'shortname' => 'law',
            'enddate' => school::NOW + 7 * DAYSECS - 7.5 * HOURSECS,
        ]);
    }

    public function test_a_mail_is_in_the_language_of_its_receiver(): void {
        $this->install_french();
        $mail = $this->mail('etudiant', 'closed', ['lang' => 'fr']);
        $this->assertStringStartsWith('Votre accès à Law', $mail['subject']);
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
        $this->assertStringContainsString("] $CFG->wwwroot/course/view.php?id=$this->courseid", $mail['text']);
        $this->assertStringContainsString('/message/notificationpreferences.php', $mail['html']);
        $this->assertStringContainsString('/message/notificationpreferences.php', $mail['text']);
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
     * @return array
     */
    private function mail(string $name, string $signal, array $user = [], array $config = []): array {
        if ($config !== []) {
            course_settings::save($this->courseid, $config);
        }
        $made = $this->school->learner($name, $this->courseid, [
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
