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

namespace block_my_external_backup_restore_courses\local\restore;

use block_my_external_backup_restore_courses\local\config;
use block_my_external_backup_restore_courses\local\remote\trouble;
use core\context\course as course_context;
use core\context\coursecat as category_context;
use core\context\system as system_context;

/**
 * Whether who asked may have what they chose, now: it is asked when the work begins and again before the restore.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class rights {
    /** @var string Unlocks user data and the enrolment methods. */
    private const USERDATA = 'block/my_external_backup_restore_courses:can_restore_user_datas';

    /** @var string[] What one needs in a course to restore into it. */
    public const INTO = ['moodle/restore:restorecourse', 'moodle/course:manageactivities'];

    /** @var string[] What one needs to restore in place of its contents. */
    public const INSTEAD = [...self::INTO, 'moodle/course:update'];

    /** @var int The enrolment methods that come without a choice: all of them. */
    public const ALWAYS = 2;

    /**
     * Tells the reason where they may not.
     *
     * @param \stdClass $request
     */
    public static function check(\stdClass $request): void {
        $asker = \core_user::get_user((int) $request->requestedby);
        $owner = \core_user::get_user((int) $request->userid);
        foreach ([$asker, $owner] as $user) {
            if (!$user || $user->deleted || $user->suspended) {
                throw new trouble('requester_gone');
            }
        }
        $capability = (int) $asker->id === (int) $owner->id ? 'view' : 'managerequests';
        $chosen = (bool) $request->withusers || (int) $request->enrolment !== self::ALWAYS;
        $system = system_context::instance();
        if (
            !has_capability("block/my_external_backup_restore_courses:$capability", $system, $asker)
            || ($chosen && !has_capability(self::USERDATA, $system, $asker))
        ) {
            throw new trouble('choice_refused');
        }
        if (in_array($request->target, ['into', 'replace'], true)) {
            self::check_course($request, $asker);
        } else {
            self::check_category($request, $asker);
        }
    }

    /**
     * The category of a new course.
     *
     * @param \stdClass $request
     * @return int
     */
    public static function category(\stdClass $request): int {
        return (int) $request->categoryid ?: self::default_category();
    }

    /**
     * Where new courses come to by default.
     *
     * @return int
     */
    public static function default_category(): int {
        return config::defaultcategory() ?: (int) \core_course_category::get_default()->id;
    }

    /**
     * A new course: the category is there, and open to who asked.
     *
     * @param \stdClass $request
     * @param \stdClass $asker
     */
    private static function check_category(\stdClass $request, \stdClass $asker): void {
        $context = category_context::instance(self::category($request), IGNORE_MISSING);
        if (!$context) {
            throw new trouble('category_gone');
        }
        // Without the setting, a course comes into the default category whoever asks for it, and into no other.
        $free = !config::checkrequestercapascoursecreate() && (int) $request->categoryid === 0;
        if (!$free && !has_capability('moodle/course:create', $context, $asker)) {
            throw new trouble('category_right');
        }
    }

    /**
     * A course that exists: it is there, and may be restored into.
     *
     * @param \stdClass $request
     * @param \stdClass $asker
     */
    private static function check_course(\stdClass $request, \stdClass $asker): void {
        $context = course_context::instance((int) $request->targetcourse, IGNORE_MISSING);
        if (!$context || (int) $request->targetcourse === (int) SITEID) {
            throw new trouble('target_gone');
        }
        if (!has_all_capabilities($request->target === 'replace' ? self::INSTEAD : self::INTO, $context, $asker)) {
            throw new trouble('course_right');
        }
    }
}
