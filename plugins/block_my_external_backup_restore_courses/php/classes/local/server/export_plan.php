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
 * Core's plan of a backup, with our own end.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class export_plan extends \backup_plan {
    /**
     * Begins the plan.
     *
     * @param export_controller $controller
     * @param int $exportid
     */
    public function __construct(
        export_controller $controller,
        /** @var int The export it is made for. */
        private readonly int $exportid,
    ) {
        parent::__construct($controller);
    }

    /**
     * Adds a task; where core adds its last one, ours comes instead.
     *
     * @param \base_task $task
     */
    public function add_task($task) {
        parent::add_task($task instanceof \backup_final_task ? new export_final_task($this->exportid) : $task);
    }
}
