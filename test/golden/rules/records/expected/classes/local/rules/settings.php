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
 * Records: read, copied, taken apart.
 *
 * The browser runs the same rules.
 *
 * Arrays with a name of their own:
 * - Settings: courseid: int, enabled: (firstassign: bool, lastcall: bool), sender: (name: string, address:
 * string|null)|null
 *
 * Made from test/golden/rules/records/rules/settings.ts by the build: change that file, not this one.
 *
 * @package    local_golden
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class settings {
    /** @var array Settings: What counts where nothing is set. */
    private const DEFAULTS = ['courseid' => 0, 'enabled' => ['firstassign' => true, 'lastcall' => false], 'sender' => null];

    /**
     * Whether a signal is on.
     *
     * @param array $settings Settings
     * @param string $signal
     * @return bool
     */
    public static function is_on(array $settings, string $signal): bool {
        return $settings['enabled'][$signal];
    }

    /**
     * The settings of another course with one signal changed.
     *
     * @param array $settings Settings
     * @param int $courseid
     * @param bool $lastcall
     * @return array Settings
     */
    public static function changed(array $settings, int $courseid, bool $lastcall): array {
        return [...$settings, 'courseid' => $courseid, 'enabled' => [...$settings['enabled'], 'lastcall' => $lastcall]];
    }

    /**
     * The address mails come from, or $otherwise.
     *
     * @param array $settings Settings
     * @param string $otherwise
     * @return string
     */
    public static function sender_address(array $settings, string $otherwise): string {
        return $settings['sender']['address'] ?? $otherwise;
    }

    /**
     * Whether and when a signal is due, or why not.
     *
     * @param array $settings Settings
     * @param string $signal
     * @param int $time
     * @return array (kind: string, time: int)|(kind: string, why: string)
     */
    public static function verdict(array $settings, string $signal, int $time): array {
        ['enabled' => $enabled, 'sender' => $sender] = $settings;
        if (!$enabled[$signal]) {
            return ['kind' => 'not', 'why' => 'disabled'];
        }
        if ($sender === null) {
            return ['kind' => 'not', 'why' => 'nosender'];
        }
        return ['kind' => 'due', 'time' => $time];
    }

    /**
     * The moment of a verdict, -1 where it says no.
     *
     * @param array $answer (kind: string, time: int)|(kind: string, why: string)
     * @return int
     */
    public static function moment_of(array $answer): int {
        return $answer['kind'] === 'due' ? $answer['time'] : -1;
    }

    /**
     * The settings of a new course.
     *
     * @param int $courseid
     * @return array Settings
     */
    public static function fresh(int $courseid): array {
        return [...self::DEFAULTS, 'courseid' => $courseid];
    }

    /**
     * The two halves of a pair, swapped and labelled in a line that is too long to stay on one line of the generated class file.
     *
     * @param array $pair (string, int)
     * @param string[] $labels
     * @return array[] (label: string, parts: string[], amount: int)[]
     */
    public static function labelled(array $pair, array $labels): array {
        [$text, $amount] = $pair;
        return array_map(
            static fn(string $label): array => [
                'label' => $label . ': ' . $text . ' (' . $amount . ') and a rather long text to fill up the line',
                'parts' => [$label, $text],
                'amount' => $amount,
            ],
            $labels
        );
    }

    /**
     * The value of a number, a text or nothing.
     *
     * @param string|int|null $value
     * @param bool|null $flag
     * @return string
     */
    public static function shown(string|int|null $value, ?bool $flag): string {
        return $value === null ? ($flag === true ? 'yes' : 'no') : (string) $value;
    }
}
