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

namespace block_course_notification\local\facts;

/**
 * Learners whose facts are read together: some pairs of course and user, or whole courses, or a range of users of a course.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class scope {
    /** @var int More pairs than this are found by their courses and users. */
    private const MOST_PAIRS = 1000;

    /** @var array<string, true>|null The only pairs that count, as `courseid:userid`; null lets all count. */
    private ?array $pairs = null;

    /** @var int[]|null The only users that count; null lets all count. */
    private ?array $userids = null;

    /** @var int Users from this one on. */
    private int $from = 0;

    /** @var int Users up to this one; 0 is no limit. */
    private int $upto = 0;

    /**
     * All learners of some courses.
     *
     * @param int[] $courseids
     */
    private function __construct(
        /** @var int[] The courses. */
        public readonly array $courseids,
    ) {
    }

    /**
     * All learners of some courses.
     *
     * @param int[] $courseids
     * @return self
     */
    public static function courses(array $courseids): self {
        return new self(array_values(array_unique($courseids)));
    }

    /**
     * The learners of a course within a range of user ids.
     *
     * @param int $courseid
     * @param int $from
     * @param int $upto 0 is no limit
     * @return self
     */
    public static function range(int $courseid, int $from, int $upto): self {
        $scope = new self([$courseid]);
        $scope->from = $from;
        $scope->upto = $upto;
        return $scope;
    }

    /**
     * Some users of some courses, each pair given as [courseid, userid].
     *
     * @param array[] $pairs of course and user, (int, int) each
     * @return self
     */
    public static function pairs(array $pairs): self {
        $scope = new self(array_values(array_unique(array_column($pairs, 0))));
        $scope->userids = array_values(array_unique(array_column($pairs, 1)));
        $scope->pairs = [];
        foreach ($pairs as [$courseid, $userid]) {
            $scope->pairs["$courseid:$userid"] = true;
        }
        return $scope;
    }

    /**
     * Whether a pair belongs here; the SQL may find more.
     *
     * @param int|string $courseid
     * @param int|string $userid
     * @return bool
     */
    public function holds(int|string $courseid, int|string $userid): bool {
        return $this->pairs === null || isset($this->pairs["$courseid:$userid"]);
    }

    /**
     * Rows about these learners, one after the other. A few are read at once: on PostgreSQL a cursor costs two queries more.
     *
     * @param string $sql the first column is an id
     * @param array $params
     * @return \Generator<\stdClass>
     */
    public function rows(string $sql, array $params): \Generator {
        global $DB;
        if ($this->pairs !== null && count($this->pairs) <= self::MOST_PAIRS) {
            yield from $DB->get_records_sql($sql, $params);
            return;
        }
        $records = $DB->get_recordset_sql($sql, $params);
        yield from $records;
        $records->close();
    }

    /**
     * A condition on a course column and a user column. Pairs are given as they are where the lists of their courses and users
     * would find many more: the same thousand people in two hundred courses are two hundred thousand pairs.
     *
     * @param string $course
     * @param string $user
     * @return array{string, array} SQL and parameters
     */
    public function sql(string $course, string $user): array {
        global $DB;
        if ($this->courseids === [] || $this->userids === []) {
            return ['1 = 0', []];
        }
        if ($this->is_sparse()) {
            if (strstr($course, '.', true) === strstr($user, '.', true)) {
                return $this->course_by_course($course, $user);
            }
            [$pairs, $params] = $this->pairs_sql();
            return ["($course, $user) IN (SELECT pairs.courseid, pairs.userid FROM $pairs)", $params];
        }
        [$in, $params] = $DB->get_in_or_equal($this->courseids, SQL_PARAMS_NAMED, 'sc');
        $where = ["$course $in"];
        if ($this->userids !== null) {
            [$in, $more] = $DB->get_in_or_equal($this->userids, SQL_PARAMS_NAMED, 'su');
            $where[] = "$user $in";
            $params += $more;
        }
        if ($this->from > 0) {
            $where[] = "$user >= :scopefrom";
            $params['scopefrom'] = $this->from;
        }
        if ($this->upto > 0) {
            $where[] = "$user <= :scopeupto";
            $params['scopeupto'] = $this->upto;
        }
        return [implode(' AND ', $where), $params];
    }

    /**
     * The pairs as lists of users, course by course. Where both columns are of one table, its index is searched for just these, and
     * that even where the database knows little yet of a table that has just been filled.
     *
     * @param string $course
     * @param string $user
     * @return array{string, array} SQL and parameters
     */
    private function course_by_course(string $course, string $user): array {
        global $DB;
        $users = $where = $params = [];
        foreach (array_keys($this->pairs) as $pair) {
            [$courseid, $userid] = explode(':', $pair);
            $users[$courseid][] = (int) $userid;
        }
        foreach ($users as $courseid => $userids) {
            [$in, $more] = $DB->get_in_or_equal($userids, SQL_PARAMS_NAMED, 'su');
            $where[] = "($course = :sc$courseid AND $user $in)";
            $params += $more + ["sc$courseid" => $courseid];
        }
        return ['(' . implode(' OR ', $where) . ')', $params];
    }

    /**
     * Whether the lists of courses and users would find many more than the pairs.
     *
     * @return bool
     */
    private function is_sparse(): bool {
        $count = count($this->pairs ?? []);
        return $count > 0 && $count <= self::MOST_PAIRS && count($this->courseids) * count($this->userids) > 2 * $count;
    }

    /**
     * The pairs as a table. PostgreSQL takes long to plan as many selects, and has a shorter way to say it.
     *
     * @return array{string, array} SQL of a table with an alias and the columns courseid and userid, and parameters
     */
    private function pairs_sql(): array {
        global $DB;
        $rows = $params = [];
        foreach (array_keys($this->pairs) as $at => $pair) {
            [$params["pairc$at"], $params["pairu$at"]] = array_map('intval', explode(':', $pair));
            $rows[] = [":pairc$at", ":pairu$at"];
        }
        // The first row says of which type they are.
        $rows[0] = array_map($DB->sql_cast_char2int(...), $rows[0]);
        if ($DB->get_dbfamily() === 'postgres') {
            $values = array_map(static fn(array $row): string => "($row[0], $row[1])", $rows);
            return ['(VALUES ' . implode(', ', $values) . ') pairs (courseid, userid)', $params];
        }
        $first = array_shift($rows);
        $from = $DB->sql_null_from_clause();
        $selects = array_map(static fn(array $row): string => "SELECT $row[0], $row[1]$from", $rows);
        $all = ["SELECT $first[0] AS courseid, $first[1] AS userid$from", ...$selects];
        return ['(' . implode(' UNION ALL ', $all) . ') pairs', $params];
    }
}
