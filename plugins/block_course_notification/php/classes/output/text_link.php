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

namespace block_course_notification\output;

use block_course_notification\local\course\course_texts;
use core\output\named_templatable;
use core\output\renderable;
use core\output\renderer_base;

/**
 * The way to the texts of one notification, and which languages have one of their own.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class text_link implements named_templatable, renderable {
    /**
     * The way to the texts of a signal.
     *
     * @param int $courseid
     * @param string $signal
     * @param array $settings as course_settings::of() gives them
     */
    public function __construct(
        /** @var int The course. */
        private readonly int $courseid,
        /** @var string The signal. */
        private readonly string $signal,
        /** @var array The settings of the course. */
        private readonly array $settings,
    ) {
    }

    #[\Override]
    public function get_template_name(renderer_base $renderer): string {
        return 'block_course_notification/text_link';
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        $params = ['id' => $this->courseid, 'signal' => $this->signal];
        return [
            'signal' => $this->signal,
            'name' => get_string('signal:' . $this->signal, 'block_course_notification'),
            'url' => (new \moodle_url('/blocks/course_notification/text.php', $params))->out(false),
            'state' => self::state($this->settings, $this->signal),
        ];
    }

    /**
     * Whether a signal has texts of its own, and in which languages.
     *
     * @param array $settings
     * @param string $signal
     * @return string
     */
    public static function state(array $settings, string $signal): string {
        $names = course_texts::languages($settings, $signal);
        $own = array_map(static fn($code): string => $names[$code] ?? (string) $code, course_texts::own($settings, $signal));
        return $own === []
            ? get_string('setup:default', 'block_course_notification')
            : get_string('setup:own', 'block_course_notification', implode(', ', $own));
    }
}
