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
 * The one account that a client means by a user name, an address, an ID number or a profile field.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class person {
    /** @var string[] Columns of the account that may name it. */
    private const COLUMNS = ['username', 'email', 'idnumber'];

    /** @var string What a profile field's short name comes after. */
    private const PROFILE = 'profile_';

    /**
     * The account; a value that names none, or more than one, is refused.
     *
     * @param string $match
     * @param string $value
     * @return \stdClass id, username
     */
    public static function named(string $match, string $value): \stdClass {
        $found = trim($value) === '' ? [] : array_filter(
            self::candidates($match, $value),
            fn(\stdClass $user): bool => self::same($match, $user->matched, $value) && !isguestuser($user->id),
        );
        if (count($found) !== 1) {
            throw new refusal('user_unknown');
        }
        return reset($found);
    }

    /**
     * An account that is still there and may act.
     *
     * @param int $userid
     * @return \stdClass the whole record
     */
    public static function active(int $userid): \stdClass {
        global $DB;
        $user = $DB->get_record('user', ['id' => $userid, 'deleted' => 0, 'suspended' => 0, 'confirmed' => 1]);
        if (!$user) {
            throw new refusal('user_unknown');
        }
        return $user;
    }

    /**
     * Accounts that the database takes for equal: its collation may overlook case, accents and spaces at the end.
     *
     * @param string $match
     * @param string $value
     * @return \stdClass[]
     */
    private static function candidates(string $match, string $value): array {
        global $DB;
        $active = 'u.deleted = 0 AND u.suspended = 0 AND u.confirmed = 1';
        if (in_array($match, self::COLUMNS, true)) {
            $equal = $match === 'email' ? $DB->sql_equal('u.email', ':value', false) : "u.$match = :value";
            return $DB->get_records_sql(
                "SELECT u.id, u.username, u.$match AS matched
                   FROM {user} u
                  WHERE $equal AND $active",
                ['value' => $value],
            );
        }
        if (!str_starts_with($match, self::PROFILE)) {
            return [];
        }
        $data = $DB->sql_compare_text('d.data', 255);
        return $DB->get_records_sql(
            "SELECT u.id, u.username, $data AS matched
               FROM {user_info_field} f
               JOIN {user_info_data} d ON d.fieldid = f.id
               JOIN {user} u ON u.id = d.userid
              WHERE f.shortname = :field AND $data = :value AND $active",
            ['field' => substr($match, strlen(self::PROFILE)), 'value' => $value],
        );
    }

    /**
     * Whether the value is what was meant; only addresses have no case.
     *
     * @param string $match
     * @param string $found
     * @param string $value
     * @return bool
     */
    private static function same(string $match, string $found, string $value): bool {
        return $match === 'email' ? \core_text::strtolower($found) === \core_text::strtolower($value) : $found === $value;
    }
}
