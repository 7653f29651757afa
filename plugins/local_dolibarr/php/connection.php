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
 * Tries the connection to Dolibarr.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

require(__DIR__ . '/../../config.php');
require_once($CFG->libdir . '/adminlib.php');

use local_dolibarr\local\feed\connection;

admin_externalpage_setup('local_dolibarr_connection');
$findings = data_submitted() && confirm_sesskey() ? connection::findings() : [];

echo $OUTPUT->header();
echo $OUTPUT->heading(get_string('adminpage:connection', 'local_dolibarr'));
echo $OUTPUT->render_from_template('local_dolibarr/connection', [
    'findings' => $findings,
    'url' => $PAGE->url->out(false),
    'sesskey' => sesskey(),
]);
echo $OUTPUT->footer();
