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

use local_dolibarr\local\outbox\message;
use local_dolibarr\local\outbox\outbox;

/**
 * When people entered courses at first: Moodle itself keeps the last time only.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class first_entries {
    /**
     * Messages about entries as they are to be told: once said, a time stays; otherwise the log knows better than the last visit.
     *
     * @param message[] $entries each with the time of the last visit
     * @return message[]
     */
    public static function of(array $entries): array {
        $said = outbox::said_of(array_map(static fn(message $one): string => $one->about(), $entries));
        $bycourse = [];
        foreach ($entries as $one) {
            $bycourse[$one->courseid][$one->userid] = $one->happened;
        }
        $found = [];
        foreach ($bycourse as $courseid => $last) {
            $logged = self::logged($courseid, array_keys($last));
            foreach ($last as $userid => $time) {
                $about = states::entered($userid, $courseid, 0)->about();
                $told = isset($said[$about]) ? (int) json_decode(reset($said[$about]), true)['timestarted'] : 0;
                $found[] = states::entered($userid, $courseid, $told ?: min($time, $logged[$userid] ?? $time));
            }
        }
        return $found;
    }

    /**
     * What the log of the site knows, where there is one.
     *
     * @param int $courseid
     * @param int[] $userids
     * @return int[] times by person
     */
    private static function logged(int $courseid, array $userids): array {
        global $DB;
        if (!$DB->get_manager()->table_exists('logstore_standard_log')) {
            return [];
        }
        [$in, $params] = $DB->get_in_or_equal($userids, SQL_PARAMS_NAMED);
        $sql = "SELECT userid, MIN(timecreated) AS first
                  FROM {logstore_standard_log}
                 WHERE courseid = :courseid AND userid $in AND realuserid IS NULL AND action = 'viewed'
              GROUP BY userid";
        return array_map('intval', $DB->get_records_sql_menu($sql, $params + ['courseid' => $courseid]));
    }
}
