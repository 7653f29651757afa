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
 * The state of one thing, which others are to be told.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class message {
    /**
     * A message.
     *
     * @param string $kind
     * @param int $userid
     * @param int $courseid
     * @param int $itemid
     * @param array $data
     * @param int $happened
     */
    public function __construct(
        /** @var string What it tells of. */
        public readonly string $kind,
        /** @var int About whom; 0 for nobody. */
        public readonly int $userid,
        /** @var int In which course; 0 for none. */
        public readonly int $courseid,
        /** @var int What belongs to the kind, such as an activity or a group; 0 for nothing. */
        public readonly int $itemid,
        /** @var array The state. */
        public readonly array $data,
        /** @var int When that came about; 0 where nobody knows. */
        public readonly int $happened = 0,
    ) {
    }

    /**
     * The thing whose state it is.
     *
     * @return string
     */
    public function about(): string {
        return "$this->kind-$this->userid-$this->courseid-$this->itemid";
    }

    /**
     * The state as it is kept.
     *
     * @return string
     */
    public function json(): string {
        return json_encode($this->data, JSON_THROW_ON_ERROR);
    }

    /**
     * The row of it for a destination.
     *
     * @param string $destination
     * @param int $now
     * @return \stdClass
     */
    public function row(string $destination, int $now): \stdClass {
        return (object) [
            'destination' => $destination,
            'kind' => $this->kind,
            'userid' => $this->userid,
            'courseid' => $this->courseid,
            'itemid' => $this->itemid,
            'about' => $this->about(),
            'sequence' => implode('-', array_map(fn(string $field): int => $this->$field, blueprint::ORDER)),
            'data' => $this->json(),
            'uid' => bin2hex(random_bytes(16)),
            'state' => 'waiting',
            'timecreated' => $now,
        ];
    }
}
