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
 * All that are told, with a test of the connection of each.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

require(__DIR__ . '/../../config.php');
require_once($CFG->libdir . '/adminlib.php');

use local_dolibarr\local\feed\connection;
use local_dolibarr\local\feed\destinations;
use local_dolibarr\output\destinations_view;

admin_externalpage_setup('local_dolibarr_destinations');

if (data_submitted() && confirm_sesskey()) {
    $tried = destinations::find(required_param('test', PARAM_INT));
    array_map(connection::tell(...), $tried === null ? [] : [$tried]);
    redirect($PAGE->url);
}

echo $OUTPUT->header();
echo $OUTPUT->heading(get_string('adminpage:destinations', 'local_dolibarr'));
echo html_writer::div($OUTPUT->render(new destinations_view()), 'local_dolibarr-page');
echo $OUTPUT->footer();
