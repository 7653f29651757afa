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
 * What PHP and JavaScript are known to disagree on, each in a rule of its own.
 *
 * The browser runs the same rules.
 *
 * Arrays with a name of their own:
 * - Row: id: int, rank: int
 *
 * Made from test/golden/rules/hazards/rules/hazards.ts by the build: change that file, not this one.
 *
 * @package    local_golden
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class hazards {
    /**
     * Whether the text is there: '0' is a text like any other.
     *
     * @param string $text
     * @return bool
     */
    public static function is_given(string $text): bool {
        return $text !== '';
    }

    /**
     * Whether two texts are the same text; '1e1' and '10' are not.
     *
     * @param string $a
     * @param string $b
     * @return bool
     */
    public static function is_same(string $a, string $b): bool {
        return $a === $b;
    }

    /**
     * The place of a text among numeric ones.
     *
     * @param string $text
     * @return int
     */
    public static function place(string $text): int {
        return in_array($text, ['00', '0', '0.0'], true) ? array_search($text, ['00', '0', '0.0'], true) : -1;
    }

    /**
     * Which of the texts are in the other list; '1' is not '01'.
     *
     * @param string[] $texts
     * @param string[] $others
     * @return string[]
     */
    public static function in_both(array $texts, array $others): array {
        return array_values(array_filter($texts, static fn(string $text): bool => in_array($text, $others, true)));
    }

    /**
     * A list that may become empty, inside a record.
     *
     * @param int[] $numbers
     * @return array (found: int[], any: bool)
     */
    public static function positive(array $numbers): array {
        $found = array_values(array_filter($numbers, static fn(int $number): bool => $number > 0));
        return ['found' => $found, 'any' => count($found) > 0];
    }

    /**
     * What is left of a division below zero: minus zero in JavaScript.
     *
     * @param int $number
     * @return int
     */
    public static function rest(int $number): int {
        return $number % 5;
    }

    /**
     * Whether a zero has no sign.
     *
     * @param int $number
     * @return bool
     */
    public static function is_zero(int $number): bool {
        return $number * -1 === 0 && (string) ($number * -1) === '0';
    }

    /**
     * The sum, as long as it is below 2^53.
     *
     * @param int $a
     * @param int $b
     * @return int
     */
    public static function plus(int $a, int $b): int {
        return $a + $b;
    }

    /**
     * Rows by rank; those of one rank as they came.
     *
     * @param array[] $rows Row[]
     * @return array[] Row[]
     */
    public static function by_rank(array $rows): array {
        $sorted = $rows;
        usort($sorted, static fn(array $a, array $b): int => $a['rank'] <=> $b['rank']);
        return $sorted;
    }

    /**
     * The first half of a list, whose keys start at 0 again after the filter.
     *
     * @param array[] $rows Row[]
     * @return int[]
     */
    public static function later(array $rows): array {
        return array_map(
            static fn(array $row): int => $row['id'],
            array_values(array_filter($rows, static fn(array $row): bool => $row['rank'] > 0))
        );
    }

    /**
     * Without the word, whatever letters stand around it.
     *
     * @param string $text
     * @param string $word
     * @return string
     */
    public static function without(string $text, string $word): string {
        return str_contains($text, $word) ? implode('a', explode('ä', $text)) : $text;
    }

    /**
     * The quotient rounded down, next to whole numbers too.
     *
     * @param int $number
     * @return int
     */
    public static function third(int $number): int {
        return (int) floor($number / 3);
    }
}
