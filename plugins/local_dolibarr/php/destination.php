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
 * How one Dolibarr is told: a new one, or one that is told already.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

require(__DIR__ . '/../../config.php');
require_once($CFG->libdir . '/adminlib.php');

use local_dolibarr\form\destination_form;
use local_dolibarr\local\feed\connection;
use local_dolibarr\local\feed\destinations;
use local_dolibarr\local\feed\dolibarr;
use local_dolibarr\task\catch_up_task;

$id = optional_param('id', 0, PARAM_INT);
$way = optional_param('way', 'registry', PARAM_ALPHA);
$url = new moodle_url('/local/dolibarr/destination.php', $id > 0 ? ['id' => $id] : ['way' => $way]);
admin_externalpage_setup('local_dolibarr_destinations', '', null, $url);
require_capability('moodle/site:config', \core\context\system::instance());
$back = new moodle_url('/local/dolibarr/destinations.php');
$PAGE->set_primary_active_tab('siteadminnode');
$PAGE->navbar->add(get_string('adminpage:destinations', 'local_dolibarr'), $back);
$dolibarr = $id > 0 ? destinations::find($id) : dolibarr::fresh($way);
if ($dolibarr === null) {
    redirect($back);
}

$form = new destination_form($url, $dolibarr);
if ($form->is_cancelled()) {
    redirect($back);
}
$wished = $form->wished();
if ($wished !== null) {
    connection::tell(destinations::keep($wished));
    // What happened since its beginning and was not told comes without waiting for the night.
    catch_up_task::queue(0, true);
    redirect($back);
}

$PAGE->navbar->add($dolibarr->title);
echo $OUTPUT->header();
$title = format_string($dolibarr->title);
echo $OUTPUT->heading($id > 0 ? $title : get_string('destination:add', 'local_dolibarr', $title));
echo html_writer::start_div('local_dolibarr-page');
echo html_writer::tag('p', get_string("destination:{$dolibarr->way}_about", 'local_dolibarr'));
$form->display();
echo html_writer::end_div();
echo $OUTPUT->footer();
