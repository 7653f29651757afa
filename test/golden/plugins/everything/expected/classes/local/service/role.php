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

namespace local_everything\local\service;

/**
 * The role of the service account, with just what it needs.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class role {
    /**
     * The role, what it allows, and which roles it may give to others.
     *
     * @return iterable<fact>
     */
    public static function facts(): iterable {
        yield fact::of('role', blueprint::ROLE, self::id() !== 0, self::create(...));
        $levels = self::id() === 0 ? [] : array_map('intval', get_role_contextlevels(self::id()));
        yield fact::of('rolelevel', null, in_array(CONTEXT_SYSTEM, $levels, true), static function () use ($levels): void {
            set_role_contextlevels(self::id(), [...array_values($levels), CONTEXT_SYSTEM]);
        });
        $allowed = self::allowed();
        foreach (blueprint::CAPABILITIES as $capability) {
            $make = get_capability_info($capability) === null ? null : static fn() => self::allow($capability);
            yield fact::of('capability', $capability, in_array($capability, $allowed, true), $make);
        }
        $more = array_diff($allowed, blueprint::CAPABILITIES);
        if ($more !== []) {
            yield fact::of('more', implode(', ', $more), true);
        }
        foreach (blueprint::ASSIGNS as $name) {
            yield self::assigns($name);
        }
    }

    /**
     * Id of the role; 0 where there is none.
     *
     * @return int
     */
    public static function id(): int {
        global $DB;
        return (int) $DB->get_field('role', 'id', ['shortname' => blueprint::ROLE]);
    }

    /**
     * Makes the role.
     */
    private static function create(): void {
        $name = get_string('service:rolename', 'local_everything', get_string('pluginname', 'local_everything'));
        create_role($name, blueprint::ROLE, get_string('service:roleabout', 'local_everything', blueprint::SERVICE));
    }

    /**
     * What the role allows in the whole site.
     *
     * @return string[]
     */
    private static function allowed(): array {
        global $DB;
        $context = \core\context\system::instance();
        $conditions = ['roleid' => self::id(), 'contextid' => $context->id, 'permission' => CAP_ALLOW];
        return array_values($DB->get_records_menu('role_capabilities', $conditions, 'capability', 'id, capability'));
    }

    /**
     * Has the role allow something.
     *
     * @param string $capability
     */
    private static function allow(string $capability): void {
        assign_capability($capability, CAP_ALLOW, self::id(), \core\context\system::instance(), true);
    }

    /**
     * That the role may give another role to people.
     *
     * @param string $name short name or archetype of the other role
     * @return fact
     */
    private static function assigns(string $name): fact {
        global $DB;
        $roles = $DB->get_records('role', ['shortname' => $name], '', 'id, shortname') ?: get_archetype_roles($name);
        if ($roles === []) {
            return fact::of('noassign', $name, false);
        }
        $there = $DB->get_records_menu('role_allow_assign', ['roleid' => self::id()], '', 'id, allowassign');
        $missing = array_diff(array_column($roles, 'id'), $there);
        return fact::of('assign', implode(', ', array_column($roles, 'shortname')), $missing === [], static function () use (
            $missing,
        ): void {
            foreach ($missing as $id) {
                core_role_set_assign_allowed(self::id(), $id);
            }
        });
    }
}
