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

use core_user\fields;

/**
 * The people of a course, found by their name: those as whom a mail may be previewed, and those to explain it for.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class receivers {
    /** @var int As many as a list is still read. */
    private const MOST = 20;

    /** @var string Whoever has it is a learner. */
    private const LEARNER = 'block/course_notification:benotified';

    /**
     * Oneself, then learners whose name holds what is asked for.
     *
     * @param int $courseid
     * @param string $query
     * @return array<int, array{id: int, name: string}>
     */
    public static function find_receivers(int $courseid, string $query): array {
        global $USER;
        $self = ['id' => (int) $USER->id, 'name' => get_string('preview:self', 'block_course_notification')];
        $learners = (new people($courseid))->named($query, self::MOST, self::LEARNER, true);
        return [$self, ...array_values(array_filter($learners, static fn(array $one): bool => $one['id'] !== $self['id']))];
    }

    /**
     * Everyone in the course whom the reader may see and whose name holds what is asked for, teachers too.
     *
     * @param int $courseid
     * @param string $query
     * @return array<int, array{id: int, name: string}>
     */
    public static function everyone(int $courseid, string $query): array {
        return (new people($courseid))->named($query, self::MOST);
    }

    /**
     * Refuses anyone who is neither oneself nor a learner of the course whom the reader may see.
     *
     * @param int $courseid
     * @param int $userid
     * @return \stdClass the user
     */
    public static function require(int $courseid, int $userid): \stdClass {
        global $USER;
        if ($userid !== (int) $USER->id && !(new people($courseid))->includes($userid, self::LEARNER, true)) {
            throw new \moodle_exception('preview:notalearner', 'block_course_notification');
        }
        return \core_user::get_user($userid, '*', MUST_EXIST);
    }

    /**
     * A person as one may see them: a login name is one's own, or shows where the site lets it show.
     *
     * @param int $courseid
     * @param \stdClass $user
     * @return \stdClass
     */
    public static function shown(int $courseid, \stdClass $user): \stdClass {
        global $USER;
        $shown = clone $user;
        $identity = fields::get_identity_fields(\core\context\course::instance($courseid), false);
        if ((int) $user->id !== (int) $USER->id && !in_array('username', $identity, true)) {
            $shown->username = get_string('preview:username', 'block_course_notification');
        }
        return $shown;
    }
}
