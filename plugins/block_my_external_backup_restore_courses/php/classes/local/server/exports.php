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

use block_my_external_backup_restore_courses\task\export_task;

/**
 * Backups for a client, from the wish to the deletion.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class exports {
    /**
     * Has a backup made in the background; a wish that was heard before is the same export.
     *
     * @param string $match
     * @param string $username
     * @param int $courseid
     * @param bool $withusers
     * @param int $branch
     * @param string $wish
     * @return array
     */
    public static function ask_for_export(
        string $match,
        string $username,
        int $courseid,
        bool $withusers,
        int $branch,
        string $wish,
    ): array {
        gate::pass();
        $userid = (int) person::named($match, $username)->id;
        leave::check($userid, $courseid, $withusers, $branch);
        $export = self::heard($wish) ?? self::add($userid, $courseid, $withusers, $wish);
        if ($export->userid != $userid || $export->courseid != $courseid || $export->withusers != (int) $withusers) {
            throw new \invalid_parameter_exception('wish');
        }
        return ['export' => $export->name];
    }

    /**
     * How far a backup is.
     *
     * @param string $export
     * @return array
     */
    public static function get_export(string $export): array {
        global $DB;
        gate::pass();
        $record = revival::of(register::own($export));
        $contents = $DB->get_record_sql(
            'SELECT COUNT(*) AS contents, SUM(bytes) AS bytes FROM {' . register::CONTENTS . '} WHERE exportid = :exportid',
            ['exportid' => $record->id],
        );
        return [
            'state' => $record->state,
            'reason' => (string) $record->reason,
            'share' => (int) $record->share,
            'contenthash' => (string) $record->contenthash,
            'bytes' => (int) $record->bytes,
            'digest' => (string) $record->digest,
            'contents' => (int) $contents->contents,
            'contentbytes' => (int) $contents->bytes,
        ];
    }

    /**
     * The client has all it needs. An export that is gone was confirmed before, or was never there: nothing is left of it.
     *
     * @param string $export
     * @return array
     */
    public static function confirm_export(string $export): array {
        gate::pass();
        $record = self::find($export);
        if ($record && $record->state === 'ready') {
            register::delete((int) $record->id);
        }
        return ['done' => true];
    }

    /**
     * The client wants it no more. The task that makes it notices within a second, and clears up what it has made.
     *
     * @param string $export
     * @return array
     */
    public static function cancel_export(string $export): array {
        gate::pass();
        // A client that never heard the answer to its wish knows the wish alone.
        $record = self::find($export) ?? self::heard($export);
        if (!$record) {
            return ['done' => true];
        }
        foreach (['waiting', 'preparing', 'ready'] as $state) {
            register::move((int) $record->id, $state, ['state' => 'cancelled']);
        }
        register::empty((int) $record->id);
        return ['done' => true];
    }

    /**
     * The export of a wish that this account had before.
     *
     * @param string $wish
     * @return \stdClass|null
     */
    private static function heard(string $wish): ?\stdClass {
        global $DB, $USER;
        return $DB->get_record(register::TABLE, ['clientid' => $USER->id, 'wish' => $wish]) ?: null;
    }

    /**
     * A new export, on its way; where the same wish comes twice at once, the one that was faster.
     *
     * @param int $userid
     * @param int $courseid
     * @param bool $withusers
     * @param string $wish
     * @return \stdClass
     */
    private static function add(int $userid, int $courseid, bool $withusers, string $wish): \stdClass {
        space::check(0);
        try {
            $export = register::add($userid, $courseid, $withusers, false, $wish);
        } catch (\dml_write_exception $e) {
            return self::heard($wish) ?? throw $e;
        }
        export_task::queue((int) $export->id);
        return $export;
    }

    /**
     * An export of this account, if it has one of that name.
     *
     * @param string $name
     * @return \stdClass|null
     */
    private static function find(string $name): ?\stdClass {
        global $DB, $USER;
        return $DB->get_record(register::TABLE, ['name' => $name, 'clientid' => $USER->id]) ?: null;
    }
}
