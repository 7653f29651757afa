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

/**
 * Why messages failed, in words.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class failures {
    /** @var string[] What is kept as a reason, and has words in the languages. */
    private const REASONS = [
        'address',
        'refused',
        'policy',
        'busy',
        'connection',
        'noanswer',
        'local',
        'output',
        'nolonger',
        'killed',
    ];

    /**
     * Why a message was not sent, with what the mail server said where the reader may know addresses: it often names one.
     *
     * @param string|null $reason
     * @param \stdClass $row with courseid and answer
     * @return string
     */
    public static function reason(?string $reason, \stdClass $row): string {
        if (!in_array($reason, self::REASONS, true)) {
            return s((string) $reason);
        }
        $words = get_string('failure:' . $reason, 'block_course_notification');
        $said = (string) ($row->answer ?? '');
        return $said === '' || !self::may_see_answers((int) $row->courseid) ? $words : $words . ' ' . s("($said)");
    }

    /**
     * Whether the reader may know the addresses of people in a course.
     *
     * @param int $courseid
     * @return bool
     */
    private static function may_see_answers(int $courseid): bool {
        $context = \core\context\course::instance($courseid);
        return in_array('email', \core_user\fields::get_identity_fields($context, false), true) || is_siteadmin();
    }
}
