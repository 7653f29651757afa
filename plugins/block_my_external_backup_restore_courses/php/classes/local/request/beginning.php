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

use block_my_external_backup_restore_courses\local\queue\stopped;
use block_my_external_backup_restore_courses\local\queue\work;
use block_my_external_backup_restore_courses\local\queue\worker;
use block_my_external_backup_restore_courses\local\remote\remotes;
use block_my_external_backup_restore_courses\local\remote\trouble;
use block_my_external_backup_restore_courses\local\transfer\asking;

/**
 * Has the other Moodle make a backup while the request still waits for a worker.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class beginning {
    /**
     * Asks for the backup of a request that nothing was done about so far.
     *
     * @param int $id
     * @param string $mark who has it in hand
     * @return bool whether the next one is worth a try
     */
    public static function begin(int $id, string $mark): bool {
        $lock = worker::lock($id);
        if (!$lock) {
            return true;
        }
        try {
            $work = work::held($id, $mark);
            $remote = $work === null ? null : remotes::find($work->row->remote);
            if ($remote !== null && $work->row->state === 'scheduled' && $work->row->exportid === null) {
                $work->advance();
                asking::ask($work, $remote, false);
            }
            return true;
        } catch (stopped $e) {
            return true;
        } catch (trouble $e) {
            // The worker meets it too, and says so.
            return false;
        } finally {
            $lock->release();
        }
    }
}
