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
 * Who is not to be notified in a course, judged for many people at once as has_capability() would for each of them.
 *
 * An administrator who takes part in a course is judged by the roles held there, not by being an administrator.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class exclusions {
    /** @var string Whoever has it is told about the course. */
    private const NOTIFIED = 'block/course_notification:benotified';

    /** @var string Whoever has it is never told. */
    private const EXCLUDED = 'block/course_notification:excludefromnotification';

    /** @var array<string, array<int, array<int, int>>>|null Permissions by capability, role and context. */
    private ?array $permissions = null;

    /** @var array<string, bool> Verdicts on sets of roles, which are the same for most learners. */
    private array $known = [];

    /**
     * The pairs of course and user who are not to be notified.
     *
     * @param \stdClass[] $courses as courses::load() gives them
     * @param array $pairs those who are asked about, as [courseid, userid]
     * @return \Closure(int, int): bool
     */
    public function among(array $courses, array $pairs): \Closure {
        $assigned = $this->assignments($courses, $pairs);
        $this->known = [];
        return function (int $courseid, int $userid) use ($courses, $assigned): bool {
            $contexts = explode('/', trim($courses[$courseid]->path, '/'));
            $roles = [];
            foreach ($contexts as $contextid) {
                foreach ($assigned[$userid][(int) $contextid] ?? [] as $roleid) {
                    $roles[$roleid] = true;
                }
            }
            return $this->is_excluded($contexts, array_keys($roles));
        };
    }

    /**
     * Whether these roles exclude from notifications in the last of these contexts.
     *
     * @param string[] $contexts from the system down
     * @param int[] $roles
     * @return bool
     */
    private function is_excluded(array $contexts, array $roles): bool {
        global $CFG;
        if (!empty($CFG->defaultuserroleid)) {
            $roles[] = (int) $CFG->defaultuserroleid;
        }
        sort($roles);
        $key = end($contexts) . ':' . implode(',', $roles);
        return $this->known[$key] ??=
            $this->allows(self::EXCLUDED, $contexts, $roles) || !$this->allows(self::NOTIFIED, $contexts, $roles);
    }

    /**
     * Whether any of the roles allows something: the deepest permission of each counts, and a prohibition ends it.
     *
     * @param string $capability
     * @param string[] $contexts from the system down
     * @param int[] $roles
     * @return bool
     */
    private function allows(string $capability, array $contexts, array $roles): bool {
        $this->permissions ??= self::load_permissions();
        $allowed = false;
        foreach ($roles as $roleid) {
            $permission = null;
            foreach (array_reverse($contexts) as $contextid) {
                $given = $this->permissions[$capability][$roleid][(int) $contextid] ?? null;
                if ($given === CAP_PROHIBIT) {
                    return false;
                }
                $permission ??= $given;
            }
            $allowed = $allowed || $permission === CAP_ALLOW;
        }
        return $allowed;
    }

    /**
     * The roles of people in the courses and above them.
     *
     * @param \stdClass[] $courses
     * @param array $pairs as [courseid, userid]
     * @return array<int, array<int, int[]>> role ids by user and context
     */
    private function assignments(array $courses, array $pairs): array {
        global $DB;
        $above = [];
        foreach ($courses as $course) {
            $above += array_flip(array_slice(explode('/', trim($course->path, '/')), 0, -1));
        }
        if ($above === [] || $pairs === []) {
            return [];
        }
        $incourse = array_map(static fn(array $pair): array => [(int) $courses[$pair[0]]->contextid, $pair[1]], $pairs);
        [$within, $params] = scope::pairs($incourse)->sql('ra.contextid', 'ra.userid');
        [$incontext, $more] = $DB->get_in_or_equal(array_keys($above), SQL_PARAMS_NAMED, 'ctx');
        [$inuser, $users] = $DB->get_in_or_equal(array_values(array_unique(array_column($pairs, 1))), SQL_PARAMS_NAMED, 'usr');
        $records = $DB->get_records_sql(
            "SELECT ra.id, ra.userid, ra.contextid, ra.roleid
               FROM {role_assignments} ra
              WHERE $within
              UNION ALL
             SELECT ra.id, ra.userid, ra.contextid, ra.roleid
               FROM {role_assignments} ra
              WHERE ra.contextid $incontext AND ra.userid $inuser",
            $params + $more + $users
        );
        $assigned = [];
        foreach ($records as $record) {
            $assigned[(int) $record->userid][(int) $record->contextid][] = (int) $record->roleid;
        }
        return $assigned;
    }

    /**
     * What every role may, of the two capabilities that count here.
     *
     * @return array<string, array<int, array<int, int>>>
     */
    private static function load_permissions(): array {
        global $DB;
        [$in, $params] = $DB->get_in_or_equal([self::NOTIFIED, self::EXCLUDED], SQL_PARAMS_NAMED);
        $permissions = [];
        foreach ($DB->get_records_select('role_capabilities', "capability $in", $params) as $record) {
            $permissions[$record->capability][(int) $record->roleid][(int) $record->contextid] = (int) $record->permission;
        }
        return $permissions;
    }
}
