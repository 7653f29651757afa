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

/**
 * Sends messages again, once it is confirmed: those that are named, otherwise all that were given up.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

require(__DIR__ . '/../../config.php');

use part_outbox\local\outbox\outbox;

$named = optional_param('ids', '', PARAM_SEQUENCE);
require_login(null, false);
require_capability('part/outbox:trace', \core\context\system::instance());
$PAGE->set_context(\core\context\system::instance());
$ids = $named === '' ? outbox::given_up() : array_map('intval', explode(',', $named));
$url = new moodle_url('/part/outbox/resend.php', $named === '' ? [] : ['ids' => $named]);
$PAGE->set_url($url);
$PAGE->set_pagelayout('admin');
$PAGE->set_title(get_string('outbox:resend', 'part_outbox'));
$back = new moodle_url('/part/outbox/messages.php');

if (data_submitted() && confirm_sesskey()) {
    redirect($back, get_string('outbox:resent', 'part_outbox', outbox::resend($ids)));
}

echo $OUTPUT->header();
echo $OUTPUT->confirm(get_string('outbox:resendconfirm', 'part_outbox', count($ids)), $url, $back);
echo $OUTPUT->footer();
