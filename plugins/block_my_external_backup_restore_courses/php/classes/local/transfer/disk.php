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

namespace block_my_external_backup_restore_courses\local\transfer;

use block_my_external_backup_restore_courses\local\free_space;
use block_my_external_backup_restore_courses\local\remote\trouble;

/**
 * The disks of this Moodle: whether there is room for a course, and whether room was what it lacked.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class disk {
    /** @var int Space that is left free whatever comes. */
    private const MARGIN = 50 * 1024 * 1024;

    /** @var int A backup takes so many times its size while it is restored. */
    private const UNPACKED = 10;

    /**
     * Refuses a course for which there is no room.
     *
     * @param int $bytes of the backup
     * @param int $contentbytes of the files
     */
    public static function check(int $bytes, int $contentbytes): void {
        global $CFG;
        if (self::is_short($CFG->tempdir, $bytes * self::UNPACKED) || self::is_short($CFG->dataroot, $contentbytes)) {
            throw new trouble('client_space', display_size($bytes * self::UNPACKED + $contentbytes));
        }
    }

    /**
     * The reason of a failure that a full disk explains as well.
     *
     * @param string $otherwise the reason where the disks are not full
     * @return string
     */
    public static function reason(string $otherwise): string {
        global $CFG;
        foreach ([$CFG->tempdir, $CFG->backuptempdir, $CFG->dataroot] as $folder) {
            if (self::is_short($folder, 0)) {
                return 'client_space';
            }
        }
        return $otherwise;
    }

    /**
     * Whether a disk has too little room.
     *
     * @param string $folder
     * @param int $needed
     * @return bool
     */
    private static function is_short(string $folder, int $needed): bool {
        $free = free_space::in($folder);
        return $free !== null && $free < $needed + self::MARGIN;
    }
}
