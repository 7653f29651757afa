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

use block_my_external_backup_restore_courses\local\request\requests;
use block_my_external_backup_restore_courses\local\request\wording;
use block_my_external_backup_restore_courses\local\transfer\store;
use core\context\course as course_context;

/**
 * A course that was here before, and into which a restore goes: what came of it is taken away where the restore broke off.
 *
 * Before the restore, the last id of each table is noted. What has come since and is older than the restore came with the backup,
 * where things keep the time of their birth; what colleagues make meanwhile is younger, and stays.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class existing_course {
    /** @var string[] Tables of what a restore adds, with the column that holds the time of birth. */
    private const BORN = [
        'course_modules' => 'added',
        'block_instances' => 'timecreated',
        'badge' => 'timecreated',
        'grade_items' => 'timecreated',
        'grade_categories' => 'timecreated',
        'groupings' => 'timecreated',
        'groups' => 'timecreated',
        'event' => 'timemodified',
        'contentbank_content' => 'timecreated',
    ];

    /** @var string[] The column that says to which course these belong; courseid where nothing is said. */
    private const BELONGS = [
        'course_modules' => 'course',
        'block_instances' => 'parentcontextid',
        'contentbank_content' => 'contextid',
    ];

    /** @var string Sections bear no time of birth: they go where they are empty and bear no name, or one of the backup. */
    private const SECTIONS = 'course_sections';

    /** @var string Name of the note. */
    private const NOTE = 'before';

    /**
     * Notes what is there. What an earlier try has left is taken away before.
     *
     * @param \stdClass $request
     * @param \stdClass $info what the backup says of itself
     */
    public static function note(\stdClass $request, \stdClass $info): void {
        global $DB;
        self::take_away($request);
        $last = [];
        foreach ([...array_keys(self::BORN), self::SECTIONS] as $table) {
            $last[$table] = (int) $DB->get_field_sql("SELECT MAX(id) FROM {{$table}}");
        }
        store::of($request)->keep(self::NOTE, [
            'time' => time(),
            'last' => $last,
            'activities' => $DB->count_records('course_modules', ['course' => $request->targetcourse]),
            'sections' => array_map(
                static fn(\stdClass $section): string => (string) $section->title,
                array_values((array) ($info->sections ?? []))
            ),
        ]);
    }

    /**
     * Takes away what a broken restore has added, and says so.
     *
     * @param \stdClass $request
     */
    public static function take_away(\stdClass $request): void {
        global $CFG, $DB;
        $store = store::of($request);
        $note = $store->kept(self::NOTE);
        $context = $note === null ? false : course_context::instance((int) $request->targetcourse, IGNORE_MISSING);
        if (!$context) {
            return;
        }
        $before = $CFG->forced_plugin_settings['tool_recyclebin'] ?? [];
        $CFG->forced_plugin_settings['tool_recyclebin'] = ['coursebinenable' => 0] + $before;
        foreach (self::BORN as $table => $born) {
            $column = self::BELONGS[$table] ?? 'courseid';
            $added = $DB->get_records_select($table, "$column = :owner AND id > :last AND $born < :time", [
                'owner' => $column === 'parentcontextid' || $column === 'contextid' ? $context->id : $request->targetcourse,
                'last' => $note['last'][$table],
                'time' => $note['time'],
            ]);
            array_walk($added, fn(\stdClass $row) => self::attempt(fn() => self::delete($table, $row)));
        }
        self::attempt(fn() => self::delete_sections((int) $request->targetcourse, $note));
        rebuild_course_cache((int) $request->targetcourse, true);
        $CFG->forced_plugin_settings['tool_recyclebin'] = $before;
        self::warn($request, $note);
        $store->forget(self::NOTE);
    }

    /**
     * Says what has become of the course.
     *
     * @param \stdClass $request
     * @param array $note
     */
    private static function warn(\stdClass $request, array $note): void {
        global $DB;
        $language = \core_user::get_user((int) $request->userid)?->lang;
        $left = $DB->count_records_select('course_modules', 'course = :course AND id <= :last', [
            'course' => $request->targetcourse,
            'last' => $note['last']['course_modules'],
        ]);
        $key = $request->target === 'replace' && $left < $note['activities'] ? 'warning:emptied' : 'warning:takenaway';
        $warning = get_string_manager()->get_string($key, 'block_my_external_backup_restore_courses', null, $language);
        $warnings = array_values(array_unique([...wording::warnings($request), $warning]));
        $request->warnings = json_encode($warnings, JSON_UNESCAPED_UNICODE);
        $DB->set_field(requests::TABLE, 'warnings', $request->warnings, ['id' => $request->id]);
    }

    /**
     * Deletes one thing as core does. What goes with another is gone already.
     *
     * @param string $table
     * @param \stdClass $row
     */
    private static function delete(string $table, \stdClass $row): void {
        global $CFG, $DB;
        require_once($CFG->dirroot . '/course/lib.php');
        require_once($CFG->dirroot . '/group/lib.php');
        require_once($CFG->dirroot . '/calendar/lib.php');
        require_once($CFG->libdir . '/badgeslib.php');
        require_once($CFG->libdir . '/gradelib.php');
        require_once($CFG->libdir . '/blocklib.php');
        if (!$DB->record_exists($table, ['id' => $row->id])) {
            return;
        }
        match ($table) {
            'course_modules' => self::delete_module($row),
            'block_instances' => blocks_delete_instance($row),
            'badge' => (new \core_badges\badge($row->id))->delete(false),
            'grade_items' => \grade_item::fetch(['id' => $row->id])->delete(),
            'grade_categories' => \grade_category::fetch(['id' => $row->id])->delete(),
            'groupings' => groups_delete_grouping($row->id),
            'groups' => groups_delete_group($row->id),
            'event' => \calendar_event::load($row->id)->delete(),
            default => self::delete_content((int) $row->id),
        };
    }

    /**
     * Deletes an activity, however little of it has come.
     *
     * @param \stdClass $row
     */
    private static function delete_module(\stdClass $row): void {
        global $DB;
        if ($row->instance) {
            course_delete_module($row->id);
            return;
        }
        \context_helper::delete_instance(CONTEXT_MODULE, $row->id);
        $DB->delete_records('course_modules', ['id' => $row->id]);
        delete_mod_from_section($row->id, $row->section);
    }

    /**
     * Deletes a content of the content bank.
     *
     * @param int $id
     */
    private static function delete_content(int $id): void {
        $content = (new \core_contentbank\contentbank())->get_content_from_id($id);
        $content->get_content_type_instance()->delete_content($content);
    }

    /**
     * Deletes sections that have come and hold nothing.
     *
     * @param int $courseid
     * @param array $note
     */
    private static function delete_sections(int $courseid, array $note): void {
        global $CFG, $DB;
        require_once($CFG->dirroot . '/course/lib.php');
        rebuild_course_cache($courseid, true);
        $added = $DB->get_records_select(
            self::SECTIONS,
            'course = :course AND id > :last',
            ['course' => $courseid, 'last' => $note['last'][self::SECTIONS]],
            'section DESC',
        );
        foreach ($added as $section) {
            if ((string) $section->sequence === '' && in_array((string) $section->name, ['', ...$note['sections']], true)) {
                course_delete_section($courseid, $section, false);
            }
        }
    }

    /**
     * Does what may fail with what is half there; the rest goes on.
     *
     * @param callable $delete
     */
    private static function attempt(callable $delete): void {
        try {
            $delete();
        } catch (\Throwable $e) {
            mtrace_exception($e);
        }
    }
}
