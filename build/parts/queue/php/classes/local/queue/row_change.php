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

namespace part_queue\local\queue;

/**
 * Changes a row only if it still is as it was read: of two processes that try, one does.
 *
 * @package    part_queue
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class row_change {
    /**
     * Tries to. Whether it did is seen in the row: databases do not say alike how many rows they changed.
     *
     * @param string $table
     * @param int $id
     * @param array $values what is to stand in it, by column
     * @param string $column that must not have changed
     * @param string $before what stood in that column
     */
    public static function attempt(string $table, int $id, array $values, string $column, string $before): void {
        global $DB;
        $set = implode(', ', array_map(fn(string $name): string => "$name = :$name", array_keys($values)));
        $DB->execute(
            "UPDATE {{$table}} SET $set WHERE id = :rowid AND $column = :rowbefore",
            $values + ['rowid' => $id, 'rowbefore' => $before],
        );
    }
}
