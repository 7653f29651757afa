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
 * Whole numbers, also below zero and near the largest ones.
 *
 * The browser runs the same rules.
 *
 * Made from test/golden/rules/numbers/rules/counting.ts by the build: change that file, not this one.
 *
 * @package    local_golden
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class counting {
    /** @var int Seconds in a week. */
    private const WEEK = 7 * 86400;

    /** @var int The largest number that both languages tell from its neighbours. */
    private const LARGEST = 9007199254740991;

    /** @var int[] The steps of a scale. */
    public const STEPS = [10, 20, 50];

    /**
     * How many whole weeks lie between two moments, rounded down.
     *
     * @param int $start
     * @param int $end
     * @return int
     */
    public static function weeks_between(int $start, int $end): int {
        return (int) floor(($end - $start) / self::WEEK);
    }

    /**
     * The same, rounded up.
     *
     * @param int $start
     * @param int $end
     * @return int
     */
    public static function weeks_begun(int $start, int $end): int {
        return (int) ceil(($end - $start) / self::WEEK);
    }

    /**
     * The same, rounded towards zero.
     *
     * @param int $start
     * @param int $end
     * @return int
     */
    public static function weeks_done(int $start, int $end): int {
        return intdiv($end - $start, self::WEEK);
    }

    /**
     * The day of the week of a moment, 0 for Thursday, also before 1970.
     *
     * @param int $moment
     * @return int
     */
    public static function day_of_week(int $moment): int {
        return ((int) floor($moment / 86400) % 7 + 7) % 7;
    }

    /**
     * What is left of $amount after sharing it among at least one.
     *
     * @param int $amount
     * @param int $people
     * @return int
     */
    public static function remainder(int $amount, int $people): int {
        return $amount % max(1, $people);
    }

    /**
     * Per cent of $part in $whole, rounded half up; 0 where there is nothing.
     *
     * @param int $part
     * @param int $whole
     * @return int
     */
    public static function percent(int $part, int $whole): int {
        return $whole <= 0 ? 0 : (int) floor((200 * $part + $whole) / (2 * max(1, $whole)));
    }

    /**
     * The value within the two bounds.
     *
     * @param int $value
     * @param int $low
     * @param int $high
     * @return int
     */
    public static function clamp(int $value, int $low, int $high): int {
        return max($low, min($high, $value));
    }

    /**
     * The largest of the values, at least 0.
     *
     * @param int[] $values
     * @return int
     */
    public static function peak(array $values): int {
        return max([0, ...$values]);
    }

    /**
     * How far apart two numbers are.
     *
     * @param int $a
     * @param int $b
     * @return int
     */
    public static function distance(int $a, int $b): int {
        return abs($a - $b);
    }

    /**
     * Brackets where the order matters.
     *
     * @param int $a
     * @param int $b
     * @param int $c
     * @return int
     */
    public static function ordered(int $a, int $b, int $c): int {
        return $a - ($b - $c) - -$a + ($a - $b) * ($c % 1000);
    }

    /**
     * Zero with a sign, as JavaScript makes it.
     *
     * @param int $a
     * @return int
     */
    public static function signed_zero(int $a): int {
        return -$a * 0;
    }

    /**
     * Whether nothing larger can be counted.
     *
     * @param int $a
     * @return bool
     */
    public static function is_largest(int $a): bool {
        return $a === self::LARGEST || $a === -self::LARGEST;
    }

    /**
     * The first step of the scale that holds $value, or the last one.
     *
     * @param int $value
     * @return int
     */
    public static function step(int $value): int {
        foreach (self::STEPS as $size) {
            if ($value <= $size) {
                return $size;
            }
        }
        return self::STEPS[2];
    }
}
