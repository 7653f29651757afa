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

/**
 * The words of a mail in one language, with placeholders: those of the course where it has any, otherwise the default ones.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class mail_template {
    /**
     * A template.
     *
     * @param string $subject
     * @param string $html
     * @param string $text
     */
    private function __construct(
        /** @var string The subject, plain. */
        public readonly string $subject,
        /** @var string The body and the footer. */
        public readonly string $html,
        /** @var string The same, plain. */
        public readonly string $text,
    ) {
    }

    /**
     * The template of a signal.
     *
     * @param string $signal
     * @param array $settings of the course
     * @param string $lang
     * @return self
     */
    public static function of(string $signal, array $settings, string $lang): self {
        $strings = get_string_manager();
        $subject = self::own($settings['subject'][$signal] ?? [], $lang)
            ?? $strings->get_string("subject:$signal", 'block_course_notification', null, $lang);
        $own = self::own($settings['body'][$signal] ?? [], $lang);
        $body = $own === null
            ? $strings->get_string("body:$signal", 'block_course_notification', null, $lang)
            : self::cleaned($own);
        $footer = $strings->get_string('mail:footer', 'block_course_notification', (object) [
            'sitename' => '{{SITENAME}}',
            'course' => '{{COURSE}}',
            'preferences' => (new \moodle_url('/message/notificationpreferences.php'))->out(),
        ], $lang);
        $html = $body . "\n<hr>\n<p><small>" . $footer . '</small></p>';
        return new self($subject, $html, self::plain($html));
    }

    /**
     * A text of the course in a language, or in the language it is derived from.
     *
     * @param string[] $texts by language
     * @param string $lang
     * @return string|null
     */
    private static function own(array $texts, string $lang): ?string {
        $parents = array_reverse(get_string_manager()->get_language_dependencies($lang));
        foreach ([$lang, ...$parents, explode('_', $lang)[0], '*'] as $candidate) {
            if (trim($texts[$candidate] ?? '') !== '') {
                return $texts[$candidate];
            }
        }
        return null;
    }

    /**
     * What a course manager wrote, made safe. Placeholders within addresses are left readable.
     *
     * @param string $body
     * @return string
     */
    private static function cleaned(string $body): string {
        return str_ireplace(['%7B%7B', '%7D%7D'], ['{{', '}}'], clean_text($body, FORMAT_HTML));
    }

    /**
     * The plain version: addresses stand behind the words that link to them.
     *
     * @param string $html
     * @return string
     */
    private static function plain(string $html): string {
        $text = str_ireplace(['%7B%7B', '%7D%7D'], ['{{', '}}'], html_to_text($html, 0));
        // An address that begins with a placeholder was taken for a relative one.
        return trim(preg_replace('~^(\[\d+\] )/(?=\{\{(?:WWWROOT|CONTACTURL)\}\})~m', '$1', $text));
    }
}
