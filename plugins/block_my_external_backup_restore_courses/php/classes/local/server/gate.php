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

namespace block_my_external_backup_restore_courses\local\server;

use block_my_external_backup_restore_courses\local\config;

/**
 * Whether this Moodle lets courses go at all.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class gate {
    /**
     * Refuses where this Moodle is a client only.
     */
    public static function pass(): void {
        if (!self::is_open()) {
            throw new refusal('service_off');
        }
    }

    /**
     * Refuses where a service account was suspended, or lost its right, since it asked.
     *
     * @param int $userid
     */
    public static function check_account(int $userid): void {
        global $DB;
        $active = $DB->record_exists('user', ['id' => $userid, 'deleted' => 0, 'suspended' => 0]);
        $right = 'block/my_external_backup_restore_courses:can_retrieve_courses';
        if (!$active || !has_capability($right, \core\context\system::instance(), $userid)) {
            throw new refusal('service_off');
        }
    }

    /**
     * Whether courses may leave.
     *
     * @return bool
     */
    public static function is_open(): bool {
        return config::moodle_role() !== 'client';
    }
}
