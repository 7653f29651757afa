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

namespace block_course_notification\local\facts;

use block_course_notification\local\rules\signals;

/**
 * The configuration of a block as the plugin of the same name kept it that was here before.
 *
 * It is found at the upgrade, and in backups of courses. That plugin sent only what was switched on in the block itself: nothing
 * where a block had never been configured, or had been saved without `enable`. So a block that does not say how it started (see
 * block_start) is off until somebody switches it on.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class earlier_config {
    /** @var string[] Its delays, in days, and ours, in seconds. */
    public const DELAYS = [
        'firstcalldelay' => 'firstcallafter',
        'secondcalldelay' => 'secondcallafter',
        'inactivitydelayindays' => 'inactiveafter',
        'inactivityfrequency' => 'inactiveevery',
    ];

    /** @var int[] How many days it took where a block said nothing of use. */
    private const DAYS = ['firstcalldelay' => 7, 'secondcalldelay' => 14, 'inactivitydelayindays' => 7, 'inactivityfrequency' => 7];

    /** @var string[] The digit of each of the short reminders in its `courseeventsreminders`, the only switch it read. */
    private const REMINDERS = ['fivedaystoend' => '5', 'threedaystoend' => '3', 'onedaytoend' => '1'];

    /** @var string What could be filled in. In subjects it looked for names between single braces. */
    private const NAMES = 'WWWROOT|COURSE|COURSENAME|COURSESHORT|COURSEID|SITENAME|USERNAME|FIRSTNAME|LASTNAME|CONTACTURL|DATA_\d+';

    /**
     * The configuration of a block as it is kept today. What is today's already comes back unchanged.
     *
     * @param array $config
     * @param int[] $days that hold where a block says nothing, by the names of DELAYS; the others are the plugin's own
     * @return array
     */
    public static function modern(array $config, array $days = []): array {
        if (!self::is_earlier($config)) {
            return $config;
        }
        $modern = ['start' => block_start::WAITING, 'enable' => (int) !empty($config['enable'])];
        if ($config === []) {
            // Nobody ever chose anything here: whoever switches it on finds what the site proposes.
            return $modern;
        }
        foreach (signals::SIGNALS as $signal) {
            $modern[$signal] = (int) self::is_on($config, $signal);
        }
        foreach (self::DELAYS as $old => $new) {
            $modern[$new] = (self::days($config[$old] ?? null) ?? $days[$old] ?? self::DAYS[$old]) * DAYSECS;
        }
        foreach (signals::SIGNALS as $signal) {
            $modern = self::with_texts($modern, $config, $signal);
        }
        return $modern;
    }

    /**
     * A number of days as people typed it; null where it is none.
     *
     * @param mixed $typed
     * @return int|null
     */
    public static function days(mixed $typed): ?int {
        $days = is_scalar($typed) ? (int) $typed : 0;
        return $days < 1 ? null : min($days, 365);
    }

    /**
     * Whether a configuration was written by the earlier plugin. Version 1.0.0 of ours did not say how a block started, but knew
     * our delays once it was saved.
     *
     * @param array $config
     * @return bool
     */
    private static function is_earlier(array $config): bool {
        return array_intersect_key($config, ['start' => true] + array_flip(self::DELAYS)) === [];
    }

    /**
     * Whether a signal was sent. The short reminders have switches of their own in some blocks, which nothing ever read.
     *
     * @param array $config
     * @param string $signal
     * @return bool
     */
    private static function is_on(array $config, string $signal): bool {
        if (!isset(self::REMINDERS[$signal])) {
            return !empty($config[$signal]);
        }
        $reminders = $config['courseeventsreminders'] ?? '';
        return is_scalar($reminders) && str_contains((string) $reminders, self::REMINDERS[$signal]);
    }

    /**
     * Adds the texts of a signal, which were the same in all languages.
     *
     * @param array $modern
     * @param array $config
     * @param string $signal
     * @return array
     */
    private static function with_texts(array $modern, array $config, string $signal): array {
        $subject = $config["{$signal}_object_ovl"] ?? '';
        if (is_string($subject) && trim($subject) !== '') {
            $braces = '/(?<!\{)\{(' . self::NAMES . ')\}(?!\})/';
            $modern['subject'][$signal]['*'] = self::known(preg_replace($braces, '{{$1}}', $subject));
        }
        $body = (array) ($config["{$signal}_ovl"] ?? '');
        $text = (string) ($body['text'] ?? $body[0] ?? '');
        if (trim(strip_tags($text, '<img>')) !== '') {
            $format = (int) ($body['format'] ?? FORMAT_HTML);
            $modern['body'][$signal]['*'] = self::known(format_text($text, $format, ['filter' => false, 'para' => false]));
        }
        return $modern;
    }

    /**
     * A text with the placeholders that are known today. It numbered what a signal knew besides; only the first was ever used.
     *
     * @param string $text
     * @return string
     */
    private static function known(string $text): string {
        $text = str_ireplace(['%7B%7B', '%7D%7D'], ['{{', '}}'], $text);
        $now = [
            '{{COURSENAME}}' => '{{COURSE}}',
            '{{URL}}' => '{{WWWROOT}}/course/view.php?id={{COURSEID}}',
            '{{DATA_0}}' => '{{DAYS}}',
        ];
        return preg_replace('/\{\{DATA_\d+\}\}/', '', strtr($text, $now));
    }
}
