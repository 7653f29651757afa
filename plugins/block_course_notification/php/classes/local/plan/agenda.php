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

namespace block_course_notification\local\plan;

use block_course_notification\local\facts\scope;

/**
 * The table of what is planned. Rows are written in sets.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class agenda {
    /** @var string The table. */
    private const TABLE = 'block_course_notification_due';

    /** @var array What makes a row unique. */
    private const KEY = ['courseid' => true, 'userid' => true, 'signalname' => true];

    /** @var int How many rows one statement writes. */
    private const AT_ONCE = 2000;

    /**
     * What is planned within a scope.
     *
     * @param scope $scope
     * @return array<string, array<string, \stdClass>> by `courseid:userid` and signal
     */
    public static function read(scope $scope): array {
        [$where, $params] = $scope->sql('courseid', 'userid');
        $rows = [];
        foreach ($scope->rows('SELECT * FROM {' . self::TABLE . "} WHERE $where", $params) as $record) {
            if ($scope->holds($record->courseid, $record->userid)) {
                $rows[$record->courseid . ':' . $record->userid][$record->signalname] = $record;
            }
        }
        return $rows;
    }

    /**
     * The rows due at a moment, oldest first: their ids, by course.
     *
     * @param int $now
     * @param int[] $courseids these courses only; none means all
     * @param int[] $userids these people only; none means all
     * @return array<int, int[]> courses in the order of their oldest row
     */
    public static function due(int $now, array $courseids = [], array $userids = []): array {
        global $DB;
        [$where, $params] = self::condition($courseids, $userids);
        $where = "timedue <= :now AND $where";
        $params['now'] = $now;
        // Most runs have nothing to do, and a cursor costs more than this question.
        if (!$DB->record_exists_select(self::TABLE, $where, $params)) {
            return [];
        }
        $records = $DB->get_recordset_select(self::TABLE, $where, $params, 'timedue, id', 'id, courseid');
        $due = [];
        foreach ($records as $record) {
            $due[(int) $record->courseid][] = (int) $record->id;
        }
        $records->close();
        return $due;
    }

    /**
     * A condition on courses and people.
     *
     * @param int[] $courseids
     * @param int[] $userids
     * @return array{string, array} SQL and parameters
     */
    private static function condition(array $courseids, array $userids): array {
        global $DB;
        $where = ['1 = 1'];
        $params = [];
        foreach (['courseid' => $courseids, 'userid' => $userids] as $column => $ids) {
            if ($ids !== []) {
                [$in, $more] = $DB->get_in_or_equal($ids, SQL_PARAMS_NAMED, $column);
                $where[] = "$column $in";
                $params += $more;
            }
        }
        return [implode(' AND ', $where), $params];
    }

    /**
     * Rows by their ids, oldest first.
     *
     * @param int[] $ids
     * @return \stdClass[]
     */
    public static function rows(array $ids): array {
        global $DB;
        return $ids === [] ? [] : array_values($DB->get_records_list(self::TABLE, 'id', $ids, 'timedue, id'));
    }

    /**
     * Makes the table say what is planned: rows that are gone are deleted, new and changed ones written.
     *
     * @param int[] $gone ids
     * @param array[] $rows each with courseid, userid, signalname, anchor and timedue
     */
    public static function write(array $gone, array $rows): void {
        global $DB;
        foreach (array_chunk($gone, self::AT_ONCE) as $ids) {
            $DB->delete_records_list(self::TABLE, 'id', $ids);
        }
        foreach (array_chunk($rows, self::AT_ONCE) as $some) {
            self::insert($some);
        }
    }

    /**
     * Inserts rows, but for those that another process has planned in the meantime: halves are tried until it is found.
     * One statement for all: $DB->insert_records() writes fifty at a time, which takes twice as long and forty times the queries.
     *
     * @param array[] $rows
     */
    private static function insert(array $rows): void {
        global $DB;
        $columns = array_keys($rows[0]);
        $places = implode(',', array_fill(0, count($rows), '(' . implode(',', array_fill(0, count($columns), '?')) . ')'));
        $values = [];
        foreach ($rows as $row) {
            foreach ($row as $value) {
                $values[] = $value;
            }
        }
        try {
            $DB->execute('INSERT INTO {' . self::TABLE . '} (' . implode(',', $columns) . ") VALUES $places", $values);
        } catch (\dml_write_exception $problem) {
            if (count($rows) > 1) {
                array_map(self::insert(...), array_chunk($rows, intdiv(count($rows) + 1, 2)));
            } else if (!$DB->record_exists(self::TABLE, array_intersect_key($rows[0], self::KEY))) {
                throw $problem;
            }
        }
    }
}
