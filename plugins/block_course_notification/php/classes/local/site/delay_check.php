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

namespace block_course_notification\local\site;

use block_course_notification\local\config;

/**
 * Refuses delays for the site that the form of a course would refuse.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class delay_check {
    /**
     * Why the first call cannot come after so many seconds.
     *
     * @param int $seconds
     * @return string '' where it can
     */
    public static function first_call(int $seconds): string {
        $second = self::asked('secondcallafter') ?? config::secondcallafter();
        return self::whole_days($seconds) ?: ($seconds < $second ? '' : self::says('setup:toolate', intdiv($second, DAYSECS)));
    }

    /**
     * Why the second call cannot come after so many seconds.
     *
     * @param int $seconds
     * @return string '' where it can
     */
    public static function second_call(int $seconds): string {
        $first = self::asked('firstcallafter') ?? config::firstcallafter();
        return self::whole_days($seconds) ?: ($first < $seconds ? '' : self::says('setup:badorder', intdiv($first, DAYSECS)));
    }

    /**
     * Why a delay cannot be so many seconds: courses count in days.
     *
     * @param int $seconds
     * @return string '' where it can
     */
    public static function whole_days(int $seconds): string {
        return $seconds % DAYSECS === 0 ? '' : self::says('setup:baddelay', \block_course_notification\form\setup_form::LONGEST);
    }

    /**
     * What the same page asks for another delay; null where it asks for none. It is saved later than this one, or not at all.
     *
     * @param string $name
     * @return int|null
     */
    private static function asked(string $name): ?int {
        $asked = optional_param_array("s_block_course_notification_$name", null, PARAM_INT);
        return isset($asked['v'], $asked['u']) ? $asked['v'] * $asked['u'] : null;
    }

    /**
     * Says it.
     *
     * @param string $key
     * @param int $days
     * @return string
     */
    private static function says(string $key, int $days): string {
        return get_string($key, 'block_course_notification', $days);
    }
}
