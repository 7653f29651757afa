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

namespace part_outbox\local\outbox;

use core_reportbuilder\local\report\action;
use core_reportbuilder\system_report;
use lang_string;
use moodle_url;
use pix_icon;

/**
 * What the rows of the trace say, and where they lead.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class report_rows {
    /**
     * Why a message has not arrived.
     *
     * @param string|null $reason
     * @param \stdClass $row
     * @return string
     */
    public static function reason(?string $reason, \stdClass $row): string {
        return (string) $reason === '' ? '' : s(trim(verdict::words($reason) . ' ' . $row->detail));
    }

    /**
     * What people call a destination; one that is no more has its name only.
     *
     * @param string|null $name
     * @return string
     */
    public static function destination(?string $name): string {
        return s(self::destinations()[(string) $name] ?? $name);
    }

    /**
     * The destinations that there are.
     *
     * @return string[] titles by name
     */
    public static function destinations(): array {
        return array_column(outbox::connector()->destinations(), 'title', 'name');
    }

    /**
     * From each row the way to what was asked and answered, and to sending it again.
     *
     * @param system_report $report
     */
    public static function add_actions(system_report $report): void {
        $report->add_action(new action(
            new moodle_url('/part/outbox/message.php', ['id' => ':id']),
            new pix_icon('i/info', ''),
            [],
            false,
            new lang_string('outbox:look', 'part_outbox'),
        ));
        $report->add_action((new action(
            new moodle_url('/part/outbox/resend.php', ['ids' => ':id']),
            new pix_icon('i/reload', ''),
            [],
            false,
            new lang_string('outbox:resend', 'part_outbox'),
        ))->add_callback(static fn(\stdClass $row): bool => $row->state !== 'sending'));
    }
}
