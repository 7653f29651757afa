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

defined('MOODLE_INTERNAL') || die();

require_once($CFG->dirroot . '/backup/util/includes/backup_includes.php');

/**
 * Core's last task of a backup, which keeps the file in our own area.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class export_final_task extends \backup_final_task {
    /**
     * Begins the task.
     *
     * @param int $exportid
     */
    public function __construct(
        /** @var int The export it is made for. */
        private readonly int $exportid,
    ) {
        parent::__construct('final_task');
    }

    /**
     * Builds core's steps, and puts ours where core would store the file among the backups of a course or a person.
     */
    public function build() {
        parent::build();
        foreach ($this->steps as $key => $step) {
            if ($step instanceof \backup_store_backup_file) {
                $own = new export_keeping_step($this->exportid);
                $own->set_task($this);
                $this->steps[$key] = $own;
            }
        }
    }
}
