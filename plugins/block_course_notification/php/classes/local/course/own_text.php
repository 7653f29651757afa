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

use block_course_notification\local\rules\placeholders;

/**
 * A text that somebody wrote for a course: as it is kept, and as the clean HTML that it stands for.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class own_text {
    /** @var int The longest subject, in characters. */
    public const LONGEST_SUBJECT = 255;

    /** @var int The longest body, in bytes. */
    public const LARGEST_BODY = 65536;

    /**
     * The HTML of a body, clean, with its placeholders readable within addresses too.
     *
     * @param string $text
     * @param int $format
     * @return string
     */
    public static function html(string $text, int $format): string {
        $html = match (true) {
            $format === (int) FORMAT_PLAIN => nl2br(s($text)),
            $format === (int) FORMAT_MARKDOWN => markdown_to_html($text),
            $format === (int) FORMAT_MOODLE => text_to_html($text, false, false, true),
            // Somebody who has no editor types lines, and means lines.
            $text === strip_tags($text) => nl2br($text),
            default => $text,
        };
        return placeholders::readable(clean_text(placeholders::readable($html), FORMAT_HTML));
    }

    /**
     * A body as it is kept: HTML is cleaned, anything else stays as it was typed, and is cleaned when it becomes HTML.
     *
     * @param string $text
     * @param int $format
     * @return string
     */
    public static function kept(string $text, int $format): string {
        if (trim(html_to_text($text, 0, false)) === '' && !str_contains($text, '<img')) {
            return '';
        }
        $ishtml = $format === (int) FORMAT_HTML && $text !== strip_tags($text);
        return $ishtml ? self::html($text, $format) : placeholders::readable($text);
    }

    /**
     * Why a subject cannot be kept, or null.
     *
     * @param string $subject
     * @return string|null
     */
    public static function subject_problem(string $subject): ?string {
        if (\core_text::strlen($subject) > self::LONGEST_SUBJECT) {
            return get_string('setup:longsubject', 'block_course_notification', self::LONGEST_SUBJECT);
        }
        return self::unknown_problem(placeholders::unknown_placeholders($subject));
    }

    /**
     * Why a body cannot be kept, or null.
     *
     * @param string $text
     * @param int $format
     * @return string|null
     */
    public static function body_problem(string $text, int $format): ?string {
        if (strlen($text) > self::LARGEST_BODY) {
            return get_string('setup:largebody', 'block_course_notification', display_size(self::LARGEST_BODY));
        }
        $html = self::html($text, $format);
        // What cleaning takes away with the address it stood in is looked at too.
        $unknown = array_unique([
            ...placeholders::unknown_placeholders($text),
            ...placeholders::unknown_placeholders($html),
        ]);
        if ($unknown !== []) {
            return self::unknown_problem($unknown);
        }
        $bad = placeholders::bad_addresses($html);
        return $bad === [] ? null : get_string('setup:badaddress', 'block_course_notification', (object) [
            'bad' => implode(' ', $bad),
            'good' => implode(' ', placeholders::ADDRESSES),
        ]);
    }

    /**
     * Names the placeholders that nobody knows.
     *
     * @param string[] $unknown
     * @return string|null null where there is none
     */
    private static function unknown_problem(array $unknown): ?string {
        $names = implode(' ', $unknown);
        return $unknown === [] ? null : get_string('setup:badplaceholder', 'block_course_notification', $names);
    }
}
