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

namespace local_everything\local;

use local_everything\event\item_added;

/**
 * What people do with shelves, and what they see of them.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class display {
    /**
     * The shelves of a course that are shown, in order.
     *
     * @param int $courseid
     * @return array
     */
    public static function shelves(int $courseid): array {
        global $DB;
        return $DB->get_records(
            'local_everything_shelf',
            ['courseid' => $courseid, 'visible' => 1],
            'sortorder',
            'id, name, state, width, about'
        );
    }

    /**
     * Puts an item on a shelf, and tells of it.
     *
     * @param int $shelfid
     * @param int $courseid
     * @param string $note
     */
    public static function add(int $shelfid, int $courseid, string $note): void {
        global $DB, $USER;
        $item = (object) [
            'shelfid' => $shelfid,
            'userid' => $USER->id,
            'courseid' => $courseid,
            'note' => $note,
            'reviewerid' => null,
            'timecreated' => \core\di::get(\core\clock::class)->time(),
            'lasts' => config::wait(),
        ];
        $item->id = $DB->insert_record('local_everything_item', $item);
        \cache::make('local_everything', 'counts')->delete($shelfid);
        item_added::create([
            'objectid' => $item->id,
            'context' => \core\context\course::instance($courseid),
            'relateduserid' => $item->userid,
            'other' => ['note' => $note],
        ])->trigger();
        self::tell($note);
    }

    /**
     * Tells somebody of their item.
     *
     * @param string $note
     */
    private static function tell(string $note): void {
        global $USER;
        $message = new \core\message\message();
        $message->component = 'local_everything';
        $message->name = 'added';
        $message->userfrom = \core_user::get_noreply_user();
        $message->userto = $USER;
        $message->subject = $note;
        $message->fullmessage = $note;
        $message->fullmessageformat = FORMAT_PLAIN;
        $message->fullmessagehtml = s($note);
        $message->smallmessage = $note;
        $message->notification = 1;
        message_send($message);
    }

    /**
     * The colour that somebody chose for their own shelves.
     *
     * @param int $userid
     * @return string
     */
    public static function colour(int $userid): string {
        global $DB;
        return (string) $DB->get_field('local_everything_profile', 'colour', ['userid' => $userid, 'painterid' => null]);
    }

    /**
     * Wishes that nobody has granted yet, those for a course and those for none.
     *
     * @param int $courseid
     * @return array
     */
    public static function wishes(int $courseid): array {
        global $DB;
        $where = 'granterid IS NULL AND (courseid = :courseid OR courseid IS NULL)';
        return $DB->get_records_select('local_everything_wish', $where, ['courseid' => $courseid], 'id', 'id, userid, wish');
    }

    /**
     * What the plugin is set to, as an admin may ask for it.
     *
     * @return array
     */
    public static function settings(): array {
        return [
            config::enabled(), config::limit(), config::floor(), config::factor(), config::title(), config::code(),
            config::server(), config::footer(), config::welcome(), config::mode(), config::hour(), config::days(),
            config::reviewers(), config::reader(), config::home(), config::token() !== '', config::servers(),
        ];
    }
}
