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

namespace part_outbox\local\outbox;

use part_outbox\local\config;

/**
 * Forgets what is old enough. What was last said of a thing is kept: news are told from it.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class clearing {
    /** @var int How many rows are looked at in one go. */
    private const MANY = 1000;

    /**
     * The scheduled task.
     */
    public static function run_task(): void {
        global $DB;
        $sql = "SELECT o.id
                  FROM {part_outbox_message} o
                 WHERE o.timeended < :before
                       AND EXISTS (
                           SELECT 1
                             FROM {part_outbox_message} n
                            WHERE n.about = o.about AND n.destination = o.destination AND n.id > o.id
                       )";
        $before = \core\di::get(\core\clock::class)->time() - config::retention();
        do {
            $ids = array_keys($DB->get_records_sql($sql, ['before' => $before], 0, self::MANY));
            $DB->delete_records_list(outbox::TABLE, 'id', $ids);
        } while (count($ids) === self::MANY);
    }
}
