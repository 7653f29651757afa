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
 * Hands out what a ticket is for.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class download {
    /**
     * Finds the file of a ticket, which is used up by that.
     *
     * @param string $ticket
     * @return \stored_file
     */
    public static function file(string $ticket): \stored_file {
        global $DB;
        gate::pass();
        $taken = $ticket === '' ? null : tickets::take($ticket);
        if (!$taken) {
            throw new refusal('transfer_cut');
        }
        $export = $DB->get_record(register::TABLE, ['id' => $taken->exportid, 'state' => 'ready']);
        $file = $export ? register::file((int) $export->id) : null;
        if (!$file) {
            throw new refusal('export_gone');
        }
        gate::check_account((int) $export->clientid);
        return $taken->contenthash === $export->contenthash ? $file : content_file::of($taken->contenthash);
    }

    /**
     * Sends a file, or the part of it that was asked for, and ends. It is the same bytes whatever kind of file it is somewhere.
     *
     * @param \stored_file $file
     */
    public static function send(\stored_file $file): void {
        send_file($file, $file->get_contenthash(), 0, 0, false, true, 'application/octet-stream');
    }

    /**
     * Says why there is nothing.
     *
     * @param int $code
     * @param string $reason
     */
    public static function refuse(int $code, string $reason): void {
        http_response_code($code);
        echo json_encode(['reason' => $reason]);
    }
}
