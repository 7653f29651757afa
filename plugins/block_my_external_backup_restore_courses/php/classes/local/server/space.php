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

use block_my_external_backup_restore_courses\local\free_space;

/**
 * Whether there is room for a backup, before it is made.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class space {
    /** @var int Bytes that are left free, and that descriptions of a course without its files may take. */
    private const RESERVE = 100 * 1024 * 1024;

    /** @var int A whole backup lies in the temporary folder as files and as an archive, and then in the file system. */
    private const COPIES = 3;

    /**
     * Refuses a backup that would not fit.
     *
     * @param int $filebytes bytes of the files that go into it
     */
    public static function check(int $filebytes): void {
        if (self::is_short($filebytes)) {
            throw new refusal('server_space');
        }
    }

    /**
     * Whether there is not enough room.
     *
     * @param int $filebytes
     * @return bool
     */
    public static function is_short(int $filebytes): bool {
        $free = self::free();
        return $free !== null && $free < self::RESERVE + self::COPIES * $filebytes;
    }

    /**
     * Bytes that are free where backups are made and kept; null where that cannot be told.
     *
     * @return int|null
     */
    public static function free(): ?int {
        global $CFG;
        return free_space::in($CFG->dataroot, $CFG->backuptempdir);
    }
}
