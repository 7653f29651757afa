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

namespace block_my_external_backup_restore_courses\tests;

use block_my_external_backup_restore_courses\local\page\remote_courses;
use block_my_external_backup_restore_courses\local\remote\kept;
use block_my_external_backup_restore_courses\local\remote\remote;
use block_my_external_backup_restore_courses\local\remote\remotes;

/**
 * Another Moodle that has answered already: its answers stand where the page keeps them, so that a test needs no network.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class canned_remote {
    /** @var remote The other Moodle. */
    public readonly remote $remote;

    /**
     * One with an address at which nobody answers.
     *
     * @param string $address
     */
    public function __construct(string $address = 'http://127.0.0.1:9') {
        // It is asked in vain, and not blocked, which Moodle would complain about.
        set_config('curlsecurityblockedhosts', '');
        set_config('curlsecurityallowedport', '');
        remotes::save([[$address, 'secrettoken']]);
        $this->remote = remotes::find($address);
    }

    /**
     * Has it list courses for somebody.
     *
     * @param int $userid
     * @param array $courses id and fullname each
     * @param array $question
     */
    public function lists(int $userid, array $courses, array $question = []): void {
        $question += ['search' => '', 'categoryid' => 0, 'sort' => 'fullname', 'page' => 0];
        kept::keep($this->remote, ['list', remote_courses::about_list($userid, $question)], [
            'total' => count($courses),
            'courses' => array_map(self::course(...), $courses),
            'categories' => [['id' => 4, 'name' => 'Mathematics']],
        ]);
    }

    /**
     * Has it say what a course is made of.
     *
     * @param int $userid
     * @param array $course
     */
    public function shows(int $userid, array $course): void {
        $asked = remote_courses::about_course($userid, $course['id']);
        kept::keep($this->remote, ['look', $asked], $course + ['known' => true] + self::course($course) + [
            'release' => '4.5.6 (Build: 20250811)',
            'branch' => '405',
            'bytes' => 84000000,
            'contents' => 3,
            'people' => 12,
            'userdata' => true,
            'format' => 'topics',
            'activities' => [['name' => 'forum', 'count' => 2]],
            'questiontypes' => [['name' => 'truefalse', 'count' => 1]],
            'blocks' => [],
        ]);
    }

    /**
     * A course as the list has it.
     *
     * @param array $course
     * @return array
     */
    private static function course(array $course): array {
        return $course + [
            'fullname' => 'Algebra',
            'shortname' => "ALG$course[id]",
            'idnumber' => '',
            'startdate' => 0,
            'visible' => true,
            'categoryid' => 4,
            'categoryname' => 'Mathematics',
            'categoryidentifier' => '',
        ];
    }
}
