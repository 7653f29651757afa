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
 * What a backup for another Moodle holds: all that core's own full backup would.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class export_settings {
    /** @var string[] What every course takes along. */
    private const ALWAYS = [
        'activities',
        'blocks',
        'filters',
        'badges',
        'calendarevents',
        'questionbank',
        'groups',
        'customfield',
        'contentbankcontent',
        'legacyfiles',
    ];

    /** @var string[] What belongs to its people. */
    private const OF_USERS = [
        'users',
        'role_assignments',
        'comments',
        'userscompletion',
        'xapistate',
    ];

    /** @var string[] What core's own backup leaves behind unless somebody wants it: they may be larger than all the rest. */
    private const NEVER = [
        'anonymize',
        'logs',
        'grade_histories',
    ];

    /**
     * The value of each setting that we know; core's own stays for the others.
     *
     * @param string[] $names the settings that this Moodle has, in their order
     * @param bool $withusers
     * @param bool $withfiles
     * @return array values by name
     */
    public static function values(array $names, bool $withusers, bool $withfiles): array {
        $values = ['files' => $withfiles, 'filename' => register::FILENAME]
            + array_fill_keys(self::ALWAYS, true)
            + array_fill_keys(self::OF_USERS, $withusers)
            + array_fill_keys(self::NEVER, false);
        $chosen = [];
        foreach ($names as $name) {
            $value = $values[$name] ?? self::of_part($name, $withusers);
            if ($value !== null) {
                $chosen[$name] = $value;
            }
        }
        return $chosen;
    }

    /**
     * The value of a setting of a section or an activity.
     *
     * @param string $name
     * @param bool $withusers
     * @return bool|null null where it is neither
     */
    private static function of_part(string $name, bool $withusers): ?bool {
        return match (true) {
            str_ends_with($name, '_included') => true,
            str_ends_with($name, '_userinfo') => $withusers,
            default => null,
        };
    }
}
