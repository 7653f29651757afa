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

use block_course_notification\local\facts\learner;
use block_course_notification\local\rules\days;
use block_course_notification\local\rules\placeholders;

/**
 * Writes mails in the language and the timezone of those who get them.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class mailer {
    /** @var mail_template[] Templates, by signal and language, and by course where it has its own. */
    private array $templates = [];

    /** @var string[][] Names of the course and the site, by course and language. */
    private array $names = [];

    /** @var array[][] Contacts, by course. */
    private array $contacts = [];

    /** @var string[] Dates in words, by moment, format, language and timezone. */
    private array $dates = [];

    /**
     * Sends a mail to someone who is trying it out.
     *
     * @param array $mail as compose() gives it
     * @param \stdClass $course
     * @param \stdClass $user
     * @return bool whether an output took it
     */
    public static function send_test(array $mail, \stdClass $course, \stdClass $user): bool {
        $mail['subject'] = get_string('mail:test', 'block_course_notification', $mail['subject']);
        return message_send((new letter($mail, $course, $user, 'test'))->message) !== false;
    }

    /**
     * The mail that a learner would get.
     *
     * @param learner $learner
     * @param \stdClass $user
     * @param string $signal
     * @param int $now
     * @param array|null $settings texts that are not saved yet
     * @return array{subject: string, html: string, text: string, lang: string}
     */
    public function compose(learner $learner, \stdClass $user, string $signal, int $now, ?array $settings = null): array {
        $lang = self::language_of($user);
        $before = force_current_language($lang);
        try {
            $template = $settings === null
                ? $this->template($learner->course, $signal, $lang)
                : mail_template::of($signal, $settings, $lang);
            $values = $this->values($learner, $user, $signal, $now, $lang);
        } finally {
            force_current_language($before);
        }
        $plain = self::by_place($values, static fn(string $value): string => $value);
        $escaped = self::by_place($values, static fn(string $value): string => s($value));
        return [
            'subject' => trim(preg_replace('/\s+/u', ' ', placeholders::fill_in($template->subject, $plain))),
            'html' => placeholders::fill_in($template->html, $escaped),
            'text' => placeholders::fill_in($template->text, $plain),
            'lang' => $lang,
        ];
    }

    /**
     * Values as they stand in a text, at the start of an address, and further on in one.
     *
     * @param string[] $values by name
     * @param \Closure $escape for the text around them
     * @return array<int, array{name: string, value: string}>
     */
    private static function by_place(array $values, \Closure $escape): array {
        $replacements = [];
        foreach ($values as $name => $value) {
            $replacements[] = ['name' => $name, 'value' => $escape($value)];
            $replacements[] = ['name' => "$name:start", 'value' => $escape(placeholders::address_of($value))];
            $replacements[] = ['name' => "$name:part", 'value' => rawurlencode($value)];
        }
        return $replacements;
    }

    /**
     * The language in which someone reads.
     *
     * @param \stdClass $user
     * @return string
     */
    public static function language_of(\stdClass $user): string {
        global $CFG;
        $lang = (string) ($user->lang ?? '');
        return $lang !== '' && get_string_manager()->translation_exists($lang, false) ? $lang : $CFG->lang;
    }

    /**
     * The template of a course, kept while the mailer lives. Courses without texts of their own share one.
     *
     * @param \stdClass $course
     * @param string $signal
     * @param string $lang
     * @return mail_template
     */
    private function template(\stdClass $course, string $signal, string $lang): mail_template {
        if (count($this->templates) > 1000) {
            $this->templates = [];
        }
        $isown = isset($course->settings['subject'][$signal]) || isset($course->settings['body'][$signal]);
        $key = ($isown ? $course->id : 'default') . " $signal $lang";
        return $this->templates[$key] ??= mail_template::of($signal, $course->settings, $lang);
    }

    /**
     * What stands in place of the placeholders, as plain text.
     *
     * @param learner $learner
     * @param \stdClass $user
     * @param string $signal
     * @param int $now
     * @param string $lang
     * @return string[] by name
     */
    private function values(learner $learner, \stdClass $user, string $signal, int $now, string $lang): array {
        global $CFG;
        $facts = $learner->facts();
        $days = days::days_of($signal, $facts, $now);
        $strings = get_string_manager();
        return $this->names($learner->course, $lang) + $this->help($learner->course, $signal, $lang) + [
            'WWWROOT' => $CFG->wwwroot,
            'COURSEID' => (string) $learner->course->id,
            'USERNAME' => $user->username,
            'FIRSTNAME' => $user->firstname,
            'LASTNAME' => $user->lastname,
            'CONTACTURL' => self::contact(),
            'DAYS' => (string) $days,
            'DURATION' => $strings->get_string('duration:' . days::plural_of($days), 'block_course_notification', $days, $lang),
            'STARTDATE' => $this->date($facts['start'], 'strftimedaydate', $user, $lang),
            'ENDDATE' => $facts['end'] === null
                ? $strings->get_string('mail:noend', 'block_course_notification', null, $lang)
                : $this->date($facts['end'], 'strftimedaydatetime', $user, $lang),
        ];
    }

    /**
     * Whom to write to: the first contact of the course, or the site's support where the course has none or is closed.
     *
     * @param \stdClass $course
     * @param string $signal
     * @param string $lang
     * @return string[]
     */
    private function help(\stdClass $course, string $signal, string $lang): array {
        $contact = $signal === 'closed' ? null : $this->course_contact($course);
        if ($contact === null) {
            $site = $this->names($course, $lang)['SITENAME'];
            $name = get_string_manager()->get_string('mail:support', 'block_course_notification', $site, $lang);
            return ['HELPNAME' => $name, 'HELPURL' => self::contact()];
        }
        $profile = new \moodle_url('/user/view.php', ['id' => $contact['user']->id, 'course' => $course->id]);
        return ['HELPNAME' => $contact['username'], 'HELPURL' => $profile->out(false)];
    }

    /**
     * The first of those whom Moodle names beside the course in its lists.
     *
     * @param \stdClass $course
     * @return array|null
     */
    private function course_contact(\stdClass $course): ?array {
        if (count($this->contacts) > 1000) {
            $this->contacts = [];
        }
        $this->contacts[$course->id] ??= (new \core_course_list_element($course))->get_course_contacts();
        $contacts = $this->contacts[$course->id];
        return $contacts === [] ? null : reset($contacts);
    }

    /**
     * The names of a course and of the site, as filters show them in the current language.
     *
     * @param \stdClass $course
     * @param string $lang
     * @return string[]
     */
    private function names(\stdClass $course, string $lang): array {
        global $SITE;
        if (count($this->names) > 1000) {
            $this->names = [];
        }
        $options = ['context' => \core\context\course::instance($course->id), 'escape' => false];
        return $this->names["$course->id $lang"] ??= [
            'COURSE' => format_string($course->fullname, true, $options),
            'COURSESHORT' => format_string($course->shortname, true, $options),
            'SITENAME' => format_string($SITE->fullname, true, ['context' => \core\context\system::instance(), 'escape' => false]),
        ];
    }

    /**
     * A date in words.
     *
     * @param int $time
     * @param string $format
     * @param \stdClass $user
     * @param string $lang
     * @return string
     */
    private function date(int $time, string $format, \stdClass $user, string $lang): string {
        $timezone = \core_date::get_user_timezone($user);
        if (count($this->dates) > 1000) {
            $this->dates = [];
        }
        return $this->dates["$time $format $lang $timezone"] ??=
            userdate($time, get_string_manager()->get_string($format, 'langconfig', null, $lang), $timezone);
    }

    /**
     * Where people find help.
     *
     * @return string
     */
    private static function contact(): string {
        global $CFG;
        $page = empty($CFG->supportpage) ? '/user/contactsitesupport.php' : $CFG->supportpage;
        return (new \moodle_url($page))->out(false);
    }
}
