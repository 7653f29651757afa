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

use block_course_notification\local\facts\course_settings;

/**
 * The own texts of one signal in one course: as a form shows them, and as they are kept.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class course_texts {
    /**
     * The languages in which a signal has texts: those installed, and all of them at once where an older version kept such a text.
     *
     * @param array $settings as course_settings::of() gives them
     * @param string $signal
     * @return string[] names by code
     */
    public static function languages(array $settings, string $signal): array {
        $hasshared = isset($settings['subject'][$signal]['*']) || isset($settings['body'][$signal]['*']);
        $shared = $hasshared ? ['*' => get_string('setup:alllanguages', 'block_course_notification')] : [];
        return $shared + get_string_manager()->get_list_of_translations();
    }

    /**
     * The languages in which a signal has a text of its own, installed or not.
     *
     * @param array $settings
     * @param string $signal
     * @return string[] codes
     */
    public static function own(array $settings, string $signal): array {
        return array_keys(($settings['subject'][$signal] ?? []) + ($settings['body'][$signal] ?? []));
    }

    /**
     * The texts that are kept, by the names of their fields.
     *
     * @param array $settings
     * @param string $signal
     * @return string[]
     */
    public static function fields(array $settings, string $signal): array {
        $fields = [];
        foreach (['subject', 'body'] as $part) {
            foreach (array_keys(self::languages($settings, $signal)) as $language) {
                $fields["{$part}[{$language}]"] = (string) ($settings[$part][$signal][$language] ?? '');
            }
        }
        return $fields;
    }

    /**
     * The texts that a form asks for, as they would be kept. What is no text asks for nothing.
     *
     * @param array $data
     * @return string[] by the names of their fields
     */
    public static function asked(array $data): array {
        $fields = [];
        foreach (self::strings($data['subject'] ?? []) as $language => $subject) {
            $fields["subject[{$language}]"] = trim(clean_param($subject, PARAM_TEXT));
        }
        foreach (self::bodies($data) as $language => [$text, $format]) {
            $fields["body[{$language}]"] = own_text::kept($text, $format);
        }
        return $fields;
    }

    /**
     * Why texts cannot be kept.
     *
     * @param array $data
     * @return string[] by the names of their fields
     */
    public static function problems(array $data): array {
        $problems = [];
        foreach (self::strings($data['subject'] ?? []) as $language => $subject) {
            $problems["subject[{$language}]"] = own_text::subject_problem($subject);
        }
        foreach (self::bodies($data) as $language => [$text, $format]) {
            $problems["body[{$language}]"] = own_text::body_problem($text, $format);
        }
        return array_filter($problems, 'is_string');
    }

    /**
     * Saves what was changed in a form, and keeps what somebody else changed meanwhile.
     *
     * @param int $courseid
     * @param string $signal
     * @param array $data
     * @return string[] the fields that somebody else changed
     */
    public static function save(int $courseid, string $signal, array $data): array {
        $settings = course_settings::of($courseid);
        $fields = self::asked($data);
        $formats = array_map(static fn(array $body): int => $body[1], self::bodies($data));
        $edit = edit::of(self::token($data), $fields, self::fields($settings, $signal));
        $changes = array_intersect_key($settings, array_flip(course_settings::TEXTS));
        foreach ($edit->mine() as $field) {
            [$part, $language] = explode('[', rtrim($field, ']'), 2);
            $changes[$part][$signal][$language] = $fields[$field];
            if ($part === 'body') {
                $changes['format'][$signal][$language] = $formats[$language] === (int) FORMAT_HTML ? '' : $formats[$language];
            }
        }
        course_settings::save($courseid, array_map(self::given(...), $changes));
        edited::remember($courseid, array_map(static fn(string $field): string => self::field($signal, $field), $edit->mine()));
        return $edit->theirs();
    }

    /**
     * The name of a field among those of all signals.
     *
     * @param string $signal
     * @param string $field
     * @return string
     */
    public static function field(string $signal, string $field): string {
        return "$signal $field";
    }

    /**
     * What a form says that it began with.
     *
     * @param array $data
     * @return string
     */
    public static function token(array $data): string {
        return is_string($data['was'] ?? null) ? $data['was'] : '';
    }

    /**
     * The bodies of a form.
     *
     * @param array $data
     * @return array<string, array{string, int}> text and format by language
     */
    private static function bodies(array $data): array {
        $bodies = [];
        foreach ((array) ($data['body'] ?? []) as $language => $body) {
            $body = self::strings($body);
            if (isset($body['text'])) {
                $bodies[$language] = [$body['text'], (int) ($body['format'] ?? FORMAT_HTML)];
            }
        }
        return $bodies;
    }

    /**
     * Those of the values that are texts.
     *
     * @param mixed $values
     * @return string[]
     */
    private static function strings(mixed $values): array {
        return array_map('strval', array_filter(is_array($values) ? $values : [], 'is_scalar'));
    }

    /**
     * The texts that are not empty.
     *
     * @param array $texts by signal and language
     * @return array<string, array<string, string>>
     */
    private static function given(array $texts): array {
        $isgiven = static fn($text): bool => trim((string) $text) !== '';
        return array_filter(array_map(static fn(array $some): array => array_filter($some, $isgiven), $texts));
    }
}
