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
 * Asks before a Dolibarr is told no more.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

require(__DIR__ . '/../../config.php');
require_once($CFG->libdir . '/adminlib.php');

use local_dolibarr\local\feed\destinations;

$id = required_param('id', PARAM_INT);
$url = new moodle_url('/local/dolibarr/remove.php', ['id' => $id]);
admin_externalpage_setup('local_dolibarr_destinations', '', null, $url);
require_capability('moodle/site:config', \core\context\system::instance());
$back = new moodle_url('/local/dolibarr/destinations.php');
$PAGE->set_primary_active_tab('siteadminnode');
$PAGE->navbar->add(get_string('adminpage:destinations', 'local_dolibarr'), $back);
$dolibarr = destinations::find($id);
if ($dolibarr === null) {
    redirect($back);
}

if (data_submitted() && confirm_sesskey()) {
    destinations::remove($dolibarr);
    redirect($back, get_string('destination:removed', 'local_dolibarr', s($dolibarr->title)));
}

echo $OUTPUT->header();
echo $OUTPUT->confirm(get_string('destination:removeconfirm', 'local_dolibarr', s($dolibarr->title)), $url, $back);
echo $OUTPUT->footer();
