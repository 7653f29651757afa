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

namespace block_my_external_backup_restore_courses\local\upgrade;

/**
 * Takes over the requests of the plugin of the same name that was here before. Its settings, roles and service keep their names.
 *
 * An upgrade may be killed at any moment and run again: rows leave the old table in the transaction in which they come into ours,
 * and the table is dropped when it is empty. What stands here says the columns as they were then, whatever comes later.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class upstream {
    /** @var string The table of the earlier plugin. */
    public const TABLE = 'block_external_backuprestore';

    /** @var string Ours. */
    private const REQUESTS = 'block_my_external_backup_restore_courses_request';

    /** @var array What its states are here: one in progress lost its backup with its process, and begins again. */
    private const STATES = [0 => 'scheduled', 1 => 'scheduled', 2 => 'done', -1 => 'failed'];

    /** @var int How many rows are taken over together. */
    private const AT_ONCE = 500;

    /**
     * Runs at every upgrade.
     *
     * @param int $oldversion
     */
    public static function upgrade(int $oldversion): void {
        global $DB;
        if (!$DB->get_manager()->table_exists(self::TABLE)) {
            return;
        }
        while ($rows = $DB->get_records(self::TABLE, null, 'id', '*', 0, self::AT_ONCE)) {
            $transaction = $DB->start_delegated_transaction();
            $DB->insert_records(self::REQUESTS, array_map(self::request(...), array_values($rows)));
            $DB->delete_records_list(self::TABLE, 'id', array_keys($rows));
            $transaction->allow_commit();
        }
    }

    /**
     * A request of the earlier plugin as one of ours. One that an admin made for nobody is that admin's.
     *
     * @param \stdClass $row
     * @return array
     */
    private static function request(\stdClass $row): array {
        $state = self::STATES[(int) $row->status] ?? 'failed';
        $userid = (int) $row->userid ?: (int) get_admin()->id;
        $isended = $state !== 'scheduled';
        return [
            'userid' => $userid,
            'requestedby' => $userid,
            'remote' => rtrim(\core_text::substr($row->externalmoodleurl, 0, 255), '/'),
            'remotecourse' => (int) $row->externalcourseid,
            'fullname' => $row->externalcoursename,
            'shortname' => '',
            'target' => 'new',
            'categoryid' => (int) $row->internalcategory,
            'targetcourse' => 0,
            'withusers' => (int) ($row->withuserdatas ?? 0),
            'enrolment' => (int) ($row->enrolmentmode ?? 2),
            'state' => $state,
            'reason' => $state === 'failed' ? 'restore_failed' : null,
            'courseid' => (int) $row->courseid ?: null,
            'timenext' => 0,
            'timecreated' => (int) ($row->timecreated ?: $row->timemodified),
            'timechanged' => (int) $row->timemodified,
            'timeended' => $isended ? (int) ($row->timescheduleprocessed ?: $row->timemodified) : null,
        ];
    }
}
