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
use block_my_external_backup_restore_courses\local\rules\leaving;

/**
 * Whether a course may leave for a person: looked at when it is asked for, and again when its backup begins.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class leave {
    /**
     * Refuses a course that may not leave, with the reason.
     *
     * @param int $userid
     * @param int $courseid
     * @param bool $withusers
     * @param int $clientbranch branch of the Moodle that restores, as in 405
     */
    public static function check(int $userid, int $courseid, bool $withusers, int $clientbranch): void {
        global $CFG;
        $context = $courseid == SITEID ? false : \core\context\course::instance($courseid, IGNORE_MISSING);
        if (!$context) {
            throw new refusal('course_gone');
        }
        $reason = leaving::refusal_of([
            'owns' => owned_courses::owns($userid, $courseid),
            'maybackup' => has_capability('moodle/backup:backupcourse', $context, $userid),
            'mayuserdata' => has_capability('moodle/backup:userinfo', $context, $userid),
            'withusers' => $withusers,
            'policy' => config::userdatafor(),
            'serverbranch' => (int) $CFG->branch,
            'clientbranch' => $clientbranch,
        ]);
        if ($reason !== null) {
            throw new refusal($reason, $reason === 'server_newer' ? self::versions($clientbranch) : '');
        }
    }

    /**
     * Whether user data may leave for somebody who owns the course.
     *
     * @param int $userid
     * @param int $courseid
     * @return bool
     */
    public static function with_users(int $userid, int $courseid): bool {
        $right = has_capability('moodle/backup:userinfo', \core\context\course::instance($courseid), $userid);
        return leaving::may_user_data_leave(config::userdatafor(), $right);
    }

    /**
     * Both versions, for people: 5.1 > 4.5.
     *
     * @param int $clientbranch
     * @return string
     */
    private static function versions(int $clientbranch): string {
        global $CFG;
        return self::version((int) $CFG->branch) . ' > ' . self::version($clientbranch);
    }

    /**
     * A branch as people know it.
     *
     * @param int $branch
     * @return string
     */
    private static function version(int $branch): string {
        return intdiv($branch, 100) . '.' . $branch % 100;
    }
}
