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
use block_my_external_backup_restore_courses\local\remote\remote;
use block_my_external_backup_restore_courses\local\remote\trouble;
use block_my_external_backup_restore_courses\local\transfer\person;

/**
 * Asks other Moodles for the courses of a person, and keeps what they say for a few minutes.
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
        $ask = function () use ($remote, $person, $question, $refresh): array {
            try {
                $asked = person::named((int) $person->id) + $question + ['perpage' => self::PER_PAGE];
                return client::call($remote, 'list_courses', $asked, self::PATIENCE);
            } catch (trouble $trouble) {
                if ($trouble->reason !== 'function_missing') {
                    throw $trouble;
                }
                return earlier_server::page(self::all_of_earlier($remote, $person, $refresh), $question);
            }
        };
        return self::kept('list', $remote, $person, $question, $refresh, $ask);
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
        $ask = function () use ($remote, $person, $courseid, $refresh): array {
            try {
                $asked = person::named((int) $person->id) + ['courseid' => $courseid];
                return ['known' => true] + client::call($remote, 'look_at_course', $asked, self::PATIENCE);
            } catch (trouble $trouble) {
                if ($trouble->reason !== 'function_missing') {
                    throw $trouble;
                }
                return earlier_server::look(self::all_of_earlier($remote, $person, $refresh), $courseid);
            }
        };
        return self::kept('look', $remote, $person, ['courseid' => $courseid], $refresh, $ask);
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
        return self::kept('earlier', $remote, $person, [], $refresh, fn(): array => client::call($remote, 'get_courses', [
            'username' => $person->username,
            'concernedroles' => config::search_roles(),
        ], self::PATIENCE));
    }

    /**
     * An answer that is kept, or a new one. Trouble is not kept: it may be over in a moment.
     *
     * @param string $what
     * @param remote $remote
     * @param \stdClass $person
     * @param array $question
     * @param bool $refresh
     * @param callable $ask
     * @return array
     */
    private static function kept(
        string $what,
        remote $remote,
        \stdClass $person,
        array $question,
        bool $refresh,
        callable $ask
    ): array {
        $cache = \cache::make('block_my_external_backup_restore_courses', 'remotecourses');
        $named = $what === 'earlier' ? ['username' => $person->username] : person::named((int) $person->id);
        $key = self::key($what, $remote, $named, $question);
        $answer = $refresh ? false : $cache->get($key);
        if ($answer === false) {
            $answer = $ask();
            $cache->set($key, $answer);
        }
        return $answer;
    }

    /**
     * Where an answer is kept: by what was asked, of whom and about whom.
     *
     * @param string $what
     * @param remote $remote
     * @param string[] $named the person, as the other Moodle knows them
     * @param array $question
     * @return string
     */
    public static function key(string $what, remote $remote, array $named, array $question): string {
        return sha1(json_encode([$what, $remote->url, $named, $question]));
    }
}
