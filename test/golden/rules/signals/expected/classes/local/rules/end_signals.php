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
 * Which of the signals before the end of an access is due.
 *
 * The browser runs the same rules.
 *
 * Arrays with a name of their own:
 * - Step: signal: string, after: int, up_to: int
 *
 * Made from test/golden/rules/signals/rules/endSignals.ts by the build: change that file, not this one.
 *
 * @package    local_golden
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class end_signals {
    /** @var array[] Step[]: The windows before the end, nearest first. */
    private const LADDER = [
        ['signal' => 'lastcall', 'after' => 0, 'up_to' => durations::DAY],
        ['signal' => 'nearend', 'after' => durations::DAY, 'up_to' => 3 * durations::DAY],
        ['signal' => 'beforeend', 'after' => 3 * durations::DAY, 'up_to' => 7 * durations::DAY + 12 * durations::HOUR],
    ];

    /**
     * The end signal that is due for an access that ends at $end, or null. Only the nearest one counts.
     *
     * @param int|null $end when the access ends; null where it does not
     * @param int $now
     * @param string[] $enabled
     * @return string|null
     */
    public static function due_end_signal(?int $end, int $now, array $enabled): ?string {
        if ($end === null) {
            return null;
        }
        $left = $end - $now;
        foreach (self::LADDER as $step) {
            if (in_array($step['signal'], $enabled, true) && $left > $step['after'] && $left <= $step['up_to']) {
                return $step['signal'];
            }
        }
        return null;
    }

    /**
     * When $signal becomes due for an access that ends at $end; null where no step of the ladder has it.
     *
     * @param string $signal
     * @param int $end
     * @return int|null
     */
    public static function due_from(string $signal, int $end): ?int {
        $step = null;
        foreach (self::LADDER as $item) {
            if ($item['signal'] === $signal) {
                $step = $item;
                break;
            }
        }
        return $step === null ? null : $end - $step['up_to'];
    }

    /**
     * Whether any signal but the last call is on.
     *
     * @param string[] $enabled
     * @return bool
     */
    public static function warns_early(array $enabled): bool {
        foreach ($enabled as $signal) {
            if ($signal !== 'lastcall') {
                return true;
            }
        }
        return false;
    }
}
