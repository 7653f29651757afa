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
 * Statements: branches, loops, lists that are filled.
 *
 * The browser runs the same rules.
 *
 * Arrays with a name of their own:
 * - Entry: kind: string, weight: int
 *
 * Made from test/golden/rules/steps/rules/walking.ts by the build: change that file, not this one.
 *
 * @package    local_golden
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class walking {
    /**
     * What one entry costs; nothing falls through.
     *
     * @param array $entry Entry
     * @return int
     */
    public static function cost(array $entry): int {
        return match ($entry['kind']) {
            'mail' => $entry['weight'] * 10,
            'popup' => $entry['weight'],
            'none' => 0,
        };
    }

    /**
     * A word for a number of days.
     *
     * @param int $days
     * @return string
     */
    public static function day_word(int $days): string {
        return match ($days) {
            0 => 'today',
            -1, 1 => 'next to today',
            default => 'another day',
        };
    }

    /**
     * The costs up to the first entry of kind none; light mails are left out.
     *
     * @param array[] $entries Entry[]
     * @param int $least
     * @return int[]
     */
    public static function costs(array $entries, int $least): array {
        $found = [];
        foreach ($entries as $entry) {
            // The switch counts as a loop for PHP.
            switch ($entry['kind']) {
                case 'mail':
                    if ($entry['weight'] < $least) {
                        continue 2;
                    }
                    break;
                case 'none':
                    return $found;
                default:
                    break;
            }
            $found[] = self::cost($entry);
        }
        return $found;
    }

    /**
     * How many entries come before the sum of weights passes $limit.
     *
     * @param array[] $entries Entry[]
     * @param int $limit
     * @return int
     */
    public static function fitting(array $entries, int $limit): int {
        $sum = 0;
        $count = 0;
        foreach ($entries as ['weight' => $weight]) {
            $sum += $weight;
            if ($sum > $limit) {
                break;
            }
            $count++;
        }
        return $count;
    }

    /**
     * A letter for a size.
     *
     * @param int $value
     * @return string
     */
    public static function size(int $value): string {
        if ($value < 0) {
            // Less than nothing.
            return '-';
        } else if ($value < 10) {
            return 's';
        } else if ($value < 100 && $value !== 50) {
            return 'm';
        } else {
            return 'l';
        }
    }

    /**
     * Each text once, in the order of its first place.
     *
     * @param string[] $texts
     * @return string[]
     */
    public static function without_repeats(array $texts): array {
        $kept = [];
        foreach ($texts as $text) {
            if (!in_array($text, $kept, true)) {
                $kept[] = $text;
            }
        }
        return $kept;
    }

    /**
     * The positions where a list goes down.
     *
     * @param int[] $values
     * @return int[]
     */
    public static function falls(array $values): array {
        $places = [];
        foreach ($values as $index => $value) {
            if ($index > 0 && $value < ($values[$index - 1] ?? 0)) {
                $places[] = $index;
            }
        }
        return $places;
    }

    /**
     * All pairs of different values, each once.
     *
     * @param int[] $values
     * @return array[] (int, int)[]
     */
    public static function pairs(array $values): array {
        $found = [];
        foreach ($values as $left) {
            foreach ($values as $right) {
                if ($left >= $right) {
                    continue;
                }
                $found[] = [$left, $right];
            }
        }
        return $found;
    }

    /**
     * The longer way to say a and b or c.
     *
     * @param bool $a
     * @param bool $b
     * @param bool $c
     * @return bool
     */
    public static function any_of(bool $a, bool $b, bool $c): bool {
        return ($a && $b) || (!$a && $c) || ($a !== $b && !($b || $c));
    }

    /**
     * One of four, by two questions.
     *
     * @param bool $first
     * @param bool $second
     * @return int
     */
    public static function quarter(bool $first, bool $second): int {
        return $first ? ($second ? 1 : 2) : ($second ? 3 : 4);
    }
}
