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

namespace block_my_external_backup_restore_courses\local\page;

use block_my_external_backup_restore_courses\local\config;
use core\context\system;

/**
 * Who may bring courses here, and for whom.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class client_side {
    /** @var string The capability to bring one's own courses. */
    private const VIEW = 'block/my_external_backup_restore_courses:view';

    /** @var string The capability to do so for others. */
    private const MANAGE = 'block/my_external_backup_restore_courses:managerequests';

    /**
     * Whether courses come here at all, and the person at the page may ask for them.
     *
     * @return bool
     */
    public static function is_open(): bool {
        return self::is_client() && isloggedin() && !isguestuser() && has_capability(self::VIEW, system::instance());
    }

    /**
     * Whether this Moodle is one that courses come to.
     *
     * @return bool
     */
    public static function is_client(): bool {
        return config::moodle_role() !== 'server';
    }

    /**
     * Refuses all where this Moodle only lets courses go.
     */
    public static function require_client(): void {
        if (!self::is_client()) {
            throw new \moodle_exception('page:noclient', 'block_my_external_backup_restore_courses');
        }
    }

    /**
     * Whether the person at the page manages everybody's requests.
     *
     * @return bool
     */
    public static function manages(): bool {
        return has_capability(self::MANAGE, system::instance());
    }

    /**
     * The person whom it is about: oneself, and somebody else only for those who manage everybody's requests.
     *
     * @param int $userid 0 is oneself
     * @return \stdClass
     */
    public static function person(int $userid): \stdClass {
        global $USER;
        self::require_client();
        if ($userid === 0 || $userid === (int) $USER->id) {
            return $USER;
        }
        require_capability(self::MANAGE, system::instance());
        $person = \core_user::get_user($userid, '*', MUST_EXIST);
        \core_user::require_active_user($person, true);
        return $person;
    }

    /**
     * Lets other pages of the same person load meanwhile: the other Moodle may take its time.
     */
    public static function free_session(): void {
        \core\session\manager::write_close();
    }
}
