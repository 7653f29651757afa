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
 * Learning times by the checklists of a course. Their tables are read as they stand: the module that makes them may come and go.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class checklists implements source {
    /** @var \stdClass[] Items of the course with the ways of their checklist. */
    private readonly array $items;

    /**
     * The checklists of a course.
     *
     * @param int $courseid
     */
    public function __construct(
        /** @var int Which. */
        private readonly int $courseid,
    ) {
        global $DB;
        $this->items = $DB->get_records_sql(
            "SELECT i.id, i.itemoptional, i.credittime, i.hidden, i.groupingid, l.teacheredit, l.declaredoverridepolicy
               FROM {learningtimecheck_item} i
               JOIN {learningtimecheck} l ON l.id = i.learningtimecheck
              WHERE l.course = :courseid AND i.userid = 0
           ORDER BY i.id",
            ['courseid' => $courseid],
        );
    }

    /**
     * Whether the module that makes checklists is there.
     *
     * @return bool
     */
    public static function are_there(): bool {
        global $DB;
        return $DB->get_manager()->table_exists('learningtimecheck_check');
    }

    /**
     * Whether the course has any.
     *
     * @return bool
     */
    public function has_items(): bool {
        return $this->items !== [];
    }

    #[\Override]
    public function items(array $userids): array {
        $checks = $this->checks($userids);
        $groupings = $this->groupings($userids);
        $items = array_fill_keys($userids, []);
        foreach ($userids as $userid) {
            foreach ($this->items as $item) {
                $isingrouping = isset($groupings[$userid][$item->groupingid]);
                $items[$userid][] = self::item($item, $checks[$userid][$item->id] ?? null, $isingrouping);
            }
        }
        return $items;
    }

    /**
     * An item for a person, as the rules take it.
     *
     * @param \stdClass $item
     * @param \stdClass|null $check
     * @param bool $isingrouping
     * @return array
     */
    private static function item(\stdClass $item, ?\stdClass $check, bool $isingrouping): array {
        return [
            'optional' => (int) $item->itemoptional,
            'credit' => max(0, (int) $item->credittime),
            'hidden' => (int) $item->hidden !== 0,
            'theirs' => (int) $item->groupingid === 0 || $isingrouping,
            'edit' => (int) $item->teacheredit,
            'policy' => (int) $item->declaredoverridepolicy,
            'ticked' => (int) ($check->usertimestamp ?? 0) > 0,
            'marked' => (int) ($check->teachermark ?? 0) === 1,
            'declared' => max(0, (int) ($check->declaredtime ?? 0)),
            'time' => max((int) ($check->usertimestamp ?? 0), (int) ($check->teachertimestamp ?? 0)),
        ];
    }

    /**
     * What people have ticked off and what was marked.
     *
     * @param int[] $userids
     * @return array by person and item
     */
    private function checks(array $userids): array {
        global $DB;
        [$in, $params] = $DB->get_in_or_equal($userids, SQL_PARAMS_NAMED);
        $rows = $DB->get_recordset_sql(
            "SELECT c.userid, c.item, c.usertimestamp, c.teachermark, c.teachertimestamp, c.declaredtime
               FROM {learningtimecheck_check} c
               JOIN {learningtimecheck_item} i ON i.id = c.item
               JOIN {learningtimecheck} l ON l.id = i.learningtimecheck
              WHERE l.course = :courseid AND c.userid $in",
            $params + ['courseid' => $this->courseid],
        );
        $checks = [];
        foreach ($rows as $row) {
            $checks[$row->userid][$row->item] = $row;
        }
        $rows->close();
        return $checks;
    }

    /**
     * The groupings of people, where an item asks for one.
     *
     * @param int[] $userids
     * @return array by person and grouping
     */
    private function groupings(array $userids): array {
        global $DB;
        if (array_filter(array_column($this->items, 'groupingid')) === []) {
            return [];
        }
        [$in, $params] = $DB->get_in_or_equal($userids, SQL_PARAMS_NAMED);
        $rows = $DB->get_recordset_sql(
            "SELECT m.userid, gg.groupingid
               FROM {groups_members} m
               JOIN {groups} g ON g.id = m.groupid
               JOIN {groupings_groups} gg ON gg.groupid = g.id
              WHERE g.courseid = :courseid AND m.userid $in",
            $params + ['courseid' => $this->courseid],
        );
        $groupings = [];
        foreach ($rows as $row) {
            $groupings[$row->userid][$row->groupingid] = true;
        }
        $rows->close();
        return $groupings;
    }
}
