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

namespace part_service\local\service;

/**
 * Takes away what the set-up made, where nobody uses it for something else.
 *
 * @package    part_service
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class removal {
    /**
     * Runs before Moodle removes the plugin, its service and the tokens of it.
     */
    public static function uninstall(): void {
        global $DB;
        $user = account::user();
        if ($user !== null && $user->auth === 'webservice' && !self::is_used_elsewhere((int) $user->id)) {
            delete_user($user);
        }
        $role = role::id();
        $params = ['role' => $role, 'userid' => $user->id ?? 0];
        if ($role !== 0 && !$DB->record_exists_select('role_assignments', 'roleid = :role AND userid <> :userid', $params)) {
            delete_role($role);
        }
    }

    /**
     * Whether the account has another role, is enrolled, or calls another service.
     *
     * @param int $userid
     * @return bool
     */
    private static function is_used_elsewhere(int $userid): bool {
        global $DB;
        $params = ['userid' => $userid, 'own' => site::service()->id ?? 0];
        return $DB->record_exists_select('role_assignments', 'userid = :userid AND roleid <> :role', ['userid' => $userid, 'role' => role::id()])
            || $DB->record_exists('user_enrolments', ['userid' => $userid])
            || $DB->record_exists_select('external_tokens', 'userid = :userid AND externalserviceid <> :own', $params)
            || $DB->record_exists_select('external_services_users', 'userid = :userid AND externalserviceid <> :own', $params);
    }
}
