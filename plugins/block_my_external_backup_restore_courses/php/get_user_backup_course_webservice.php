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
 * A whole backup, for clients that still run the earlier plugin: they show their token here, as to a web service.
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
require_once($CFG->dirroot . '/webservice/lib.php');

use block_my_external_backup_restore_courses\local\server\download;
use block_my_external_backup_restore_courses\local\server\refusal;
use block_my_external_backup_restore_courses\local\server\upstream;

$token = required_param('token', PARAM_ALPHANUM);
$fileid = required_param('filerecordid', PARAM_INT);

$service = (new webservice())->authenticate_user($token)['service'];
if (!$service->downloadfiles) {
    throw new webservice_access_exception('Downloading files is not enabled in this service.');
}
try {
    upstream::send($fileid);
} catch (refusal $refusal) {
    download::refuse(404, $refusal->reason);
}
