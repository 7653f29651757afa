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

namespace block_my_external_backup_restore_courses\local\restore;

defined('MOODLE_INTERNAL') || die();

require_once($CFG->dirroot . '/backup/util/includes/restore_includes.php');

use block_my_external_backup_restore_courses\local\queue\work;
use block_my_external_backup_restore_courses\local\scraps;
use block_my_external_backup_restore_courses\local\transfer\store;

/**
 * Core's restore of a course that comes from another site, also where a clone has the same site identifier.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class import_controller extends \restore_controller {
    /** @var string Under this name stands what core calls the restore: its log, its record. */
    private const KEPT = 'restoreid';

    /** @var store What the request keeps. */
    private store $store;

    /**
     * For one request.
     *
     * @param work $work
     * @param string $folder
     * @param int $courseid
     * @param int $target
     */
    public function __construct(work $work, string $folder, int $courseid, int $target) {
        $this->store = store::of($work->row);
        self::clear($work->row);
        parent::__construct(
            $folder,
            $courseid,
            \backup::INTERACTIVE_NO,
            \backup::MODE_GENERAL,
            (int) $work->row->requestedby,
            $target,
            new beating($work),
        );
    }

    /**
     * Deletes what core leaves of the restore of a request, that of a dead process too.
     *
     * @param \stdClass $request
     */
    public static function clear(\stdClass $request): void {
        scraps::clear(store::of($request)->kept(self::KEPT));
    }

    #[\Override]
    public function is_samesite() {
        return false;
    }

    #[\Override]
    protected function calculate_restoreid() {
        parent::calculate_restoreid();
        $this->store->keep(self::KEPT, $this->restoreid);
    }
}
