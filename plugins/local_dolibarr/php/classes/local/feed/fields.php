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

namespace local_dolibarr\local\feed;

/**
 * Trees of values as lists of names and values, which rules work on, and back.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class fields {
    /**
     * A tree as a list.
     *
     * @param array $tree
     * @param string $before
     * @return array fields as in rules/envelope.ts
     */
    public static function flat(array $tree, string $before = ''): array {
        $fields = [];
        foreach ($tree as $name => $value) {
            $fields[] = is_array($value) ? self::flat($value, "$before$name.") : [[
                'name' => "$before$name",
                'whole' => is_int($value) ? $value : null,
                'text' => is_int($value) || $value === null ? null : (string) $value,
            ]];
        }
        return array_merge(...$fields);
    }

    /**
     * A list as a tree.
     *
     * @param array $fields
     * @return array
     */
    public static function tree(array $fields): array {
        $tree = [];
        foreach ($fields as $field) {
            $place = &$tree;
            foreach (explode('.', $field['name']) as $name) {
                $place[$name] ??= null;
                $place = &$place[$name];
            }
            $place = $field['whole'] ?? $field['text'];
            unset($place);
        }
        return $tree;
    }
}
