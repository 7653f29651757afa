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

namespace block_my_external_backup_restore_courses\local\page;

use block_my_external_backup_restore_courses\local\config;
use block_my_external_backup_restore_courses\local\remote\client;
use block_my_external_backup_restore_courses\local\remote\kept;
use block_my_external_backup_restore_courses\local\remote\remote;
use block_my_external_backup_restore_courses\local\remote\trouble;
use block_my_external_backup_restore_courses\local\transfer\person;

/**
 * Asks other Moodles for the courses of a person; what they say is kept for a few minutes.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class remote_courses {
    /** @var int Courses on a page. */
    public const PER_PAGE = 50;

    /** @var int Seconds that somebody waits at a page. */
    private const PATIENCE = 15;

    /**
     * A page of the courses of a person.
     *
     * @param remote $remote
     * @param \stdClass $person
     * @param array $question search, categoryid, sort and page
     * @param bool $refresh whether the other Moodle is asked, whatever it said before
     * @return array total, courses and categories
     */
    public static function list(remote $remote, \stdClass $person, array $question, bool $refresh = false): array {
        $asked = self::about_list((int) $person->id, $question);
        $ask = function () use ($remote, $person, $question, $asked, $refresh): array {
            try {
                return client::call($remote, 'list_courses', $asked, self::PATIENCE);
            } catch (trouble $trouble) {
                if ($trouble->reason !== 'function_missing') {
                    throw $trouble;
                }
                return earlier_server::page(self::all_of_earlier($remote, $person, $refresh), $question);
            }
        };
        return kept::answer($remote, ['list', $asked], $ask, $refresh);
    }

    /**
     * What a course is made of. A server of the earlier plugin knows its name only.
     *
     * @param remote $remote
     * @param \stdClass $person
     * @param int $courseid
     * @param bool $refresh whether the other Moodle is asked, whatever it said before
     * @return array as the server says it; `known` is false where it can say no more than the name
     */
    public static function look(remote $remote, \stdClass $person, int $courseid, bool $refresh = false): array {
        $asked = self::about_course((int) $person->id, $courseid);
        $ask = function () use ($remote, $person, $courseid, $asked, $refresh): array {
            try {
                return ['known' => true] + client::call($remote, 'look_at_course', $asked, self::PATIENCE);
            } catch (trouble $trouble) {
                if ($trouble->reason !== 'function_missing') {
                    throw $trouble;
                }
                return earlier_server::look(self::all_of_earlier($remote, $person, $refresh), $courseid);
            }
        };
        return kept::answer($remote, ['look', $asked], $ask, $refresh);
    }

    /**
     * What the other Moodle is asked for a page of courses.
     *
     * @param int $userid
     * @param array $question
     * @return array
     */
    public static function about_list(int $userid, array $question): array {
        return person::named($userid) + $question + ['perpage' => self::PER_PAGE];
    }

    /**
     * What the other Moodle is asked about a course.
     *
     * @param int $userid
     * @param int $courseid
     * @return array
     */
    public static function about_course(int $userid, int $courseid): array {
        return person::named($userid) + ['courseid' => $courseid];
    }

    /**
     * All courses of a person, as a server of the earlier plugin lists them.
     *
     * @param remote $remote
     * @param \stdClass $person
     * @param bool $refresh
     * @return array
     */
    private static function all_of_earlier(remote $remote, \stdClass $person, bool $refresh): array {
        $asked = ['username' => $person->username, 'concernedroles' => config::search_roles()];
        $ask = fn(): array => client::call($remote, 'get_courses', $asked, self::PATIENCE);
        return kept::answer($remote, ['earlier', $asked], $ask, $refresh);
    }
}
