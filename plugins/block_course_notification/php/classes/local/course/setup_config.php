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
 * The configuration of a block as the setup form shows it: delays in days, texts by language.
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
     * @return array
     */
    public static function to_form(array $settings): array {
        $fields = [];
        foreach (self::switches() as $switch) {
            $fields[$switch] = (int) $settings[$switch];
        }
        foreach (course_settings::DELAYS as $delay) {
            $fields[$delay] = max(1, intdiv($settings[$delay], DAYSECS));
        }
        foreach (['subject', 'body'] as $part) {
            $fields[$part] = $settings[$part];
        }
        return $fields;
    }

    /**
     * The changes that the form asks for. A delay that was not shown stays as it is.
     *
     * @param \stdClass $data
     * @param array $settings as course_settings::of() gives them
     * @return array
     */
    public static function from_form(\stdClass $data, array $settings): array {
        $changes = [];
        foreach (['subject', 'body'] as $part) {
            $changes[$part] = self::given(array_replace_recursive($settings[$part], $data->$part ?? []));
        }
        foreach (self::switches() as $switch) {
            $changes[$switch] = (int) !empty($data->$switch);
        }
        foreach (course_settings::DELAYS as $delay) {
            if ((int) ($data->$delay ?? 0) >= 1) {
                $changes[$delay] = (int) $data->$delay * DAYSECS;
            }
        }
        return $changes;
    }

    /**
     * What is on or off in a course.
     *
     * @return string[]
     */
    private static function switches(): array {
        return ['enable', ...signals::SIGNALS, 'endaftercompletion'];
    }

    /**
     * The texts that are not empty; texts in a language that the form did not show are among them.
     *
     * @param array $texts by signal and language
     * @return array<string, array<string, string>>
     */
    private static function given(array $texts): array {
        $isgiven = static fn(string $text): bool => trim($text) !== '';
        return array_filter(array_map(static fn(array $some): array => array_filter($some, $isgiven), $texts));
    }
}
