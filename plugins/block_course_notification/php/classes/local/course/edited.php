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

namespace block_course_notification\local\course;

/**
 * Who changed which field of a course last, so that people who meet in a form know of each other.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class edited {
    /** @var string The table. */
    public const TABLE = 'block_course_notification_edited';

    /**
     * The person at the page has changed some fields.
     *
     * @param int $courseid
     * @param string[] $fields
     */
    public static function remember(int $courseid, array $fields): void {
        global $DB, $USER;
        $known = $DB->get_records_menu(self::TABLE, ['courseid' => $courseid], '', 'field, id');
        foreach ($fields as $field) {
            $row = (object) [
                'courseid' => $courseid,
                'userid' => (int) $USER->id,
                'field' => $field,
                'timemodified' => \core\di::get(\core\clock::class)->time(),
            ];
            if (isset($known[$field])) {
                $row->id = $known[$field];
                $DB->update_record(self::TABLE, $row);
            } else {
                $DB->insert_record(self::TABLE, $row, false);
            }
        }
    }

    /**
     * Who changed a field last, as far as the reader may know that person.
     *
     * @param int $courseid
     * @param string $field
     * @return string
     */
    public static function by(int $courseid, string $field): string {
        global $CFG, $DB;
        require_once($CFG->dirroot . '/user/lib.php');
        $userid = $DB->get_field(self::TABLE, 'userid', ['courseid' => $courseid, 'field' => $field]);
        $user = $userid ? \core_user::get_user((int) $userid) : false;
        if (!$user || $user->deleted || !user_can_view_profile($user, get_course($courseid))) {
            return get_string('setup:somebody', 'block_course_notification');
        }
        return (new people($courseid))->name($user);
    }

    /**
     * Fields that others changed meanwhile, each with the person who did, as a sentence.
     *
     * @param int $courseid
     * @param string[] $labels what each field is called, by the name under which it is remembered
     * @return string '' where there is none
     */
    public static function meanwhile(int $courseid, array $labels): string {
        $changes = [];
        foreach ($labels as $field => $label) {
            $changes[] = "$label (" . self::by($courseid, $field) . ')';
        }
        return $changes === [] ? '' : get_string('setup:meanwhile', 'block_course_notification', implode(', ', $changes));
    }

    /**
     * What a form says of a field that it and somebody else have changed.
     *
     * @param int $courseid
     * @param string $field
     * @param string $value what the other person has put there, as HTML
     * @return string
     */
    public static function conflict(int $courseid, string $field, string $value): string {
        $a = ['name' => s(self::by($courseid, $field)), 'value' => $value];
        return get_string('setup:conflict', 'block_course_notification', $a);
    }
}
