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

/**
 * What was chosen, said to core's plan setting by setting, so that the site's defaults change nothing.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class choices {
    /** @var string[] What comes with a course, people or not. */
    private const CONTENTS = [
        'activities', 'blocks', 'filters', 'badges', 'calendarevents', 'groups', 'competencies', 'customfield',
        'contentbankcontent', 'permissions', 'legacyfiles', 'questionbank',
    ];

    /** @var string[] What comes with people. */
    private const OF_PEOPLE = ['role_assignments', 'comments', 'userscompletion', 'logs', 'grade_histories', 'xapistate'];

    /**
     * Says it.
     *
     * @param \restore_plan $plan
     * @param \stdClass $request
     * @param string[]|null $names of a new course: full and short
     * @return string[] what is left out, in words
     */
    public static function apply(\restore_plan $plan, \stdClass $request, ?array $names): array {
        $withusers = (bool) $request->withusers;
        self::say($plan, 'users', $withusers);
        if ($withusers && !$plan->get_setting('users')->get_value()) {
            // The rights of who asked do not reach so far, or the backup has none.
            throw new trouble('userdata_refused');
        }
        foreach (self::CONTENTS as $setting) {
            self::say($plan, $setting, true);
        }
        foreach (self::OF_PEOPLE as $setting) {
            self::say($plan, $setting, $withusers);
        }
        self::say($plan, 'enrolments', (int) $request->enrolment);
        if ($names !== null) {
            self::say($plan, 'overwrite_conf', true);
            self::say($plan, 'course_fullname', $names[0]);
            self::say($plan, 'course_shortname', $names[1]);
            if (config::startdate() === 'today') {
                self::say($plan, 'course_startdate', usergetmidnight(time()));
            }
        } else {
            self::say($plan, 'overwrite_conf', false);
            self::say($plan, 'keep_roles_and_enrolments', true);
            self::say($plan, 'keep_groups_and_groupings', true);
        }
        return self::leave_out($plan);
    }

    /**
     * Leaves out the kinds of activity that the admin does not want.
     *
     * @param \restore_plan $plan
     * @return string[]
     */
    private static function leave_out(\restore_plan $plan): array {
        $unwanted = array_filter(explode(',', config::leftout()));
        $left = [];
        foreach ($plan->get_tasks() as $task) {
            if (!$task instanceof \restore_activity_task || !in_array($task->get_modulename(), $unwanted, true)) {
                continue;
            }
            $name = "{$task->get_modulename()}_{$task->get_old_moduleid()}_included";
            self::say($plan, $name, false);
            $kind = $task->get_modulename();
            $left[$kind] = get_string('warning:leftout', 'block_my_external_backup_restore_courses', $kind);
        }
        return array_values($left);
    }

    /**
     * Sets a setting, where the plan has it and rights do not lock it.
     *
     * @param \restore_plan $plan
     * @param string $name
     * @param mixed $value
     */
    private static function say(\restore_plan $plan, string $name, $value): void {
        if (!$plan->setting_exists($name)) {
            return;
        }
        $setting = $plan->get_setting($name);
        if ($setting->get_status() === \base_setting::LOCKED_BY_CONFIG) {
            $setting->set_status(\base_setting::NOT_LOCKED);
        }
        if ($setting->get_status() === \base_setting::NOT_LOCKED) {
            $setting->set_value($value);
        }
    }
}
