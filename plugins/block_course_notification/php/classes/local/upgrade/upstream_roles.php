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

namespace block_course_notification\local\upgrade;

/**
 * What roles may do, after the earlier plugin: its capabilities were known to Moodle, but given to nobody.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class upstream_roles {
    /** @var string The plugin. */
    private const PLUGIN = 'block_course_notification';

    /**
     * Gives each capability to the roles that a new installation would give it to, unless somebody has decided on it for any role.
     *
     * Moodle does so for capabilities that it does not know yet. So it has to forget them first.
     */
    public static function give(): void {
        global $DB;
        $decided = "EXISTS (SELECT 1 FROM {role_capabilities} rc WHERE rc.capability = {capabilities}.name)";
        $DB->delete_records_select('capabilities', "component = :component AND NOT $decided", ['component' => self::PLUGIN]);
        update_capabilities(self::PLUGIN);
        self::report();
    }

    /**
     * Says which roles of learners may not be notified: the earlier plugin asked no role, and mailed everybody who was enrolled.
     */
    private static function report(): void {
        global $OUTPUT;
        $roles = self::unheard();
        if ($roles !== []) {
            $names = implode(', ', array_map(static fn(\stdClass $role): string => role_get_name($role), $roles));
            echo $OUTPUT->notification(get_string('upgrade:unheard', self::PLUGIN, $names), 'warning');
        }
    }

    /**
     * Roles that people hold in courses with the block, and for which nothing says whether they are to be notified.
     *
     * @return \stdClass[]
     */
    private static function unheard(): array {
        global $DB;
        return $DB->get_records_sql(
            "SELECT r.*
               FROM {role} r
              WHERE EXISTS (SELECT 1
                              FROM {role_assignments} ra
                              JOIN {block_instances} bi ON bi.parentcontextid = ra.contextid AND bi.blockname = :blockname
                             WHERE ra.roleid = r.id)
                    AND NOT EXISTS (SELECT 1
                                      FROM {role_capabilities} rc
                                     WHERE rc.roleid = r.id AND rc.permission = :allow AND rc.capability IN (:benotified, :exclude))
           ORDER BY r.sortorder",
            [
                'blockname' => 'course_notification',
                'allow' => CAP_ALLOW,
                'benotified' => 'block/course_notification:benotified',
                'exclude' => 'block/course_notification:excludefromnotification',
            ]
        );
    }
}
