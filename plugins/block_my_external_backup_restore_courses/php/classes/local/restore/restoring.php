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
use block_my_external_backup_restore_courses\local\queue\stopped;
use block_my_external_backup_restore_courses\local\queue\work;
use block_my_external_backup_restore_courses\local\remote\trouble;
use block_my_external_backup_restore_courses\local\transfer\disk;
use core\context\course as course_context;

/**
 * Restores what has come: into a new course, or into one that exists.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class restoring {
    /** @var string Who gives the requester a role while the course is restored. */
    private const COMPONENT = 'block_my_external_backup_restore_courses';

    /**
     * Restores. Begun again, it begins with a new course.
     *
     * @param work $work
     * @return bool whether it can go on at once
     */
    public static function restore(work $work): bool {
        $request = $work->row;
        // A process that restores one course after the other remembers who had which role.
        reload_all_capabilities();
        rights::check($request);
        $before = force_current_language(\core_user::get_user((int) $request->userid)->lang);
        try {
            $unpacked = unpacked::of($work);
            $warnings = self::told_of($unpacked->struck, 'warning:unproved');
            $names = null;
            if (in_array($request->target, ['new', 'original'], true)) {
                $info = $unpacked->info;
                $courseid = new_course::create($work, $info->original_course_fullname, $info->original_course_shortname, $names);
                if ($names[1] !== $info->original_course_shortname) {
                    $warnings[] = get_string('warning:renamed', self::COMPONENT, $names[1]);
                }
            } else {
                $courseid = (int) $request->targetcourse;
                $work->write(['courseid' => $courseid]);
            }
            $began = time();
            array_push($warnings, ...self::run($work, $unpacked, $courseid, $names));
            file_types::settle($courseid, $began);
            self::finish_course($request, $courseid);
            $warnings = array_values(array_unique($warnings));
            $work->advance(['warnings' => $warnings === [] ? null : json_encode($warnings, JSON_UNESCAPED_UNICODE)]);
        } finally {
            unpacked::delete((int) $request->id);
            force_current_language($before);
        }
        return true;
    }

    /**
     * Core's restore, with the rights of who asked.
     *
     * @param work $work
     * @param unpacked $unpacked
     * @param int $courseid
     * @param string[]|null $names of a new course
     * @return string[] what did not come, in words
     */
    private static function run(work $work, unpacked $unpacked, int $courseid, ?array $names): array {
        global $USER;
        $request = $work->row;
        $context = course_context::instance($courseid);
        $asker = (int) $request->requestedby;
        $before = $USER;
        // In a new course nobody has a role yet: who asked has that of the setting, as whoever creates a course has one.
        $lent = $names !== null && role_assign(enrolling::role(), $asker, $context->id, self::COMPONENT, (int) $request->id);
        $controller = null;
        try {
            if (!has_capability('moodle/restore:restorecourse', $context, $asker)) {
                throw new trouble('course_right');
            }
            \core\session\manager::set_user(\core_user::get_user($asker));
            $target = match ($request->target) {
                'into' => \backup::TARGET_EXISTING_ADDING,
                'replace' => \backup::TARGET_EXISTING_DELETING,
                default => \backup::TARGET_NEW_COURSE,
            };
            $controller = new import_controller($work, $unpacked->name, $courseid, $target);
            $left = choices::apply($controller->get_plan(), $request, $names);
            $warnings = [...$left, ...precheck::run($controller, (bool) $request->withusers)];
            if ($names === null) {
                existing_course::note($request, $unpacked->info);
            }
            if ($target === \backup::TARGET_EXISTING_DELETING) {
                $kept = ['keep_roles_and_enrolments' => 1, 'keep_groups_and_groupings' => 1];
                \restore_dbops::delete_course_content($courseid, $kept);
            }
            quiet::during(fn() => $controller->execute_plan());
            return [...$warnings, ...precheck::words($controller->get_results())];
        } catch (trouble | stopped $e) {
            throw $e;
        } catch (\Throwable $e) {
            mtrace_exception($e);
            throw new trouble(disk::reason($unpacked->is_sound() ? 'restore_failed' : 'export_broken'));
        } finally {
            \core\session\manager::set_user($before);
            $controller?->destroy();
            // What core's log says is in the task's own.
            import_controller::clear($request);
            if ($lent) {
                role_unassign(enrolling::role(), $asker, $context->id, self::COMPONENT, (int) $request->id);
            }
        }
    }

    /**
     * What the settings say of a course that has come.
     *
     * @param \stdClass $request
     * @param int $courseid
     */
    private static function finish_course(\stdClass $request, int $courseid): void {
        global $CFG;
        require_once($CFG->dirroot . '/course/lib.php');
        if (!in_array($request->target, ['new', 'original'], true)) {
            return;
        }
        if (config::visibility() !== 'keep') {
            course_change_visibility($courseid, config::visibility() === 'visible');
        }
    }

    /**
     * One sentence for each of these.
     *
     * @param string[] $names
     * @param string $key
     * @return string[]
     */
    private static function told_of(array $names, string $key): array {
        $names = array_slice(array_unique($names), 0, 20);
        return array_map(fn(string $name): string => get_string($key, self::COMPONENT, $name), $names);
    }
}
