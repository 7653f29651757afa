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
 * One message: what was asked last, and what was answered.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

require(__DIR__ . '/../../config.php');

use part_outbox\output\message_view;

$id = required_param('id', PARAM_INT);
require_login(null, false);
require_capability('part/outbox:trace', \core\context\system::instance());
$PAGE->set_context(\core\context\system::instance());
$PAGE->set_url(new moodle_url('/part/outbox/message.php', ['id' => $id]));
$PAGE->set_pagelayout('admin');
$PAGE->set_title(get_string('outbox:look', 'part_outbox'));

echo $OUTPUT->header();
echo $OUTPUT->heading(get_string('outbox:look', 'part_outbox'));
echo html_writer::div($OUTPUT->render(new message_view($id)), 'part_outbox-page');
echo $OUTPUT->footer();
