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

use block_course_notification\local\course\own_text;
use block_course_notification\local\rules\placeholders;

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
        /** @var string The body in its frame; each placeholder says where it stands. */
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
        $subjects = $settings['subject'][$signal] ?? [];
        $subject = $subjects[self::chosen($subjects, $lang)] ?? site_text::subject($signal, $lang);
        $body = self::body($signal, $settings, $lang);
        $isopen = $signal !== 'closed';
        $parts = [
            'body' => placeholders::placed($body),
            'open' => $isopen && !placeholders::leads_to_course($body) ? self::string('mail:open', null, $lang) : null,
            'courseurl' => '{{WWWROOT:start}}/course/view.php?id={{COURSEID:part}}',
            'help' => self::string('mail:help', '<a href="{{HELPURL:start}}">{{HELPNAME}}</a>', $lang),
            'footer' => self::string('mail:footer', (object) [
                'sitename' => '{{SITENAME}}',
                'course' => '{{COURSE}}',
                'preferences' => '{{WWWROOT:start}}/blocks/course_notification/choose.php?id={{COURSEID:part}}',
            ], $lang),
        ];
        return new self($subject, self::framed($parts, $lang), self::plain($parts));
    }

    /**
     * The body of a signal, clean.
     *
     * @param string $signal
     * @param array $settings of the course
     * @param string $lang
     * @return string
     */
    private static function body(string $signal, array $settings, string $lang): string {
        $texts = $settings['body'][$signal] ?? [];
        $chosen = self::chosen($texts, $lang);
        return $chosen === null
            ? site_text::body($signal, $lang)
            : own_text::html($texts[$chosen], (int) ($settings['format'][$signal][$chosen] ?? FORMAT_HTML));
    }

    /**
     * The mail as mail programs show it: they know tables and styles of an element, and little else.
     *
     * @param array $parts
     * @param string $lang
     * @return string
     */
    private static function framed(array $parts, string $lang): string {
        global $PAGE;
        return $PAGE->get_renderer('core')->render_from_template('block_course_notification/mail', $parts + [
            'course' => '{{COURSE}}',
            'lang' => str_replace('_', '-', $lang),
            'dir' => get_string_manager()->get_string('thisdirection', 'langconfig', null, $lang),
        ]);
    }

    /**
     * The same without any HTML: addresses stand behind the words that link to them.
     *
     * @param array $parts
     * @return string
     */
    private static function plain(array $parts): string {
        $button = $parts['open'] === null ? '' : "<p><a href=\"{$parts['courseurl']}\">{$parts['open']}</a></p>";
        $html = $parts['body'] . $button . "<p>{$parts['help']}</p><p>{$parts['footer']}</p>";
        $linked = preg_replace_callback(
            '~<a\s[^>]*?href="([^"]*)"[^>]*>(.*?)</a>~is',
            static fn(array $link): string => trim(strip_tags($link[2])) === $link[1] ? $link[1] : "$link[2] &lt;$link[1]&gt;",
            $html
        );
        return trim(html_to_text($linked ?? $html, 0, false));
    }

    /**
     * A string of ours in a language.
     *
     * @param string $key
     * @param mixed $a
     * @param string $lang
     * @return string
     */
    private static function string(string $key, mixed $a, string $lang): string {
        return get_string_manager()->get_string($key, 'block_course_notification', $a, $lang);
    }

    /**
     * The language of the text that serves a reader: theirs, one that theirs is derived from, or `*`, which serves all.
     *
     * @param string[] $texts by language
     * @param string $lang
     * @return string|null
     */
    private static function chosen(array $texts, string $lang): ?string {
        $parents = array_reverse(get_string_manager()->get_language_dependencies($lang));
        foreach ([$lang, ...$parents, explode('_', $lang)[0], '*'] as $candidate) {
            if (trim($texts[$candidate] ?? '') !== '') {
                return $candidate;
            }
        }
        return null;
    }
}
