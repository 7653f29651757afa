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

use block_my_external_backup_restore_courses\local\remote\trouble;

/**
 * Makes a page of what a server of the earlier plugin says: it lists all courses at once, and knows little of each.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class earlier_server {
    /**
     * A page of a list, as our own servers would answer.
     *
     * @param array $all
     * @param array $question search, categoryid, sort and page
     * @return array total, courses and categories
     */
    public static function page(array $all, array $question): array {
        $found = array_filter($all, static fn(array $course): bool => self::fits($course, (string) $question['search']));
        $sort = in_array($question['sort'], ['shortname', 'startdate'], true) ? $question['sort'] : 'fullname';
        usort($found, static fn(array $one, array $other): int => $question['sort'] === 'newest'
            ? (int) $other['startdate'] <=> (int) $one['startdate']
            : strnatcasecmp((string) $one[$sort], (string) $other[$sort]));
        $courses = array_slice($found, $question['page'] * remote_courses::PER_PAGE, remote_courses::PER_PAGE);
        return ['total' => count($found), 'courses' => array_map(self::course(...), $courses), 'categories' => []];
    }

    /**
     * What is known of a course before it is asked for.
     *
     * @param array $all
     * @param int $courseid
     * @return array
     */
    public static function look(array $all, int $courseid): array {
        foreach ($all as $course) {
            if ((int) $course['id'] === $courseid) {
                return ['known' => false, 'userdata' => true] + self::course($course);
            }
        }
        throw new trouble('not_yours');
    }

    /**
     * A course of the list.
     *
     * @param array $course
     * @return array
     */
    private static function course(array $course): array {
        return [
            'id' => (int) $course['id'],
            'shortname' => (string) $course['shortname'],
            'fullname' => (string) $course['fullname'],
            'startdate' => (int) ($course['startdate'] ?? 0),
            'visible' => (bool) ($course['visible'] ?? true),
            'categoryid' => (int) ($course['category'] ?? 0),
            'categoryname' => '',
            'categoryidentifier' => (string) ($course['categoryidentifier'] ?? ''),
        ];
    }

    /**
     * Whether a course is one that is searched for.
     *
     * @param array $course
     * @param string $search
     * @return bool
     */
    private static function fits(array $course, string $search): bool {
        $name = \core_text::strtolower($course['fullname'] . ' ' . $course['shortname']);
        return $search === '' || str_contains($name, \core_text::strtolower($search));
    }
}
