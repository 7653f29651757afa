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
 * When work came to which state, with the reason where it had to be tried again: the timeline that admins see.
 *
 * @package    part_queue
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class story {
    /** @var int Only the last steps are kept: retries may be many. */
    private const MOST = 60;

    /**
     * The story of a row with one more step, as it is kept.
     *
     * @param \stdClass $row
     * @param string $state
     * @param int $time
     * @param string $reason
     * @param string $detail
     * @return string
     */
    public static function with(\stdClass $row, string $state, int $time, string $reason = '', string $detail = ''): string {
        $steps = self::steps($row);
        $steps[] = $reason === '' ? [$state, $time] : [$state, $time, $reason, $detail];
        return json_encode(array_slice($steps, -self::MOST));
    }

    /**
     * The steps of a row: state, time, and the reason with its detail where there was one.
     *
     * @param \stdClass $row
     * @return array
     */
    public static function steps(\stdClass $row): array {
        $steps = json_decode($row->story ?? '', true);
        return is_array($steps) ? $steps : [];
    }
}
