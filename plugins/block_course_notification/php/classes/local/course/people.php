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

namespace block_course_notification\local\course;

/**
 * The people of a course as far as the reader may see them, as on core's page of participants: with separate groups those of
 * one's own groups, suspended people and hidden fields only where the role allows it. Every page, list and action asks here.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class people {
    /** @var \core\context\course The course, as a place where roles are held. */
    private readonly \core\context\course $context;

    /** @var int[]|null The groups whose members may be seen; null is everyone. */
    private readonly ?array $groupids;

    /** @var string[] The fields that the site hides from this reader. */
    private readonly array $hidden;

    /**
     * The people of a course, or of one group of it.
     *
     * @param int $courseid
     * @param int $groupid 0 is no particular one
     */
    public function __construct(
        /** @var int The course. */
        public readonly int $courseid,
        int $groupid = 0,
    ) {
        global $CFG;
        $this->context = \core\context\course::instance($courseid);
        $this->groupids = $this->visible_groups($groupid);
        $this->hidden = has_capability('moodle/course:viewhiddenuserfields', $this->context)
            ? []
            : explode(',', (string) $CFG->hiddenuserfields);
    }

    /**
     * The ids of the people as a query of its own.
     *
     * @param string $capability that they must have; '' is none
     * @param bool $onlyactive whether suspended people are left out even where they may be seen
     * @return array{string, array} SQL and parameters
     */
    public function sql(string $capability = '', bool $onlyactive = false): array {
        if ($this->groupids === []) {
            // For get_enrolled_sql() no groups are all groups.
            return ['SELECT u.id FROM {user} u WHERE 1 = 0', []];
        }
        $onlyactive = $onlyactive || !$this->shows_suspended();
        return get_enrolled_sql($this->context, $capability, $this->groupids ?? 0, $onlyactive);
    }

    /**
     * The ids of the people, as a list that is never empty where not everyone may be seen.
     *
     * @return int[] none is everyone
     */
    public function ids(): array {
        global $DB;
        return $this->are_all() ? [] : [0, ...array_map('intval', $DB->get_fieldset_sql(...$this->sql()))];
    }

    /**
     * Whether a person may be seen.
     *
     * @param int $userid
     * @param string $capability that they must have; '' is none
     * @param bool $onlyactive
     * @return bool
     */
    public function includes(int $userid, string $capability = '', bool $onlyactive = false): bool {
        global $DB;
        [$sql, $params] = $this->sql($capability, $onlyactive);
        $params['person'] = $userid;
        return $DB->record_exists_sql("SELECT 1 FROM {user} p WHERE p.id = :person AND p.id IN ($sql)", $params);
    }

    /**
     * A person, who must be one that may be seen.
     *
     * @param int $userid
     * @return \stdClass
     */
    public function require(int $userid): \stdClass {
        if (!$this->includes($userid)) {
            throw new \moodle_exception('usernotincourse');
        }
        return \core_user::get_user($userid, '*', MUST_EXIST);
    }

    /**
     * People by their name or by what the reader may identify them by, as many as a list is still read.
     *
     * @param string $query
     * @param int $most
     * @param string $capability that they must have; '' is none
     * @param bool $onlyactive
     * @return array<int, array{id: int, name: string}>
     */
    public function named(string $query, int $most, string $capability = '', bool $onlyactive = false): array {
        global $DB;
        [$enrolled, $params] = $this->sql($capability, $onlyactive);
        $names = \core_user\fields::for_identity($this->context)->with_name()->get_sql('u', true);
        $sought = [$DB->sql_fullname('u.firstname', 'u.lastname')];
        foreach (\core_user\fields::get_identity_fields($this->context) as $field) {
            $sought[] = $names->mappings[$field];
        }
        $like = [];
        foreach ($sought as $at => $field) {
            $like[] = $DB->sql_like($field, ":query$at", false, false);
            $params["query$at"] = '%' . $DB->sql_like_escape($query) . '%';
        }
        $users = $DB->get_records_sql(
            "SELECT u.id {$names->selects}
               FROM {user} u
                    {$names->joins}
               JOIN ($enrolled) e ON e.id = u.id
              WHERE " . implode(' OR ', $like) . "
           ORDER BY u.lastname, u.firstname, u.id",
            $params + $names->params,
            0,
            $most
        );
        return array_values(array_map(fn(\stdClass $user): array => [
            'id' => (int) $user->id,
            'name' => $this->name($user),
        ], $users));
    }

    /**
     * The name of a person, as the reader may know it.
     *
     * @param \stdClass $user
     * @return string
     */
    public function name(\stdClass $user): string {
        return fullname($user, has_capability('moodle/site:viewfullnames', $this->context));
    }

    /**
     * What these people are called together, plain.
     *
     * @return string
     */
    public function called(): string {
        if ($this->groupids === null) {
            return get_string('act:everyone', 'block_course_notification');
        }
        $options = ['context' => $this->context, 'escape' => false];
        $name = static fn(int $id): string => format_string(groups_get_group_name($id), true, $options);
        $names = array_map($name, $this->groupids);
        \core_collator::asort($names);
        return get_string('act:groups', 'block_course_notification', implode(', ', $names));
    }

    /**
     * What tells these people from those whom another reader may see.
     *
     * @return string
     */
    public function key(): string {
        return implode(',', $this->groupids ?? ['all']) . ($this->shows_suspended() ? '' : ' active');
    }

    /**
     * A condition that lets through those only who may be seen.
     *
     * @param string $column with the ids of people
     * @return array{string, array} SQL and parameters
     */
    public function condition(string $column): array {
        if ($this->are_all()) {
            return ['1 = 1', []];
        }
        [$sql, $params] = $this->sql();
        return ["$column IN ($sql)", $params];
    }

    /**
     * Whether everyone may be seen.
     *
     * @return bool
     */
    public function are_all(): bool {
        return $this->groupids === null && $this->shows_suspended();
    }

    /**
     * Whether there is nobody to be seen for want of a group.
     *
     * @return bool
     */
    public function are_none(): bool {
        return $this->groupids === [];
    }

    /**
     * Whether the reader may know when somebody last came.
     *
     * @return bool
     */
    public function shows_last_access(): bool {
        return !in_array('lastaccess', $this->hidden, true);
    }

    /**
     * Whether the reader may know who is in which group.
     *
     * @return bool
     */
    public function shows_groups(): bool {
        return !in_array('groups', $this->hidden, true);
    }

    /**
     * Whether the reader may see people whose enrolment is suspended, not yet or no longer valid.
     *
     * @return bool
     */
    private function shows_suspended(): bool {
        return has_all_capabilities(['moodle/course:enrolreview', 'moodle/course:viewsuspendedusers'], $this->context);
    }

    /**
     * The groups whose members may be seen.
     *
     * @param int $groupid 0 is no particular one
     * @return int[]|null null is everyone
     */
    private function visible_groups(int $groupid): ?array {
        global $USER;
        $isseparate = !has_capability('moodle/site:accessallgroups', $this->context)
            && (int) get_course($this->courseid)->groupmode === SEPARATEGROUPS;
        if (!$isseparate && $groupid === 0) {
            return null;
        }
        $found = groups_get_all_groups($this->courseid, $isseparate ? $USER->id : 0, 0, 'g.id, g.name');
        $groups = array_map('intval', array_keys($found));
        return $groupid === 0 ? $groups : array_values(array_intersect($groups, [$groupid]));
    }
}
