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

namespace block_my_external_backup_restore_courses\local\page;

use block_my_external_backup_restore_courses\local\rules\journey;
use core_reportbuilder\local\report\action;
use core_reportbuilder\system_report;
use lang_string;
use moodle_url;
use pix_icon;

/**
 * What an admin may do about the rows of the report: each by itself, or several that are ticked.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class report_rows {
    /** @var string[] Pictures of what may be done. */
    private const PICTURES = ['retry' => 'i/reload', 'cancel' => 't/stop', 'delete' => 't/delete'];

    /**
     * From each row the way to its page, and to what may be done about it.
     *
     * @param system_report $report
     */
    public static function add_actions(system_report $report): void {
        $report->add_action(new action(
            new moodle_url('/blocks/my_external_backup_restore_courses/admin/request.php', ['id' => ':id']),
            new pix_icon('i/info', ''),
            [],
            false,
            new lang_string('admin:look', 'block_my_external_backup_restore_courses'),
        ));
        foreach (self::PICTURES as $act => $picture) {
            $report->add_action((new action(
                new moodle_url('/blocks/my_external_backup_restore_courses/admin/act.php', ['ids' => ':id', 'act' => $act]),
                new pix_icon($picture, ''),
                [],
                false,
                new lang_string("admin:$act", 'block_my_external_backup_restore_courses'),
            ))->add_callback(static fn(\stdClass $row): bool => journey::may_wish($row->state, $act)));
        }
    }

    /**
     * The box of a row.
     *
     * @param \stdClass $row
     * @return string[]
     */
    public static function tick(\stdClass $row): array {
        return [$row->id, get_string('admin:tick', 'block_my_external_backup_restore_courses', format_string($row->fullname))];
    }
}
