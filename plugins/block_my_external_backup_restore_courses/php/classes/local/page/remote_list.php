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
use block_my_external_backup_restore_courses\local\remote\remote;
use block_my_external_backup_restore_courses\local\remote\remotes;
use block_my_external_backup_restore_courses\local\remote\trouble;
use block_my_external_backup_restore_courses\local\request\wording;
use block_my_external_backup_restore_courses\local\rules\reasons;
use core\context\system;

/**
 * The courses of a person on one other Moodle, as the page shows them.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class remote_list {
    /** @var string The right to follow links to the other Moodle. */
    private const LINKS = 'block/my_external_backup_restore_courses:can_see_external_course_link';

    /**
     * Body of the external function get_remote_courses.
     *
     * @param string $remote
     * @param int $userid
     * @param string $search
     * @param int $categoryid
     * @param string $sort
     * @param int $page
     * @param bool $refresh
     * @return array
     */
    public static function get_remote_courses(
        string $remote,
        int $userid,
        string $search,
        int $categoryid,
        string $sort,
        int $page,
        bool $refresh
    ): array {
        $person = client_side::person($userid);
        client_side::free_session();
        $question = ['search' => trim($search), 'categoryid' => $categoryid, 'sort' => $sort, 'page' => max(0, $page)];
        try {
            $known = remotes::find($remote) ?? throw new trouble('server_unknown');
            $list = remote_courses::list($known, $person, $question, $refresh);
            return self::shown($known, $list, $question['page'], (int) $person->id);
        } catch (trouble $trouble) {
            return [
                'problem' => wording::reason($trouble->reason, $trouble->detail),
                'help' => self::help($trouble->reason),
            ] + self::none();
        }
    }

    /**
     * A page of courses.
     *
     * @param remote $remote
     * @param array $list
     * @param int $page
     * @param int $userid
     * @return array
     */
    private static function shown(remote $remote, array $list, int $page, int $userid): array {
        $courses = $list['courses'];
        $states = request_states::of_courses($remote, array_map('intval', array_column($courses, 'id')), $userid);
        $linked = has_capability(self::LINKS, system::instance());
        $first = $page * remote_courses::PER_PAGE;
        $rows = array_map(static fn(array $course): array => self::row($remote, $course, $states, $linked), $courses);
        return [
            'total' => (int) $list['total'],
            'from' => $rows === [] ? 0 : $first + 1,
            'to' => $first + count($rows),
            'page' => $page,
            'pages' => (int) ceil((int) $list['total'] / remote_courses::PER_PAGE),
            'courses' => $rows,
            'categories' => array_map(static fn(array $category): array => [
                'id' => (int) $category['id'],
                'name' => self::plain((string) $category['name']),
            ], $list['categories']),
        ] + self::none();
    }

    /**
     * A row of the page.
     *
     * @param remote $remote
     * @param array $course
     * @param array $states
     * @param bool $linked
     * @return array
     */
    private static function row(remote $remote, array $course, array $states, bool $linked): array {
        $id = (int) $course['id'];
        $state = $states[$id] ?? null;
        return [
            'id' => $id,
            'fullname' => self::plain((string) $course['fullname']),
            'shortname' => self::plain((string) $course['shortname']),
            'category' => self::plain((string) $course['categoryname']),
            'start' => (int) $course['startdate'] === 0 ? ''
                : userdate((int) $course['startdate'], get_string('strftimedatefullshort', 'langconfig')),
            'hidden' => !$course['visible'],
            'url' => $linked ? "$remote->url/course/view.php?id=$id" : '',
            'open' => $state === null || (!$state['active'] && !($state['taken'] && config::onlyoneremoteinstance())),
            'states' => $state === null ? [] : [$state],
        ];
    }

    /**
     * What somebody can do about trouble.
     *
     * @param string $reason
     * @return string
     */
    private static function help(string $reason): string {
        if ($reason === 'user_unknown') {
            return get_string('help:user_unknown', 'block_my_external_backup_restore_courses');
        }
        if (has_capability('moodle/site:config', system::instance())) {
            return get_string('help:admin', 'block_my_external_backup_restore_courses');
        }
        return get_string(reasons::is_transient($reason) ? 'help:later' : 'help:ask', 'block_my_external_backup_restore_courses');
    }

    /**
     * Text of the other Moodle without its tags: it is escaped where it is shown.
     *
     * @param string $text
     * @return string
     */
    private static function plain(string $text): string {
        return format_string($text, true, ['context' => system::instance(), 'escape' => false]);
    }

    /**
     * A page without courses or trouble.
     *
     * @return array
     */
    private static function none(): array {
        return array_fill_keys(['problem', 'help'], '')
            + array_fill_keys(['total', 'from', 'to', 'page', 'pages'], 0)
            + array_fill_keys(['courses', 'categories'], []);
    }
}
