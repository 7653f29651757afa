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
 * The rows that are worked on, by where they stand.
 *
 * @package    part_queue
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class queue {
    /**
     * The condition of rows that have ended, or have not.
     *
     * @param bool $ended
     * @return array SQL and its parameters
     */
    public static function where_ended(bool $ended): array {
        global $DB;
        [$states, $params] = $DB->get_in_or_equal(blueprint::ENDED, SQL_PARAMS_NAMED, 'ended', $ended);
        return ["state $states", $params];
    }

    /**
     * Whether nothing more happens by itself.
     *
     * @param string $state
     * @return bool
     */
    public static function is_ended(string $state): bool {
        return in_array($state, blueprint::ENDED, true);
    }

    /**
     * One of the rows.
     *
     * @param int $id
     * @return \stdClass|null
     */
    public static function find(int $id): ?\stdClass {
        global $DB;
        return $DB->get_record(blueprint::TABLE, ['id' => $id]) ?: null;
    }

    /**
     * Changes one that still is in the state that it was read in.
     *
     * @param \stdClass $row
     * @param array $values with the new state
     * @return bool whether nobody was faster
     */
    public static function change(\stdClass $row, array $values): bool {
        $now = \core\di::get(\core\clock::class)->time();
        $values += ['timechanged' => $now, 'story' => story::with($row, $values['state'], $now)];
        row_change::attempt(blueprint::TABLE, (int) $row->id, $values, 'state', $row->state);
        $changed = self::find((int) $row->id)?->state === $values['state'];
        // From here on it may be further already.
        handing::hand_now();
        return $changed;
    }

    /**
     * Forgets what ended long ago and has left nothing.
     *
     * @param int $before
     */
    public static function forget(int $before): void {
        global $DB;
        [$ended, $params] = self::where_ended(true);
        $left = blueprint::LEFT;
        $DB->delete_records_select(
            blueprint::TABLE,
            "$ended AND $left IS NULL AND worker IS NULL AND timeended < :before",
            $params + ['before' => $before],
        );
    }
}
