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

namespace block_my_external_backup_restore_courses\local\transfer;

use block_my_external_backup_restore_courses\local\config;
use block_my_external_backup_restore_courses\local\remote\trouble;

/**
 * How a person is named to the other Moodle, by the setting: user name, e-mail address, ID number or a profile field.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class person {
    /**
     * The parameters that name a person; an empty value names nobody.
     *
     * @param int $userid
     * @return array
     */
    public static function named(int $userid): array {
        global $CFG;
        $user = \core_user::get_user($userid);
        if (!$user || $user->deleted || $user->suspended) {
            throw new trouble('requester_gone');
        }
        $by = config::matching();
        if ($by === 'profile') {
            require_once($CFG->dirroot . '/user/profile/lib.php');
            $value = (string) (profile_user_record($userid, false)->{config::matchingfield()} ?? '');
            $by = 'profile_' . config::matchingfield();
        } else {
            $value = (string) $user->$by;
        }
        if (trim($value) === '') {
            throw new trouble('user_unknown');
        }
        return ['match' => $by, 'username' => $value];
    }
}
