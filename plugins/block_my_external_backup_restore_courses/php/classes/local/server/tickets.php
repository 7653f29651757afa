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
 * Permissions to fetch one content, one time, within some minutes. Only their digests are kept.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class tickets {
    /** @var int Seconds that a ticket lasts. */
    public const LIFE = 600;

    /**
     * Makes a ticket for each content.
     *
     * @param int $exportid
     * @param string[] $hashes
     * @return array
     */
    public static function give(int $exportid, array $hashes): array {
        global $DB;
        $given = array_map(fn(string $hash): array => ['contenthash' => $hash, 'ticket' => bin2hex(random_bytes(32))], $hashes);
        $DB->insert_records(register::TICKETS, array_map(fn(array $pair): array => [
            'exportid' => $exportid,
            'contenthash' => $pair['contenthash'],
            'secret' => hash('sha256', $pair['ticket']),
            'timeexpires' => time() + self::LIFE,
        ], $given));
        return $given;
    }

    /**
     * What a ticket is for. Of two requests that show it at once, one gets it: whose own mark the row bears.
     *
     * @param string $ticket
     * @return \stdClass|null exportid, contenthash; null where the ticket is unknown, used or too old
     */
    public static function take(string $ticket): ?\stdClass {
        global $DB;
        $mark = bin2hex(random_bytes(32));
        $DB->set_field(register::TICKETS, 'secret', $mark, ['secret' => hash('sha256', $ticket)]);
        $taken = $DB->get_record(register::TICKETS, ['secret' => $mark]);
        if (!$taken) {
            return null;
        }
        $DB->delete_records(register::TICKETS, ['id' => $taken->id]);
        return $taken->timeexpires > time() ? $taken : null;
    }

    /**
     * Deletes those that are too old.
     */
    public static function clear(): void {
        global $DB;
        $DB->delete_records_select(register::TICKETS, 'timeexpires < :now', ['now' => time()]);
    }
}
