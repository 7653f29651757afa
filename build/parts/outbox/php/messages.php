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
 * Everything that was told, waits or was given up.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

require(__DIR__ . '/../../config.php');
require_once($CFG->libdir . '/adminlib.php');

use core_reportbuilder\system_report_factory;
use part_outbox\local\outbox\outbox;
use part_outbox\reportbuilder\local\systemreports\messages;

admin_externalpage_setup('part_outbox_messages');
$report = system_report_factory::create(messages::class, \core\context\system::instance());

echo $OUTPUT->header();
echo $OUTPUT->heading(get_string('adminpage:messages', 'part_outbox'));
echo html_writer::start_div('part_outbox-page', ['data-region' => 'part_outbox-report']);
echo html_writer::div($report->output(), 'table-responsive');
echo $OUTPUT->render_from_template('part_outbox/ticked', [
    'url' => (new moodle_url('/part/outbox/resend.php'))->out(false),
    'given' => count(outbox::given_up()),
]);
echo html_writer::end_div();
echo $OUTPUT->footer();
