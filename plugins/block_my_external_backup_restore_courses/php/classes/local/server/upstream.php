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
 * The functions of the earlier plugin, for clients that still run it.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class upstream {
    /** @var string[] What such a client gets to know of a course. */
    private const COLUMNS = [
        'id',
        'shortname',
        'category',
        'sortorder',
        'fullname',
        'idnumber',
        'startdate',
        'visible',
        'groupmode',
        'groupmodeforce',
    ];

    /**
     * All courses of a person.
     *
     * @param string $username
     * @param string $concernedroles
     * @return array
     */
    public static function get_courses(string $username, string $concernedroles): array {
        global $DB;
        gate::pass();
        [$own, $params] = owned_courses::join(self::person($username));
        $columns = implode(', ', array_map(fn(string $column): string => "c.$column", self::COLUMNS));
        $courses = $DB->get_records_sql(
            "SELECT $columns FROM {course} c $own WHERE c.id <> :site ORDER BY c.visible DESC, c.sortorder",
            $params + ['site' => SITEID],
        );
        $identifiers = category_identifiers::of(array_column($courses, 'category'));
        $people = self::people($own, $params, $concernedroles);
        return array_values(array_map(fn(\stdClass $course): array => (array) $course + [
            'categoryidentifier' => $identifiers[$course->category] ?? '',
            'concernedusers' => implode(',', $people[$course->id] ?? []),
        ], $courses));
    }

    /**
     * Makes a whole backup while the client waits, since it cannot ask again.
     *
     * @param string $username
     * @param int $courseid
     * @param bool $withuserdatas
     * @return array
     */
    public static function get_courses_zip(string $username, int $courseid, bool $withuserdatas): array {
        global $CFG;
        gate::pass();
        $userid = self::person($username);
        leave::check($userid, $courseid, $withuserdatas, (int) $CFG->branch);
        $export = register::add($userid, $courseid, $withuserdatas, true, bin2hex(random_bytes(20)));
        register::claim((int) $export->id);
        try {
            export_maker::make($export);
        } catch (refusal $refusal) {
            throw $refusal;
        } catch (\Throwable $trouble) {
            throw new refusal('backup_failed');
        }
        $file = register::file((int) $export->id);
        return ['filename' => $file->get_filename(), 'filerecordid' => $file->get_id()];
    }

    /**
     * Sends a backup that was made for the account that asks, and deletes it.
     *
     * Such a client cannot confirm, and has another one made after a cut.
     *
     * @param int $fileid
     */
    public static function send(int $fileid): void {
        $file = self::file($fileid);
        send_stored_file($file, 0, 0, true, ['dontdie' => true]);
        if (!connection_aborted()) {
            register::delete((int) $file->get_itemid());
        }
    }

    /**
     * The file of a backup that was made for the account that asks.
     *
     * @param int $fileid
     * @return \stored_file
     */
    public static function file(int $fileid): \stored_file {
        global $DB, $USER;
        gate::pass();
        require_capability('block/my_external_backup_restore_courses:can_retrieve_courses', \core\context\system::instance());
        $file = get_file_storage()->get_file_by_id($fileid);
        $ours = $file && $file->get_component() === register::COMPONENT && $file->get_filearea() === register::AREA;
        $asked = ['id' => $ours ? $file->get_itemid() : 0, 'clientid' => $USER->id, 'withfiles' => 1, 'state' => 'ready'];
        if (!$DB->record_exists(register::TABLE, $asked)) {
            throw new refusal('export_gone');
        }
        return $file;
    }

    /**
     * The account of a user name; such a client knows one that is unknown by the name of the exception.
     *
     * @param string $username
     * @return int
     */
    private static function person(string $username): int {
        global $CFG;
        try {
            return (int) person::named('username', $username)->id;
        } catch (refusal $refusal) {
            require_once($CFG->dirroot . '/blocks/my_external_backup_restore_courses/invalid_username_exception.php');
            throw new \block_my_external_backup_restore_courses_invalid_username_exception();
        }
    }

    /**
     * User names of those who have the named roles in the courses.
     *
     * @param string $own
     * @param array $params
     * @param string $concernedroles
     * @return array lists of user names by course id
     */
    private static function people(string $own, array $params, string $concernedroles): array {
        global $DB;
        $roles = owned_courses::role_names($concernedroles);
        if (!$roles) {
            return [];
        }
        [$in, $named] = $DB->get_in_or_equal($roles, SQL_PARAMS_NAMED, 'concerned');
        $rows = $DB->get_recordset_sql(
            "SELECT DISTINCT c.id AS courseid, u.username
               FROM {course} c
               $own
               JOIN {context} cctx ON cctx.instanceid = c.id AND cctx.contextlevel = :concernedlevel
               JOIN {role_assignments} cra ON cra.contextid = cctx.id
               JOIN {role} cr ON cr.id = cra.roleid AND cr.shortname $in
               JOIN {user} u ON u.id = cra.userid AND u.deleted = 0",
            $params + $named + ['concernedlevel' => CONTEXT_COURSE],
        );
        $people = [];
        foreach ($rows as $row) {
            $people[$row->courseid][] = $row->username;
        }
        $rows->close();
        return $people;
    }
}
