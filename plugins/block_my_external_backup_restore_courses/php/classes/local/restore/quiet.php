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

namespace block_my_external_backup_restore_courses\local\restore;

use core_enrol\hook\after_user_enrolled;

/**
 * Keeps Moodle from welcoming everybody anew who comes with a restored course.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class quiet {
    /** @var string[] Where enrolment methods say whether they write to who is enrolled. */
    private const WELCOMES = ['manual' => 'customint1', 'self' => 'customint4'];

    /** @var bool Whether people come with a course now. */
    private static bool $holds = false;

    /**
     * Does something of which nobody is told by a method of enrolment.
     *
     * @param callable $do
     */
    public static function during(callable $do): void {
        self::$holds = true;
        try {
            $do();
        } finally {
            self::$holds = false;
        }
    }

    /**
     * Before the methods look whether they write: for this enrolment alone they do not.
     *
     * @param after_user_enrolled $hook
     */
    public static function hold_back(after_user_enrolled $hook): void {
        $instance = $hook->get_enrolinstance();
        if (self::$holds && isset(self::WELCOMES[$instance->enrol])) {
            $instance->{self::WELCOMES[$instance->enrol]} = ENROL_DO_NOT_SEND_EMAIL;
        }
    }
}
