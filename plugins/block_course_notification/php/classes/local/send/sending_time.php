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

use block_course_notification\local\config;
use block_course_notification\local\rules\sending_hours;

/**
 * When people may be written to, in the timezone of each.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class sending_time {
    /** @var array Hours in which messages may leave, as the rules take them. */
    private readonly array $hours;

    /**
     * The hours of the site.
     *
     * @param int $now
     */
    public function __construct(
        /** @var int The moment that counts as now. */
        private readonly int $now,
    ) {
        $this->hours = ['from' => (int) config::windowstart(), 'until' => (int) config::windowend()];
    }

    /**
     * The first moment at which a message may leave for someone.
     *
     * @param \stdClass $user
     * @return int
     */
    public function next(\stdClass $user): int {
        if (($this->hours['until'] - $this->hours['from']) % 24 === 0) {
            return $this->now;
        }
        $timezone = \core_date::get_user_timezone_object($user);
        $offset = static fn(int $moment): int => $timezone->getOffset(new \DateTimeImmutable("@$moment"));
        $when = sending_hours::next_sending($this->now, $offset($this->now), $this->hours);
        if ($when === $this->now || $offset($when) === $offset($this->now)) {
            return $when;
        }
        // Clocks change before that moment.
        $corrected = sending_hours::next_sending($this->now, $offset($when), $this->hours);
        return $corrected > $this->now ? $corrected : $when;
    }
}
