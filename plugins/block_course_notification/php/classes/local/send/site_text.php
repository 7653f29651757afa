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

namespace block_course_notification\local\send;

use block_course_notification\local\config;
use block_course_notification\local\course\own_text;

/**
 * The words of a signal where a course has none of its own: those of the site, or the default ones in the reader's language.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class site_text {
    /**
     * The subject, plain.
     *
     * @param string $signal
     * @param string $lang
     * @return string
     */
    public static function subject(string $signal, string $lang): string {
        $own = trim(config::{"subject_$signal"}());
        return $own !== '' ? $own : self::string("subject:$signal", $lang);
    }

    /**
     * The text, as HTML.
     *
     * @param string $signal
     * @param string $lang
     * @return string
     */
    public static function body(string $signal, string $lang): string {
        $own = config::{"body_$signal"}();
        return trim(strip_tags($own)) === '' ? self::string("body:$signal", $lang) : own_text::html($own, (int) FORMAT_HTML);
    }

    /**
     * A default text.
     *
     * @param string $key
     * @param string $lang
     * @return string
     */
    private static function string(string $key, string $lang): string {
        return get_string_manager()->get_string($key, 'block_course_notification', null, $lang);
    }
}
