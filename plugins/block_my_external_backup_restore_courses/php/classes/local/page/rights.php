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
use block_my_external_backup_restore_courses\local\restore\rights as restore_rights;
use core\context\course;
use core\context\coursecat;
use core\context\system;

/**
 * What who asks may choose here, as rules/choices.ts wants to know it. The worker looks at the same rights again.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class rights {
    /**
     * The rights of the person at the page.
     *
     * @param int $category of a new course; 0 for the default one
     * @param int $original the category of the course that is known here; 0 for none
     * @param int $target the course that is chosen; 0 for none yet
     * @return array
     */
    public static function of(int $category, int $original, int $target): array {
        global $USER;
        return [
            'creates' => ($category === 0 && !config::checkrequestercapascoursecreate())
                || self::creates($category === 0 ? restore_rights::default_category() : $category),
            'original' => $original !== 0 && self::creates($original),
            'restores' => $target === 0 ? target_courses::are_any((int) $USER->id) : self::in_course(restore_rights::INTO, $target),
            'empties' => $target === 0 || self::in_course(['moodle/course:update'], $target),
            'users' => has_capability('block/my_external_backup_restore_courses:can_restore_user_datas', system::instance()),
        ];
    }

    /**
     * Whether a course may be created in a category.
     *
     * @param int $category
     * @return bool
     */
    private static function creates(int $category): bool {
        $context = coursecat::instance($category, IGNORE_MISSING);
        return $context && has_capability('moodle/course:create', $context);
    }

    /**
     * Whether somebody has rights in a course that there is.
     *
     * @param string[] $capabilities
     * @param int $courseid
     * @return bool
     */
    private static function in_course(array $capabilities, int $courseid): bool {
        $context = $courseid === (int) SITEID ? false : course::instance($courseid, IGNORE_MISSING);
        return $context && has_all_capabilities($capabilities, $context);
    }
}
