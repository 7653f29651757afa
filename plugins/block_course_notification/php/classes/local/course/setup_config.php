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

use block_course_notification\local\facts\course_settings;
use block_course_notification\local\rules\signals;

/**
 * The switches and delays of a course as its setup form shows them: each a short text, delays in days.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class setup_config {
    /**
     * What the form starts with.
     *
     * @param array $settings as course_settings::of() gives them
     * @return string[] by field
     */
    public static function to_form(array $settings): array {
        $fields = [];
        foreach (self::switches() as $switch) {
            $fields[$switch] = (string) (int) $settings[$switch];
        }
        foreach (course_settings::DELAYS as $delay) {
            $fields[$delay] = (string) max(1, intdiv($settings[$delay], DAYSECS));
        }
        return $fields;
    }

    /**
     * What the form asks for. A field that was not sent asks for nothing.
     *
     * @param array $data
     * @return string[] by field
     */
    public static function asked(array $data): array {
        $fields = [];
        foreach (self::switches() as $switch) {
            if (isset($data[$switch]) && is_scalar($data[$switch])) {
                $fields[$switch] = (string) (int) !empty($data[$switch]);
            }
        }
        foreach (course_settings::DELAYS as $delay) {
            if (isset($data[$delay]) && is_scalar($data[$delay])) {
                $given = trim((string) $data[$delay]);
                $fields[$delay] = ctype_digit($given) ? (string) (int) $given : $given;
            }
        }
        return $fields;
    }

    /**
     * Some fields as they are kept.
     *
     * @param string[] $fields
     * @param string[] $names
     * @return array
     */
    public static function kept(array $fields, array $names): array {
        $kept = [];
        foreach ($names as $name) {
            $isdelay = in_array($name, course_settings::DELAYS, true);
            $kept[$name] = $isdelay ? (int) $fields[$name] * DAYSECS : (int) $fields[$name];
        }
        return $kept;
    }

    /**
     * The name of a field, as the form says it.
     *
     * @param string $field
     * @return string
     */
    public static function label(string $field): string {
        return match (true) {
            in_array($field, course_settings::DELAYS, true) => get_string('setup:' . $field, 'block_course_notification'),
            in_array($field, signals::SIGNALS, true) => get_string('signal:' . $field, 'block_course_notification'),
            $field === 'enable' => get_string('setup:enable', 'block_course_notification'),
            default => get_string('setting:endaftercompletion', 'block_course_notification'),
        };
    }

    /**
     * What is on or off in a course.
     *
     * @return string[]
     */
    private static function switches(): array {
        return ['enable', ...signals::SIGNALS, 'endaftercompletion'];
    }
}
