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

/**
 * What is asked of a run.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class run_options {
    /**
     * A run, by default over all that is due.
     *
     * @param int[] $courseids these courses only; none means all
     * @param int[] $userids these people only; none means all
     * @param bool $dryrun says what would happen, and writes nothing at all
     * @param bool $markonly remembers as sent, without a message
     * @param int|null $limit the most that are accepted, 0 for no limit; null is the site's setting
     * @param \Closure|null $trace gets each line of the trace
     * @param bool $all traces every learner, and not only what is due
     */
    public function __construct(
        /** @var int[] These courses only; none means all. */
        public readonly array $courseids = [],
        /** @var int[] These people only; none means all. */
        public readonly array $userids = [],
        /** @var bool Says what would happen, and writes nothing at all. */
        public readonly bool $dryrun = false,
        /** @var bool Remembers as sent, without a message. */
        public readonly bool $markonly = false,
        /** @var int|null The most that are accepted, 0 for no limit; null is the site's setting. */
        private readonly ?int $limit = null,
        /** @var \Closure|null Gets each line of the trace. */
        public readonly ?\Closure $trace = null,
        /** @var bool Traces every learner, and not only what is due. */
        public readonly bool $all = false,
    ) {
    }

    /**
     * How many may be accepted.
     *
     * @return int
     */
    public function places(): int {
        $limit = $this->limit === null ? config::bulklimit() : $this->limit;
        return $limit > 0 ? $limit : PHP_INT_MAX;
    }
}
