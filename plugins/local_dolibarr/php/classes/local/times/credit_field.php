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

namespace local_dolibarr\local\times;

use local_dolibarr\local\feed\destinations;
use local_dolibarr\task\hours_task;

/**
 * The minutes that an activity is worth, among its settings.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class credit_field {
    /** @var string Name of the field. */
    private const FIELD = 'local_dolibarr_minutes';

    /** @var int Nothing is worth more: a year. */
    private const MOST = 525600;

    /**
     * Moodle makes the form of an activity. Where nobody is told of hours, nobody is asked for them.
     *
     * @param \moodleform_mod $wrapper
     * @param \MoodleQuickForm $form
     */
    public static function add(\moodleform_mod $wrapper, \MoodleQuickForm $form): void {
        $minutes = self::kept((int) ($wrapper->get_coursemodule()->id ?? 0));
        if ($minutes === 0 && destinations::all() === []) {
            return;
        }
        $form->addElement('header', 'local_dolibarr', get_string('pluginname', 'local_dolibarr'));
        $form->addElement('text', self::FIELD, get_string('credit:minutes', 'local_dolibarr'), ['size' => 6]);
        $form->setType(self::FIELD, PARAM_INT);
        $form->addHelpButton(self::FIELD, 'credit:minutes', 'local_dolibarr');
        $form->setDefault(self::FIELD, $minutes);
    }

    /**
     * Moodle looks what is wrong with the form.
     *
     * @param \moodleform_mod $wrapper
     * @param array $data
     * @return string[] words by field
     */
    public static function problems(\moodleform_mod $wrapper, array $data): array {
        $minutes = (int) ($data[self::FIELD] ?? 0);
        $iswell = $minutes >= 0 && $minutes <= self::MOST;
        return $iswell ? [] : [self::FIELD => get_string('credit:range', 'local_dolibarr', self::MOST)];
    }

    /**
     * Moodle has kept the settings of an activity.
     *
     * @param \stdClass $module
     * @param \stdClass $course
     * @return \stdClass
     */
    public static function keep(\stdClass $module, \stdClass $course): \stdClass {
        $field = self::FIELD;
        $cmid = (int) $module->coursemodule;
        if (isset($module->$field) && (int) $module->$field !== self::kept($cmid)) {
            self::write($cmid, (int) $module->$field);
            hours_task::queue((int) $course->id, \core\di::get(\core\clock::class)->time() + MINSECS, true);
        }
        return $module;
    }

    /**
     * Keeps what an activity is worth.
     *
     * @param int $cmid
     * @param int $minutes
     */
    public static function write(int $cmid, int $minutes): void {
        global $DB;
        $DB->delete_records('local_dolibarr_credit', ['cmid' => $cmid]);
        if ($minutes > 0) {
            $DB->insert_record('local_dolibarr_credit', (object) ['cmid' => $cmid, 'minutes' => $minutes]);
        }
    }

    /**
     * An activity is gone.
     *
     * @param \core\event\course_module_deleted $event
     */
    public static function deleted(\core\event\course_module_deleted $event): void {
        self::write((int) $event->objectid, 0);
    }

    /**
     * Forgets what activities were worth that went with their course: nobody tells of each.
     */
    public static function forget_gone(): void {
        global $DB;
        $DB->delete_records_select('local_dolibarr_credit', 'cmid NOT IN (SELECT id FROM {course_modules})');
    }

    /**
     * What an activity is worth.
     *
     * @param int $cmid
     * @return int
     */
    private static function kept(int $cmid): int {
        global $DB;
        return (int) $DB->get_field('local_dolibarr_credit', 'minutes', ['cmid' => $cmid]);
    }
}
