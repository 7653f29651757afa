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
use block_my_external_backup_restore_courses\local\queue\work;
use block_my_external_backup_restore_courses\local\remote\client;
use block_my_external_backup_restore_courses\local\remote\remote;
use block_my_external_backup_restore_courses\local\remote\trouble;

/**
 * A server with the earlier plugin: it makes a whole backup while it is asked, and gives it away by its number.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class upstream_zip {
    /** @var string How such a backup is named in a request. */
    private const MARK = 'zip:';

    /** @var int Seconds that a backup may take while the server is asked. */
    private const LONGEST = 3600;

    /**
     * Whether a backup is such a one.
     *
     * @param string $export
     * @return bool
     */
    public static function is_one(string $export): bool {
        return str_starts_with($export, self::MARK);
    }

    /**
     * Has the backup made.
     *
     * @param work $work
     * @param remote $remote
     * @return string its name in the request
     */
    public static function ask(work $work, remote $remote): string {
        $user = \core_user::get_user((int) $work->row->userid, '*', MUST_EXIST);
        try {
            $answer = client::call($remote, 'get_courses_zip', [
                'username' => $user->username,
                'courseid' => $work->row->remotecourse,
                'withuserdatas' => (int) $work->row->withusers,
            ], self::LONGEST);
        } catch (trouble $e) {
            $lists = $e->reason !== 'server_error' || self::lists($remote, $user->username, (int) $work->row->remotecourse);
            throw $lists ? $e : new trouble('not_yours');
        }
        $id = (int) ($answer['filerecordid'] ?? 0);
        if ($id <= 0) {
            throw new trouble('garbage');
        }
        return self::MARK . $id;
    }

    /**
     * Whether it lists a course for somebody: it has no code for a course that it refuses.
     *
     * @param remote $remote
     * @param string $username
     * @param int $courseid
     * @return bool
     */
    private static function lists(remote $remote, string $username, int $courseid): bool {
        $asked = ['username' => $username, 'concernedroles' => config::search_roles()];
        return in_array($courseid, array_column(client::call($remote, 'get_courses', $asked), 'id'));
    }

    /**
     * Fetches it whole. The script of the earlier plugin resumes nothing.
     *
     * @param work $work
     * @param remote $remote
     */
    public static function fetch(work $work, remote $remote): void {
        $store = store::of($work->row);
        $downloads = new downloads($work, $remote, $store);
        try {
            $downloads->fetch_whole('blocks/my_external_backup_restore_courses/get_user_backup_course_webservice.php', [
                'token' => $remote->token,
                'filerecordid' => substr($work->row->exportid, strlen(self::MARK)),
            ], $store->backup());
        } catch (trouble $e) {
            // A file that is gone stays gone: another backup is asked for.
            throw $e->reason === 'content_missing' ? new trouble('export_gone') : $e;
        }
    }
}
