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

use block_my_external_backup_restore_courses\local\request\requests;

/**
 * What people do about their requests: those who manage everybody's, about any.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class acts {
    /**
     * Body of the external function get_states.
     *
     * @param int $userid
     * @return array[]
     */
    public static function get_states(int $userid): array {
        $person = client_side::person($userid);
        client_side::free_session();
        return request_states::mine((int) $person->id, 50);
    }

    /**
     * Body of the external function cancel_request.
     *
     * @param int $request
     * @return bool[]
     */
    public static function cancel_request(int $request): array {
        self::require_own($request);
        return ['done' => requests::cancel($request)];
    }

    /**
     * Body of the external function retry_request.
     *
     * @param int $request
     * @param bool $withoutusers
     * @return bool[]
     */
    public static function retry_request(int $request, bool $withoutusers): array {
        self::require_own($request);
        return ['done' => requests::retry($request, $withoutusers)];
    }

    /**
     * Refuses what is none of this person's business, in the same words as what there is not.
     *
     * @param int $id
     */
    private static function require_own(int $id): void {
        global $USER;
        client_side::require_client();
        $request = requests::find($id);
        $own = $request !== null && in_array((int) $USER->id, [(int) $request->userid, (int) $request->requestedby], true);
        if (!$own && ($request === null || !client_side::manages())) {
            throw new \moodle_exception('page:norequest', 'block_my_external_backup_restore_courses');
        }
    }
}
