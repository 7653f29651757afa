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

/**
 * What a client's status check looks at.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class server_status {
    /** @var int Version of the functions that clients call. */
    private const PROTOCOL = 1;

    /**
     * Versions, clock and limits of this Moodle.
     *
     * @return array
     */
    public static function get_status(): array {
        global $CFG, $SITE;
        gate::pass();
        return [
            'protocol' => self::PROTOCOL,
            'plugin' => (string) get_config('block_my_external_backup_restore_courses', 'version'),
            'release' => $CFG->release,
            'branch' => $CFG->branch,
            'time' => time(),
            'site' => hash('sha256', get_site_identifier()),
            'sitename' => $SITE->fullname,
            'cron' => (int) get_config('tool_task', 'lastcronstart'),
            'freespace' => (int) space::free(),
        ];
    }
}
