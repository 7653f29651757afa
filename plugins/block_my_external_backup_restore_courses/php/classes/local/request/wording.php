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

namespace block_my_external_backup_restore_courses\local\request;

use block_my_external_backup_restore_courses\local\rules\reasons;

/**
 * What a request says to people: reasons in words, sizes, what did not come.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class wording {
    /**
     * A reason in words, as plain text.
     *
     * @param string|null $reason
     * @param string|null $detail
     * @param string|null $language of the reader; null for the current one
     * @return string
     */
    public static function reason(?string $reason, ?string $detail, ?string $language = null): string {
        if ($reason === null || !in_array($reason, reasons::REASONS, true)) {
            return '';
        }
        $strings = get_string_manager();
        return $strings->get_string("reason:$reason", 'block_my_external_backup_restore_courses', (string) $detail, $language);
    }

    /**
     * The reason of a row of the report.
     *
     * @param string|null $reason
     * @param \stdClass $row
     * @return string
     */
    public static function reason_of(?string $reason, \stdClass $row): string {
        return s(self::reason($reason, $row->detail ?? ''));
    }

    /**
     * A size of the report.
     *
     * @param int|null $bytes
     * @return string
     */
    public static function bytes_of($bytes): string {
        return (int) $bytes === 0 ? '' : display_size((int) $bytes);
    }

    /**
     * What did not come with a course, in words.
     *
     * @param \stdClass $request
     * @return string[]
     */
    public static function warnings(\stdClass $request): array {
        $kept = json_decode($request->warnings ?? '', true);
        return array_values(array_filter(is_array($kept) ? $kept : [], 'is_string'));
    }
}
