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

namespace block_course_notification\local\course;

use block_course_notification\local\send\retries;

/**
 * What may be done by hand for the people of a course, for one of them or one signal. The page of that name asks first and says
 * how many it concerns. An act NAME has the strings act:NAME, act:NAMEconfirm and act:NAMEdone.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class act {
    /** @var string[] What there is to do. */
    public const ALL = ['retry', 'mark', 'reset'];

    /** @var int The course. */
    private readonly int $courseid;

    /**
     * An act for those whom the person at the page may see.
     *
     * @param string $name
     * @param people $people
     * @param int $userid 0 is all of these people
     * @param string $signal '' is all of them
     */
    public function __construct(
        /** @var string Which act. */
        public readonly string $name,
        /** @var people Those whom it may concern. */
        private readonly people $people,
        /** @var int The only one whom it concerns; 0 is all of them. */
        private readonly int $userid,
        /** @var string The only signal it is about; '' is all of them. */
        private readonly string $signal,
    ) {
        if (!in_array($name, self::ALL, true)) {
            throw new \moodle_exception('invalidaction');
        }
        $this->courseid = $people->courseid;
    }

    /**
     * How many notifications it would concern.
     *
     * @return int
     */
    public function count(): int {
        return match ($this->name) {
            'retry' => retries::count([$this->courseid], $this->userids(), $this->signal)['again'],
            'mark' => register::count_due($this->courseid, $this->userid, $this->signal, $this->people),
            'reset' => register::count_sent($this->courseid, $this->userid, $this->signal, $this->people),
            default => throw new \coding_exception("$this->name cannot be counted"),
        };
    }

    /**
     * Does it.
     *
     * @return int how many notifications it concerned
     */
    public function run(): int {
        return match ($this->name) {
            'retry' => retries::ask([$this->courseid], $this->userids(), $this->signal),
            'mark' => register::mark($this->courseid, $this->userid, $this->signal, $this->people),
            'reset' => register::reset($this->courseid, $this->userid, $this->signal, $this->people),
            default => throw new \coding_exception("$this->name cannot be done"),
        };
    }

    /**
     * The people whom it concerns, as a list.
     *
     * @return int[] none is everyone
     */
    private function userids(): array {
        return $this->userid !== 0 ? [$this->userid] : $this->people->ids();
    }
}
