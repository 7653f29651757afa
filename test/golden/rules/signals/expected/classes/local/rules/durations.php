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
 * Lengths of time, in seconds.
 *
 * The browser runs the same rules.
 *
 * Made from test/golden/rules/signals/rules/durations.ts by the build: change that file, not this one.
 *
 * @package    local_golden
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class durations {
    /** @var int One hour. */
    public const HOUR = 60 * 60;

    /** @var int One day, as cron counts it. */
    public const DAY = 24 * self::HOUR;

    /**
     * Whole days in $seconds, rounded down.
     *
     * @param int $seconds
     * @return int
     */
    public static function whole_days(int $seconds): int {
        return (int) floor($seconds / self::DAY);
    }
}
