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
 * Contents of exports, for the client that shows a ticket. There is no session here, and no token in an address.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

define('NO_MOODLE_COOKIES', true);
define('NO_DEBUG_DISPLAY', true);
define('AJAX_SCRIPT', true);

require('../../config.php');
require_once($CFG->libdir . '/filelib.php');

use block_my_external_backup_restore_courses\local\server\download;
use block_my_external_backup_restore_courses\local\server\refusal;

$posted = data_submitted();
if (!$posted) {
    download::refuse(405, 'http_error');
    die;
}
if (!empty($CFG->maintenance_enabled)) {
    download::refuse(503, 'maintenance');
    die;
}
try {
    $ticket = is_string($posted->ticket ?? null) ? clean_param($posted->ticket, PARAM_ALPHANUM) : '';
    download::send(download::file($ticket));
} catch (refusal $refusal) {
    download::refuse(in_array($refusal->reason, ['export_gone', 'content_missing'], true) ? 404 : 403, $refusal->reason);
}
