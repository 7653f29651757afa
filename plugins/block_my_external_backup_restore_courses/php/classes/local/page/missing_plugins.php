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

namespace block_my_external_backup_restore_courses\local\page;

/**
 * What a course uses and this site lacks: it would come without it.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class missing_plugins {
    /** @var string[] Types of plugin by the list that names them. */
    private const LISTS = ['activities' => 'mod', 'questiontypes' => 'qtype', 'blocks' => 'block'];

    /**
     * What is missing, in words.
     *
     * @param array $look
     * @return string[]
     */
    public static function of(array $look): array {
        $missing = [];
        foreach (self::LISTS as $list => $type) {
            $here = \core_component::get_plugin_list($type);
            foreach ($look[$list] as $used) {
                if (!isset($here[self::bare((string) $used['name'], $type)])) {
                    $missing[] = get_string("look:no$type", 'block_my_external_backup_restore_courses', [
                        'name' => $used['name'],
                        'count' => (int) $used['count'],
                    ]);
                }
            }
        }
        if ($look['format'] !== '' && !isset(\core_component::get_plugin_list('format')[$look['format']])) {
            $missing[] = get_string('look:noformat', 'block_my_external_backup_restore_courses', $look['format']);
        }
        return $missing;
    }

    /**
     * A name without its type.
     *
     * @param string $name
     * @param string $type
     * @return string
     */
    private static function bare(string $name, string $type): string {
        return preg_replace("/^{$type}_/", '', $name);
    }
}
