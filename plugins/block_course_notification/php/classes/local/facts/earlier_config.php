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
 * It is found at the upgrade, and in backups of courses.
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

    /** @var string[] The digit that stands for each of the short reminders in its `courseeventsreminders`. */
    private const REMINDERS = ['fivedaystoend' => '5', 'threedaystoend' => '3', 'onedaytoend' => '1'];

    /**
     * The configuration of a block as it is kept today. What is today's already comes back unchanged.
     *
     * @param array $config
     * @return array
     */
    public static function modern(array $config): array {
        foreach (self::DELAYS as $old => $new) {
            if (isset($config[$old])) {
                $config[$new] ??= max(1, (int) $config[$old]) * DAYSECS;
                unset($config[$old]);
            }
        }
        if (isset($config['courseeventsreminders'])) {
            foreach (self::REMINDERS as $signal => $digit) {
                $config[$signal] = (int) str_contains((string) $config['courseeventsreminders'], $digit);
            }
            unset($config['courseeventsreminders']);
        }
        foreach (signals::SIGNALS as $signal) {
            $config = self::modern_texts($config, $signal);
        }
        return $config;
    }

    /**
     * The texts of a signal, which were the same in all languages.
     *
     * @param array $config
     * @param string $signal
     * @return array
     */
    private static function modern_texts(array $config, string $signal): array {
        $subject = $config["{$signal}_object_ovl"] ?? '';
        $body = $config["{$signal}_ovl"] ?? '';
        unset($config["{$signal}_object_ovl"], $config["{$signal}_ovl"]);
        if (trim((string) $subject) !== '') {
            $config['subject'][$signal]['*'] = self::known((string) $subject);
        }
        $text = is_array($body) ? (string) ($body['text'] ?? '') : (string) $body;
        if (trim(strip_tags($text)) !== '') {
            $format = is_array($body) ? (int) ($body['format'] ?? FORMAT_HTML) : FORMAT_HTML;
            $config['body'][$signal]['*'] = self::known(format_text($text, $format, ['filter' => false, 'para' => false]));
        }
        return $config;
    }

    /**
     * A text with the placeholders that are known today.
     *
     * @param string $text
     * @return string
     */
    private static function known(string $text): string {
        $text = str_ireplace(['%7B%7B', '%7D%7D'], ['{{', '}}'], $text);
        return str_replace(['{{COURSENAME}}', '{{URL}}'], ['{{COURSE}}', '{{WWWROOT}}/course/view.php?id={{COURSEID}}'], $text);
    }
}
