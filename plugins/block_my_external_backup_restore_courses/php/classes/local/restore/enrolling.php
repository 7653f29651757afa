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

use block_my_external_backup_restore_courses\event\requester_enrolled;
use block_my_external_backup_restore_courses\local\config;
use block_my_external_backup_restore_courses\local\queue\stopped;
use block_my_external_backup_restore_courses\local\queue\work;
use core\context\course as course_context;

/**
 * Enrols people in restored courses: who asked for one, and colleagues who had it before.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class enrolling {
    /**
     * Enrols who a course came for. The course is there: what goes wrong now is said, and does not take it away again.
     *
     * @param work $work
     * @return bool whether it can go on at once
     */
    public static function enrol(work $work): bool {
        $request = $work->row;
        $warnings = json_decode($request->warnings ?? '[]', true) ?: [];
        if (config::autoenrol_requester() && in_array($request->target, ['new', 'original'], true)) {
            try {
                quiet::during(fn() => self::enrol_user((int) $request->courseid, (int) $request->userid));
            } catch (stopped $e) {
                throw $e;
            } catch (\Throwable $e) {
                mtrace_exception($e);
                $warnings[] = get_string_manager()->get_string(
                    'reason:enrol_failed',
                    'block_my_external_backup_restore_courses',
                    null,
                    \core_user::get_user((int) $request->userid)->lang,
                );
            }
        }
        $work->advance([
            'warnings' => $warnings === [] ? null : json_encode($warnings, JSON_UNESCAPED_UNICODE),
            'timeended' => time(),
        ]);
        return true;
    }

    /**
     * Enrols somebody with the role of the setting.
     *
     * @param int $courseid
     * @param int $userid
     */
    public static function enrol_user(int $courseid, int $userid): void {
        global $DB;
        $plugin = enrol_get_plugin('manual') ?? throw new \coding_exception('the manual enrolment plugin is missing');
        $instance = $DB->get_record('enrol', ['courseid' => $courseid, 'enrol' => 'manual'], '*', IGNORE_MULTIPLE);
        if (!$instance) {
            $plugin->add_default_instance(get_course($courseid));
            $instance = $DB->get_record('enrol', ['courseid' => $courseid, 'enrol' => 'manual'], '*', MUST_EXIST);
        }
        if ((int) $instance->status !== ENROL_INSTANCE_ENABLED) {
            $plugin->update_status($instance, ENROL_INSTANCE_ENABLED);
        }
        $plugin->enrol_user($instance, $userid, self::role(), 0, 0, ENROL_USER_ACTIVE);
        requester_enrolled::create(['context' => course_context::instance($courseid), 'relateduserid' => $userid])->trigger();
    }

    /**
     * The role of the setting, or the first that edits courses.
     *
     * @return int
     */
    public static function role(): int {
        global $DB;
        $chosen = (int) config::enrollrole();
        if ($chosen !== 0 && $DB->record_exists('role', ['id' => $chosen])) {
            return $chosen;
        }
        return (int) array_key_first(get_archetype_roles('editingteacher'));
    }
}
