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
 * How far a backup is, written down at most once a second; and the place where it notices that nobody wants it any more.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class export_progress extends \core\progress\base {
    /** @var int When it was last written. */
    private int $written = 0;

    /**
     * Starts to watch.
     *
     * @param int $exportid
     * @param string $backupid
     */
    public function __construct(
        /** @var int The export that is made. */
        private readonly int $exportid,
        /** @var string What core calls the backup: another one means that somebody else makes the export now. */
        private readonly string $backupid,
    ) {
    }

    /**
     * Writes the share that is done, and a sign of life.
     */
    protected function update_progress() {
        global $DB;
        if ($this->written === time()) {
            return;
        }
        $this->written = time();
        $mine = ['id' => $this->exportid, 'backupid' => $this->backupid];
        $share = (int) floor(100 * $this->get_progress_proportion_range()[0]);
        $DB->execute(
            'UPDATE {' . register::TABLE . '} SET share = :share, heartbeat = :heartbeat WHERE id = :id AND backupid = :backupid',
            ['share' => min(99, $share), 'heartbeat' => time()] + $mine,
        );
        if (!$DB->record_exists(register::TABLE, ['state' => 'preparing'] + $mine)) {
            throw new cancelled();
        }
    }
}
