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

/**
 * How messages to a destination get on.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class feed {
    /** @var string[] States in the order in which they are shown. */
    public const STATES = ['waiting', 'sending', 'sent', 'held', 'dead', 'replaced'];

    /**
     * How many messages are in which state.
     *
     * @return array by destination and state
     */
    public static function counts(): array {
        global $DB;
        $counts = [];
        $sql = "SELECT MIN(id) AS id, destination, state, COUNT(1) AS number
                  FROM {part_outbox_message}
              GROUP BY destination, state";
        foreach ($DB->get_records_sql($sql) as $row) {
            $counts[$row->destination][$row->state] = (int) $row->number;
        }
        return $counts;
    }

    /**
     * When the oldest message that waits for a destination was written.
     *
     * @param string $destination
     * @return int 0 where none waits
     */
    public static function oldest(string $destination): int {
        global $DB;
        $where = "destination = :destination AND state IN ('waiting', 'sending')";
        return (int) $DB->get_field_select(outbox::TABLE, 'MIN(timecreated)', $where, ['destination' => $destination]);
    }

    /**
     * A feed as the rules take it.
     *
     * @param destination $destination
     * @return array
     */
    public static function of(destination $destination): array {
        $line = line::to($destination)->row();
        return [
            'stopped' => (int) $line->stopped > 0,
            'oldest' => self::oldest($destination->name),
            'told' => (int) $line->timetold,
        ];
    }
}
