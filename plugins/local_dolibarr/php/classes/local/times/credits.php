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

/**
 * Looks where something was done that is worth learning time, and counts it for those who did it. Observers are too near to the
 * learner's page for that.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class credits {
    /** @var int Seconds that a change may take to be seen by others. */
    private const OVERLAP = 300;

    /**
     * The scheduled task.
     */
    public static function run_task(): void {
        $now = \core\di::get(\core\clock::class)->time();
        $last = (int) get_config('local_dolibarr', 'creditslooked') ?: $now;
        foreach (self::done_since($last - self::OVERLAP) as $courseid => $userids) {
            mtrace("course $courseid: " . recount::run($courseid, 0, $userids));
        }
        set_config('creditslooked', $now, 'local_dolibarr');
    }

    /**
     * Who did something, or has not done it any more.
     *
     * @param int $time
     * @return array ids of people by course
     */
    private static function done_since(int $time): array {
        global $DB;
        $rows = $DB->get_recordset_sql(
            "SELECT DISTINCT c.course, s.userid
               FROM {local_dolibarr_credit} t
               JOIN {course_modules} c ON c.id = t.cmid
               JOIN {course_modules_completion} s ON s.coursemoduleid = c.id
              WHERE s.timemodified >= :time",
            ['time' => $time],
        );
        $people = [];
        foreach ($rows as $row) {
            $people[(int) $row->course][] = (int) $row->userid;
        }
        $rows->close();
        return $people;
    }
}
