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
 * The courses that have the block, with what the rules need to know of them.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class courses {
    /** @var string The block of a course, joined to a course `c`. */
    private const BLOCK = "JOIN {context} ctx ON ctx.instanceid = c.id AND ctx.contextlevel = :level
                           JOIN {block_instances} bi ON bi.parentcontextid = ctx.id AND bi.blockname = :blockname";

    /** @var string[]|null Paths of hidden categories, each with a slash at its end. */
    private ?array $hiddenpaths = null;

    /**
     * Those of the courses that exist and have the block.
     *
     * @param int[] $courseids
     * @return \stdClass[] by id, with `settings`, `hidden`, `contextid` and `path`
     */
    public function load(array $courseids): array {
        global $DB;
        if ($courseids === []) {
            return [];
        }
        [$in, $params] = $DB->get_in_or_equal($courseids, SQL_PARAMS_NAMED);
        $records = $DB->get_records_sql(
            "SELECT bi.id AS blockid, bi.configdata, c.id, c.shortname, c.fullname, c.visible, c.startdate, c.enddate, c.lang,
                    cc.path AS categorypath, ctx.id AS contextid, ctx.path
               FROM {course} c
               JOIN {course_categories} cc ON cc.id = c.category
                    " . self::BLOCK . "
              WHERE c.id $in
           ORDER BY c.id, bi.id DESC",
            $params + ['level' => CONTEXT_COURSE, 'blockname' => 'course_notification']
        );
        $courses = [];
        foreach ($records as $record) {
            $record->settings = course_settings::effective((object) [
                'id' => $record->blockid,
                'parentcontextid' => $record->contextid,
                'configdata' => $record->configdata,
            ]);
            $record->hidden = !$record->visible || $this->is_hidden((string) $record->categorypath);
            unset($record->configdata);
            $courses[(int) $record->id] = $record;
        }
        return $courses;
    }

    /**
     * Courses with the block, in parts that are read together: small courses side by side, large ones cut by user id.
     *
     * @param int $size how many enrolments a part may have
     * @param int[] $only these courses only; none means all
     * @return \Generator<scope>
     */
    public static function parts(int $size, array $only = []): \Generator {
        $batch = [];
        $sum = 0;
        foreach (self::sizes($only) as $courseid => $enrolments) {
            if ($enrolments > $size) {
                yield from self::ranges((int) $courseid, $size);
                continue;
            }
            if ($sum + $enrolments > $size || count($batch) >= 500) {
                yield scope::courses($batch);
                [$batch, $sum] = [[], 0];
            }
            $batch[] = (int) $courseid;
            $sum += (int) $enrolments;
        }
        if ($batch !== []) {
            yield scope::courses($batch);
        }
    }

    /**
     * How many enrolments each course with the block has.
     *
     * @param int[] $only these courses only; none means all
     * @return int[] by course id
     */
    public static function sizes(array $only = []): array {
        global $DB;
        [$where, $params] = $only === [] ? ['<> 0', []] : $DB->get_in_or_equal($only, SQL_PARAMS_NAMED);
        return array_map('intval', $DB->get_records_sql_menu(
            "SELECT c.id, COUNT(ue.id)
               FROM {course} c
                    " . self::BLOCK . "
          LEFT JOIN {enrol} e ON e.courseid = c.id
          LEFT JOIN {user_enrolments} ue ON ue.enrolid = e.id
              WHERE c.id $where
           GROUP BY c.id
           ORDER BY c.id",
            $params + ['level' => CONTEXT_COURSE, 'blockname' => 'course_notification']
        ));
    }

    /**
     * A large course, cut by user id.
     *
     * @param int $courseid
     * @param int $size
     * @return \Generator<scope>
     */
    private static function ranges(int $courseid, int $size): \Generator {
        global $DB;
        $from = 1;
        do {
            $next = $DB->get_records_sql(
                "SELECT DISTINCT ue.userid
                   FROM {user_enrolments} ue
                   JOIN {enrol} e ON e.id = ue.enrolid
                  WHERE e.courseid = :courseid AND ue.userid >= :fromuser
               ORDER BY ue.userid",
                ['courseid' => $courseid, 'fromuser' => $from],
                $size - 1,
                1
            );
            $upto = (int) (array_key_first($next) ?? 0);
            yield scope::range($courseid, $from, $upto);
            $from = $upto + 1;
        } while ($upto > 0);
    }

    /**
     * Whether a category or one above it is hidden.
     *
     * @param string $path
     * @return bool
     */
    private function is_hidden(string $path): bool {
        global $DB;
        if ($this->hiddenpaths === null) {
            $this->hiddenpaths = array_map(
                static fn(string $hidden): string => $hidden . '/',
                $DB->get_fieldset_select('course_categories', 'path', 'visible = 0')
            );
        }
        foreach ($this->hiddenpaths as $hidden) {
            if (str_starts_with($path . '/', $hidden)) {
                return true;
            }
        }
        return false;
    }
}
