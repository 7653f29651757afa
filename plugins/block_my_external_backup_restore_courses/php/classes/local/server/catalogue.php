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

namespace block_my_external_backup_restore_courses\local\server;

/**
 * The courses of a person, as another Moodle shows them before one is chosen.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class catalogue {
    /** @var string[] What orders a page; the id decides between equals, so that no course is on two pages. */
    private const SORTS = [
        'fullname' => 'c.fullname, c.id',
        'shortname' => 'c.shortname, c.id',
        'startdate' => 'c.startdate DESC, c.id',
        'newest' => 'c.timecreated DESC, c.id DESC',
    ];

    /**
     * A page of the courses, and all categories that hold some of them.
     *
     * @param string $match
     * @param string $username
     * @param string $search
     * @param int $categoryid
     * @param string $sort
     * @param int $page
     * @param int $perpage
     * @return array
     */
    public static function list_courses(
        string $match,
        string $username,
        string $search,
        int $categoryid,
        string $sort,
        int $page,
        int $perpage,
    ): array {
        global $DB;
        gate::pass();
        [$own, $params] = owned_courses::join((int) person::named($match, $username)->id);
        $categories = self::categories($own, $params);
        [$where, $filter] = self::filter(trim($search), $categoryid);
        $from = "FROM {course} c $own JOIN {course_categories} cc ON cc.id = c.category WHERE $where";
        $order = self::SORTS[$sort];
        $courses = $DB->get_records_sql(
            "SELECT c.id, c.shortname, c.fullname, c.idnumber, c.startdate, c.visible, c.category, COUNT(*) OVER () AS allofthem
             $from ORDER BY $order",
            $params + $filter,
            $page * $perpage,
            $perpage,
        );
        $identifiers = category_identifiers::of(array_column($courses, 'category'));
        // A page behind the last one holds no row that could say it.
        $total = $courses || $page === 0
            ? (reset($courses)->allofthem ?? 0) : $DB->count_records_sql("SELECT COUNT(c.id) $from", $params + $filter);
        return [
            'total' => (int) $total,
            'courses' => array_values(array_map(fn(\stdClass $course): array => [
                'id' => $course->id,
                'shortname' => $course->shortname,
                'fullname' => $course->fullname,
                'idnumber' => $course->idnumber,
                'startdate' => $course->startdate,
                'visible' => (bool) $course->visible,
                'categoryid' => $course->category,
                'categoryname' => $categories[$course->category] ?? '',
                'categoryidentifier' => $identifiers[$course->category] ?? '',
            ], $courses)),
            'categories' => array_map(
                fn(int $id, string $name): array => ['id' => $id, 'name' => $name],
                array_keys($categories),
                $categories,
            ),
        ];
    }

    /**
     * What one course is made of.
     *
     * @param string $match
     * @param string $username
     * @param int $courseid
     * @return array
     */
    public static function look_at_course(string $match, string $username, int $courseid): array {
        global $CFG;
        gate::pass();
        $userid = (int) person::named($match, $username)->id;
        leave::check($userid, $courseid, false, (int) $CFG->branch);
        $course = get_course($courseid);
        return [
            'id' => $course->id,
            'shortname' => $course->shortname,
            'fullname' => $course->fullname,
            'categoryidentifier' => category_identifiers::of([$course->category])[$course->category] ?? '',
            'release' => $CFG->release,
            'branch' => $CFG->branch,
            'bytes' => course_files::bytes($courseid),
            'contents' => course_files::count($courseid),
            'people' => course_facts::people($courseid),
            'userdata' => leave::with_users($userid, $courseid),
            'format' => $course->format,
            'activities' => course_facts::activities($courseid),
            'questiontypes' => course_facts::question_types($courseid),
            'blocks' => course_facts::blocks($courseid),
        ];
    }

    /**
     * The condition for what was searched and chosen; a category stands for those below it too.
     *
     * @param string $search
     * @param int $categoryid
     * @return array
     */
    private static function filter(string $search, int $categoryid): array {
        global $DB;
        $where = 'c.id <> :site';
        $params = ['site' => SITEID];
        if ($search !== '') {
            $found = [];
            foreach (['fullname', 'shortname', 'idnumber'] as $column) {
                $found[] = $DB->sql_like("c.$column", ":$column", false, false);
                $params[$column] = '%' . $DB->sql_like_escape($search) . '%';
            }
            $where .= ' AND (' . implode(' OR ', $found) . ')';
        }
        if ($categoryid !== 0) {
            $where .= ' AND (cc.id = :category OR ' . $DB->sql_like('cc.path', ':below') . ')';
            $params += ['category' => $categoryid, 'below' => '%/' . $categoryid . '/%'];
        }
        return [$where, $params];
    }

    /**
     * The categories that hold the courses, with those above them in the name, in the order of the site.
     *
     * @param string $own
     * @param array $params
     * @return string[] names by id
     */
    private static function categories(string $own, array $params): array {
        global $DB;
        $path = $DB->sql_concat('up.path', "'/%'");
        $rows = $DB->get_recordset_sql(
            "SELECT cc.id, up.name
               FROM {course_categories} cc
               JOIN {course_categories} up ON up.id = cc.id OR cc.path LIKE $path
              WHERE cc.id IN (SELECT c.category FROM {course} c $own)
           ORDER BY cc.sortorder, cc.id, up.depth",
            $params,
        );
        $names = [];
        foreach ($rows as $row) {
            $names[(int) $row->id][] = $row->name;
        }
        $rows->close();
        return array_map(fn(array $parts): string => implode(' / ', $parts), $names);
    }
}
