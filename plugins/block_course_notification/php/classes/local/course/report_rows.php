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

namespace block_course_notification\local\course;

use block_course_notification\local\send\ledger;
use core\clock;
use core\di;
use core_reportbuilder\local\report\action;
use core_reportbuilder\system_report;
use lang_string;
use moodle_url;
use pix_icon;

/**
 * What the rows of the reports say and lead to.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class report_rows {
    /**
     * What became of a message. A claim that its run never completed is unsure.
     *
     * @param string|null $state
     * @param \stdClass $row
     * @return string
     */
    public static function state(?string $state, \stdClass $row): string {
        $isold = (int) ($row->timeclaimed ?? 0) < di::get(clock::class)->time() - ledger::UNSURE_AFTER;
        $shown = $state === ledger::SENDING && $isold ? 'unsure' : (string) $state;
        return $shown === '' ? '' : get_string('state:' . $shown, 'block_course_notification');
    }

    /**
     * The states to filter by.
     *
     * @return string[]
     */
    public static function states(): array {
        $options = [];
        foreach ([ledger::SENT, ledger::FAILED, ledger::MARKED] as $state) {
            $options[$state] = get_string('state:' . $state, 'block_course_notification');
        }
        return $options + [ledger::SENDING => get_string('state:unsure', 'block_course_notification')];
    }

    /**
     * From each row the way to the page that explains it.
     *
     * @param system_report $report
     */
    public static function add_actions(system_report $report): void {
        $report->add_action(new action(
            new moodle_url('/blocks/course_notification/why.php', ['id' => ':courseid', 'userid' => ':userid']),
            new pix_icon('i/info', ''),
            [],
            false,
            new lang_string('report:why', 'block_course_notification')
        ));
    }
}
