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
 * Sets up the web service of the plugin, with a word on each thing that it needs.
 *
 * @package    part_service
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

require(__DIR__ . '/../../config.php');
require_once($CFG->libdir . '/adminlib.php');

use part_service\form\service_form;
use part_service\local\service\blueprint;
use part_service\local\service\setup;
use part_service\output\service_view;

admin_externalpage_setup(blueprint::PAGE);
// What is shown once must not be shown again by the button "back".
$PAGE->set_cacheable(false);

$form = new service_form($PAGE->url);
$wish = $form->wish();
$report = $wish === null ? setup::look() : setup::run($wish);

echo $OUTPUT->header();
echo $OUTPUT->heading(get_string('service:title', 'part_service'));
echo $OUTPUT->render(new service_view($report, $wish !== null));
$form->display();
echo $OUTPUT->footer();
