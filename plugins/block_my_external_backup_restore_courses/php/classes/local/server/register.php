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

use block_my_external_backup_restore_courses\local\queue\row_change;

/**
 * The exports on record, and what belongs to each: its file, the list of its contents, and the tickets for them.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class register {
    /** @var string Where exports are kept. */
    public const TABLE = 'block_my_external_backup_restore_courses_export';

    /** @var string Their contents. */
    public const CONTENTS = 'block_my_external_backup_restore_courses_content';

    /** @var string Permissions to fetch. */
    public const TICKETS = 'block_my_external_backup_restore_courses_ticket';

    /** @var string Whose file area it is. */
    public const COMPONENT = 'block_my_external_backup_restore_courses';

    /** @var string The file area of the backups; nobody reaches it by a link. */
    public const AREA = 'export';

    /** @var string Every backup's name there. */
    public const FILENAME = 'backup.mbz';

    /**
     * The export of a service account; another's is as unknown as one that never was.
     *
     * @param string $name
     * @return \stdClass
     */
    public static function own(string $name): \stdClass {
        global $DB, $USER;
        $export = $DB->get_record(self::TABLE, ['name' => $name, 'clientid' => $USER->id]);
        if (!$export) {
            throw new refusal('export_gone');
        }
        return $export;
    }

    /**
     * The export of a service account, as far as its backup is there to be fetched.
     *
     * @param string $name
     * @return \stdClass
     */
    public static function own_ready(string $name): \stdClass {
        $export = self::own($name);
        if ($export->state !== 'ready') {
            throw new refusal('export_gone');
        }
        return $export;
    }

    /**
     * A new export of the account that asks.
     *
     * @param int $userid
     * @param int $courseid
     * @param bool $withusers
     * @param bool $withfiles
     * @param string $wish
     * @return \stdClass
     */
    public static function add(int $userid, int $courseid, bool $withusers, bool $withfiles, string $wish): \stdClass {
        global $DB, $USER;
        $export = (object) [
            'name' => bin2hex(random_bytes(20)),
            'wish' => $wish,
            'userid' => $userid,
            'clientid' => $USER->id,
            'courseid' => $courseid,
            'withusers' => (int) $withusers,
            'withfiles' => (int) $withfiles,
            'state' => 'waiting',
            'heartbeat' => time(),
            'timecreated' => time(),
        ];
        $export->id = $DB->insert_record(self::TABLE, $export);
        return $DB->get_record(self::TABLE, ['id' => $export->id], '*', MUST_EXIST);
    }

    /**
     * Moves an export from one state to another, unless it has left the first one meanwhile.
     *
     * @param int $exportid
     * @param string $from
     * @param array $to the columns that change, state among them
     * @return bool whether it is in the new state
     */
    public static function move(int $exportid, string $from, array $to): bool {
        global $DB;
        row_change::attempt(self::TABLE, $exportid, $to, 'state', $from);
        return $DB->get_field(self::TABLE, 'state', ['id' => $exportid]) === $to['state'];
    }

    /**
     * Takes a waiting export in hand. Of two processes that try, one has it: whose own mark it bears.
     *
     * @param int $exportid
     * @return bool
     */
    public static function claim(int $exportid): bool {
        global $DB;
        $mark = bin2hex(random_bytes(16));
        self::move($exportid, 'waiting', ['state' => 'preparing', 'heartbeat' => time(), 'backupid' => $mark]);
        return $DB->record_exists(self::TABLE, ['id' => $exportid, 'state' => 'preparing', 'backupid' => $mark]);
    }

    /**
     * The backup's file; null where it is not there.
     *
     * @param int $exportid
     * @return \stored_file|null
     */
    public static function file(int $exportid): ?\stored_file {
        $context = \core\context\system::instance()->id;
        $file = get_file_storage()->get_file($context, self::COMPONENT, self::AREA, $exportid, '/', self::FILENAME);
        return $file ?: null;
    }

    /**
     * Deletes what an export made; the row stays, so that the client learns how it ended.
     *
     * @param int $exportid
     */
    public static function empty(int $exportid): void {
        global $DB;
        $DB->delete_records(self::TICKETS, ['exportid' => $exportid]);
        $DB->delete_records(self::CONTENTS, ['exportid' => $exportid]);
        get_file_storage()->delete_area_files(
            \core\context\system::instance()->id,
            self::COMPONENT,
            self::AREA,
            $exportid,
        );
    }

    /**
     * Deletes an export and all that belongs to it.
     *
     * @param int $exportid
     */
    public static function delete(int $exportid): void {
        global $DB;
        self::empty($exportid);
        $DB->delete_records(self::TABLE, ['id' => $exportid]);
    }
}
