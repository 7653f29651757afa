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

namespace block_course_notification\local\send;

/**
 * Addresses that the mail server has to know: to some of them it took mails before, and one is that of the admin.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class known_addresses {
    /** @var int How many mails are looked at. */
    private const LATEST = 50;

    /** @var int How many addresses are enough. */
    private const ENOUGH = 3;

    /**
     * Known addresses, the latest first.
     *
     * @param string[] $refused addresses that were refused meanwhile
     * @return string[]
     */
    public static function besides(array $refused): array {
        global $DB;
        $rows = $DB->get_records_sql(
            'SELECT s.id, u.email
               FROM {' . ledger::TABLE . '} s
               JOIN {user} u ON u.id = s.userid AND u.deleted = 0 AND u.suspended = 0
              WHERE s.state = :state
           ORDER BY s.timeclaimed DESC, s.id DESC',
            ['state' => ledger::SENT],
            0,
            self::LATEST
        );
        $known = array_diff(array_unique(array_column($rows, 'email')), $refused);
        return [...array_slice($known, 0, self::ENOUGH), get_admin()->email];
    }
}
