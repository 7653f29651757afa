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

namespace part_outbox\output;

use core\output\named_templatable;
use core\output\renderable;
use core\output\renderer_base;
use part_outbox\local\outbox\outbox;
use part_outbox\local\outbox\verdict;

/**
 * One message: where it stands, what was asked last, and what was answered.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class message_view implements named_templatable, renderable {
    /**
     * A message.
     *
     * @param int $id
     */
    public function __construct(
        /** @var int Which. */
        private readonly int $id,
    ) {
    }

    #[\Override]
    public function get_template_name(renderer_base $renderer): string {
        return 'part_outbox/message_view';
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        global $DB;
        $row = $DB->get_record(outbox::TABLE, ['id' => $this->id], '*', MUST_EXIST);
        return [
            'state' => get_string("outbox:state:$row->state", 'part_outbox'),
            'reason' => verdict::words($row->reason),
            'detail' => (string) $row->detail,
            'uid' => $row->uid,
            'data' => $row->data,
            'request' => (string) $row->request,
            'status' => (int) $row->status,
            'answer' => (string) $row->answer,
            'resendurl' => (new \moodle_url('/part/outbox/resend.php', ['ids' => $row->id]))->out(false),
            'backurl' => (new \moodle_url('/part/outbox/messages.php'))->out(false),
        ];
    }
}
