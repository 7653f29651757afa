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

namespace block_my_external_backup_restore_courses\local\request;

/**
 * What somebody wants: which course, for whom, where to, and what comes with it.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class request_wish {
    /**
     * All that is asked for.
     *
     * @param int $userid for whom
     * @param int $requestedby who asks: the same person, or an admin
     * @param string $remote address of the other Moodle
     * @param int $remotecourse its id there
     * @param string $fullname its name there
     * @param string $shortname
     * @param string $target new, original, into or replace
     * @param int $categoryid of a new course; 0 for the default one
     * @param int $targetcourse the course that it is added to, or whose contents it replaces
     * @param bool $withusers
     * @param int $enrolment enrolment methods: 0 never, 1 with user data, 2 always
     * @param int $notbefore when it may begin; 0 is at once
     */
    public function __construct(
        /** @var int For whom. */
        public readonly int $userid,
        /** @var int Who asks. */
        public readonly int $requestedby,
        /** @var string Address of the other Moodle. */
        public readonly string $remote,
        /** @var int Its id there. */
        public readonly int $remotecourse,
        /** @var string Its name there. */
        public readonly string $fullname,
        /** @var string Its short name there. */
        public readonly string $shortname,
        /** @var string new, original, into or replace. */
        public readonly string $target = 'new',
        /** @var int Category of a new course. */
        public readonly int $categoryid = 0,
        /** @var int The course that it is added to. */
        public readonly int $targetcourse = 0,
        /** @var bool Whether user data are wanted. */
        public readonly bool $withusers = false,
        /** @var int Enrolment methods. */
        public readonly int $enrolment = 2,
        /** @var int When it may begin. */
        public readonly int $notbefore = 0,
    ) {
    }
}
