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
 * How messages get on.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

require(__DIR__ . '/../../config.php');
require_once($CFG->libdir . '/adminlib.php');

use part_outbox\local\outbox\destination;
use part_outbox\local\outbox\line;
use part_outbox\local\outbox\outbox;
use part_outbox\output\feed_view;

admin_externalpage_setup('part_outbox_feed');

if (optional_param('open', false, PARAM_BOOL) && confirm_sesskey()) {
    array_map(static fn(destination $one) => line::to($one)->open(), outbox::connector()->destinations());
    redirect($PAGE->url, get_string('outbox:opened', 'part_outbox'));
}

echo $OUTPUT->header();
echo $OUTPUT->heading(get_string('adminpage:feed', 'part_outbox'));
echo html_writer::div($OUTPUT->render(new feed_view()), 'part_outbox-page');
echo $OUTPUT->footer();
