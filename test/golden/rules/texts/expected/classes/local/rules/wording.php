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

namespace local_golden\local\rules;

/**
 * Texts are joined, cut at separators and searched, never counted.
 *
 * The browser runs the same rules.
 *
 * Made from test/golden/rules/texts/rules/wording.ts by the build: change that file, not this one.
 *
 * @package    local_golden
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class wording {
    /**
     * "3 of 10: title", for a line of a list.
     *
     * @param int $done
     * @param int $all
     * @param string $title
     * @return string
     */
    public static function progress_line(int $done, int $all, string $title): string {
        return $done . ' of ' . $all . ': ' . $title;
    }

    /**
     * Hours and minutes of a length in minutes: "07:05".
     *
     * @param int $minutes
     * @return string
     */
    public static function clock(int $minutes): string {
        return str_pad((string) ((int) floor($minutes / 60)), 2, '0', STR_PAD_LEFT) .
            ':' .
            str_pad((string) (($minutes % 60 + 60) % 60), 2, '0', STR_PAD_LEFT);
    }

    /**
     * Whether $address cannot be mailed to.
     *
     * @param string $address
     * @return bool
     */
    public static function is_undeliverable(string $address): bool {
        return $address === '' ||
            !str_contains($address, '@') ||
            str_ends_with($address, '.invalid') ||
            str_starts_with($address, 'noreply@');
    }

    /**
     * The parts of a setting that is kept as "a,b,c", without the empty ones.
     *
     * @param string $setting
     * @return string[]
     */
    public static function parts(string $setting): array {
        return array_values(array_filter(explode(',', $setting), static fn(string $part): bool => $part !== ''));
    }

    /**
     * Dots where there were blanks and quotes.
     *
     * @param string $title
     * @return string
     */
    public static function slug(string $title): string {
        return implode('.', explode('"', str_replace('\'', '.', str_replace(' ', '.', $title))));
    }

    /**
     * Whether the text is the number zero as a text, and nothing that is only equal to it.
     *
     * @param string $text
     * @return bool
     */
    public static function is_zero(string $text): bool {
        return $text === '0';
    }

    /**
     * A text with what PHP and JavaScript each would read in their own way.
     *
     * @param string $name
     * @return string
     */
    public static function hazards(string $name): string {
        return '$name {$name} \ \'' . $name . "'\n\t" . '100% \'ä\' 😀';
    }

    /**
     * The number as a text.
     *
     * @param int $number
     * @return string
     */
    public static function as_text(int $number): string {
        return (string) $number;
    }

    /**
     * A word for each state, "0" among them.
     *
     * @param string $state
     * @return string
     */
    public static function word(string $state): string {
        return $state === '0' ? 'none' : $state;
    }
}
