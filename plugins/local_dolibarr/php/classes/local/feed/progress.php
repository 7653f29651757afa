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

namespace local_dolibarr\local\feed;

use local_dolibarr\local\rules\rates;

/**
 * How far somebody is in a course: activities that count, and those that are done.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class progress {
    /**
     * A progress.
     *
     * @param int $userid
     * @param int $courseid
     * @param int $cmid
     * @param string $modname
     * @param int $done
     * @param int $total
     * @param string|null $said
     */
    public function __construct(
        /** @var int Whose. */
        public readonly int $userid,
        /** @var int In which course. */
        public readonly int $courseid,
        /** @var int By which activity. */
        public readonly int $cmid,
        /** @var string Of which kind. */
        public readonly string $modname,
        /** @var int Activities that are done. */
        public readonly int $done,
        /** @var int Activities that count. */
        public readonly int $total,
        /** @var string|null What was last said of it, as JSON. */
        private readonly ?string $said = null,
    ) {
    }

    /**
     * Reads it, with what was last said of it, in one query.
     *
     * @param int $userid
     * @param int $courseid
     * @param int $cmid
     * @return self
     */
    public static function of(int $userid, int $courseid, int $cmid): self {
        global $DB;
        $counted = $DB->get_record_sql(
            "SELECT COUNT(c.id) AS total, SUM(CASE WHEN s.completionstate IN (1, 2) THEN 1 ELSE 0 END) AS done,
                    MAX(CASE WHEN c.id = :cmid THEN m.name ELSE '' END) AS modname,
                    (SELECT t.data
                       FROM {local_dolibarr_message} t
                      WHERE t.id = (SELECT MAX(n.id)
                                      FROM {local_dolibarr_message} n
                                     WHERE n.userid = :toldof AND n.courseid = :toldin AND n.kind = 'progress')) AS said
               FROM {course_modules} c
               JOIN {modules} m ON m.id = c.module
          LEFT JOIN {course_modules_completion} s ON s.coursemoduleid = c.id AND s.userid = :userid
              WHERE c.course = :courseid AND c.completion > 0 AND c.visible = 1 AND c.deletioninprogress = 0",
            ['userid' => $userid, 'toldof' => $userid, 'courseid' => $courseid, 'toldin' => $courseid, 'cmid' => $cmid],
        );
        return new self(
            $userid,
            $courseid,
            $cmid,
            (string) $counted->modname,
            (int) $counted->done,
            (int) $counted->total,
            $counted->said,
        );
    }

    /**
     * Percent of what counts that is done.
     *
     * @return int
     */
    public function ratio(): int {
        return rates::percent($this->done, $this->total);
    }

    /**
     * Whether the activity counts, and the rate is another than was last said.
     *
     * @return bool
     */
    public function is_news(): bool {
        $said = $this->said === null ? null : (json_decode($this->said, true)['ratio'] ?? null);
        return $this->modname !== '' && $said !== $this->ratio();
    }
}
