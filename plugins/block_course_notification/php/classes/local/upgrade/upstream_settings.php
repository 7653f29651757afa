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

namespace block_course_notification\local\upgrade;

use block_course_notification\local\facts\earlier_config;

/**
 * The site's settings of the earlier plugin, under the names that they have today.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class upstream_settings {
    /** @var string The plugin. */
    private const PLUGIN = 'block_course_notification';

    /** @var string[] Switches that counted for blocks to come. */
    private const SWITCHES = [
        'firstassign', 'firstcall', 'secondcall', 'inactive', 'twoweeksnearend', 'oneweeknearend', 'closed', 'completed',
    ];

    /** @var string[] What is not taken over: switches that nothing ever read, and a choice that is given up. */
    private const GONE = ['defaultfivedaystoend', 'defaultthreedaystoend', 'defaultonedaytoend', 'sendfirstassignanyway'];

    /**
     * Takes them over. What was left empty has the default of a new installation, which was the earlier plugin's own, too.
     */
    public static function take(): void {
        $old = get_config(self::PLUGIN);
        foreach (self::SWITCHES as $signal) {
            self::move("default$signal", $signal, isset($old->{"default$signal"}) ? (int) !empty($old->{"default$signal"}) : null);
        }
        foreach (earlier_config::DELAYS as $before => $now) {
            $days = earlier_config::days($old->{"default$before"} ?? null);
            self::move("default$before", $now, $days === null ? null : $days * DAYSECS);
        }
        if (isset($old->bulklimit)) {
            set_config('bulklimit', max(0, (int) $old->bulklimit), self::PLUGIN);
        }
        foreach (self::GONE as $name) {
            unset_config($name, self::PLUGIN);
        }
    }

    /**
     * Keeps a setting under its new name, and forgets the old one.
     *
     * @param string $from
     * @param string $to
     * @param int|null $value null where there was none
     */
    private static function move(string $from, string $to, ?int $value): void {
        if ($value !== null) {
            set_config($to, $value, self::PLUGIN);
        }
        unset_config($from, self::PLUGIN);
    }
}
