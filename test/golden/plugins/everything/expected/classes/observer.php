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

namespace local_everything;

/**
 * Hears events, and never breaks the page on which they happen.
 *
 * Made from test/golden/plugins/everything/manifest.ts by the build: change that file, not this one.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class observer {
    /**
     * Hears \core\event\course_deleted.
     *
     * @param \core\event\course_deleted $event
     */
    public static function course_deleted(\core\event\course_deleted $event): void {
        self::guard($event, static function () use ($event): void {
            \local_everything\local\observed::course_deleted($event);
        });
    }

    /**
     * Lets the work fail without the page: Moodle's own guard stops exceptions, but not errors such as a wrong type.
     *
     * @param \core\event\base $event
     * @param \Closure $work
     */
    private static function guard(\core\event\base $event, \Closure $work): void {
        try {
            $work();
        } catch (\Throwable $problem) {
            $what = get_class($problem) . ': ' . $problem->getMessage();
            debugging("Observer of {$event->eventname} failed with {$what}", DEBUG_NORMAL, $problem->getTrace());
            local\observer_failures::note($event->eventname, $problem);
        }
    }
}
