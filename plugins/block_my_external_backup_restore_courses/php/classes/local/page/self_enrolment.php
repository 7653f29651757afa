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

use block_my_external_backup_restore_courses\local\remote\remotes;
use block_my_external_backup_restore_courses\local\remote\trouble;
use block_my_external_backup_restore_courses\local\request\requests;
use block_my_external_backup_restore_courses\local\request\wording;
use block_my_external_backup_restore_courses\local\restore\enrolling;

/**
 * Enrols somebody in a course that a colleague restored, where the other Moodle says that they had the role in that very course.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class self_enrolment {
    /**
     * Body of the external function enrol_me.
     *
     * @param int $request
     * @return array
     */
    public static function enrol_me(int $request): array {
        global $USER;
        client_side::require_client();
        $found = requests::find($request);
        $state = $found === null ? null : request_states::one($request, (int) $USER->id);
        if ($state === null || !$state['mayenrol']) {
            throw new \moodle_exception('page:norequest', 'block_my_external_backup_restore_courses');
        }
        try {
            self::require_role_there($found->remote, (int) $found->remotecourse, $USER);
        } catch (trouble $trouble) {
            return ['problem' => wording::reason($trouble->reason, $trouble->detail), 'courseurl' => ''];
        }
        try {
            enrolling::enrol_user((int) $found->courseid, (int) $USER->id);
        } catch (\Throwable $e) {
            debugging($e->getMessage(), DEBUG_DEVELOPER);
            return ['problem' => get_string('page:enrolfailed', 'block_my_external_backup_restore_courses'), 'courseurl' => ''];
        }
        return ['problem' => '', 'courseurl' => (new \moodle_url('/course/view.php', ['id' => $found->courseid]))->out(false)];
    }

    /**
     * Asks the other Moodle, now: what it said some minutes ago may be over.
     *
     * @param string $address
     * @param int $courseid
     * @param \stdClass $person
     */
    private static function require_role_there(string $address, int $courseid, \stdClass $person): void {
        $remote = remotes::find($address) ?? throw new trouble('server_unknown');
        remote_courses::look($remote, $person, $courseid, true);
    }
}
