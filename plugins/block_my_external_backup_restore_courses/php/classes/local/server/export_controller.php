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
 * Core's backup of a course, whose file goes into our own area and whose settings no default of the site changes.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class export_controller extends \backup_controller {
    /** @var int The export it is made for. */
    private int $exportid;

    /** @var bool Whether it holds user data. */
    private bool $withusers;

    /** @var bool Whether it holds the contents of files. */
    private bool $withfiles;

    /**
     * Prepares the backup, as the person for whom it is asked.
     *
     * @param \stdClass $export
     */
    public function __construct(\stdClass $export) {
        $this->exportid = (int) $export->id;
        $this->withusers = (bool) $export->withusers;
        $this->withfiles = (bool) $export->withfiles;
        parent::__construct(
            \backup::TYPE_1COURSE,
            (int) $export->courseid,
            \backup::FORMAT_MOODLE,
            \backup::INTERACTIVE_NO,
            \backup::MODE_GENERAL,
            (int) $export->userid,
        );
        $this->set_progress(new export_progress($this->exportid, $this->backupid));
    }

    /**
     * Says every setting. Whether user data may leave was decided before: core's own locks would only repeat it.
     */
    public function settle(): void {
        $settings = $this->get_plan()->get_settings();
        foreach ($settings as $name => $setting) {
            if ($name !== 'competencies') {
                $setting->set_status(\base_setting::NOT_LOCKED);
            }
        }
        foreach (export_settings::values(array_keys($settings), $this->withusers, $this->withfiles) as $name => $value) {
            $settings[$name]->set_value($value);
        }
    }

    /**
     * Notes what core calls the backup before there is anything of it, so that it can be cleared up whatever happens.
     */
    protected function calculate_backupid() {
        global $DB;
        parent::calculate_backupid();
        $DB->set_field(register::TABLE, 'backupid', $this->backupid, ['id' => $this->exportid]);
    }

    /**
     * Builds the plan, with an end of our own.
     */
    protected function load_plan() {
        $this->plan = new export_plan($this, $this->exportid);
        $this->plan->build();
        $this->set_status(\backup::STATUS_PLANNED);
    }

    /**
     * Takes no default of the site.
     */
    protected function apply_defaults() {
        $this->set_status(\backup::STATUS_CONFIGURED);
        $this->set_include_files(true);
    }
}
