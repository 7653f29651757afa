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
 * Reads the limits of a token as people write them.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class limits {
    /**
     * The end of a day, as a moment; 0 for "never".
     *
     * @param string $day YYYY-MM-DD or never
     * @return int|null null where it is neither, or over
     */
    public static function validuntil(string $day): ?int {
        if ($day === 'never') {
            return 0;
        }
        $moment = \DateTimeImmutable::createFromFormat('!Y-m-d H:i:s', "$day 23:59:59", \core_date::get_server_timezone_object());
        if ($moment === false || $moment->format('Y-m-d') !== $day) {
            return null;
        }
        return $moment->getTimestamp() > \core\di::get(\core\clock::class)->time() ? $moment->getTimestamp() : null;
    }

    /**
     * Addresses and networks, as Moodle understands them.
     *
     * @param string $list separated by commas; empty for none
     * @return string|null null where one of them is none
     */
    public static function iprestriction(string $list): ?string {
        $parts = array_filter(array_map('trim', explode(',', $list)), static fn(string $part): bool => $part !== '');
        foreach ($parts as $part) {
            $known =
                \core\ip_utils::is_ip_address($part) ||
                \core\ip_utils::is_ipv4_range($part) ||
                \core\ip_utils::is_ipv6_range($part);
            if (!$known && !preg_match('/^(\d{1,3}\.){1,3}$/', $part)) {
                return null;
            }
        }
        return implode(',', $parts);
    }
}
