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
 * Keeps the finished backup in our own file area, and the list of the contents that belong to it.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class export_keeping_step extends \backup_execution_step {
    /**
     * Begins the step.
     *
     * @param int $exportid
     */
    public function __construct(
        /** @var int The export it is made for. */
        private readonly int $exportid,
    ) {
        parent::__construct('save_backupfile');
    }

    /**
     * Does it.
     *
     * @return array
     */
    protected function define_execution() {
        global $DB;
        $path = $this->get_basepath() . '/backup.mbz';
        if (!$DB->get_field(register::TABLE, 'withfiles', ['id' => $this->exportid])) {
            content_list::keep($this->exportid, $this->get_basepath() . '/files.xml', $this->task->get_progress());
        }
        $digest = hash_file('sha256', $path);
        $file = $this->store($path);
        $DB->update_record(register::TABLE, [
            'id' => $this->exportid,
            'contenthash' => $file->get_contenthash(),
            'bytes' => $file->get_filesize(),
            'digest' => $digest,
        ]);
        return ['backup_destination' => null];
    }

    /**
     * Puts the file where only this plugin finds it.
     *
     * @param string $path
     * @return \stored_file
     */
    private function store(string $path): \stored_file {
        global $USER;
        return get_file_storage()->create_file_from_pathname([
            'contextid' => \core\context\system::instance()->id,
            'component' => register::COMPONENT,
            'filearea' => register::AREA,
            'itemid' => $this->exportid,
            'filepath' => '/',
            'filename' => register::FILENAME,
            'userid' => $USER->id,
        ], $path);
    }
}
