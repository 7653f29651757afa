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
 * Nobody is known by that user name. Clients that still run the earlier plugin know this exception by its name.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class block_my_external_backup_restore_courses_invalid_username_exception extends moodle_exception {
    /**
     * Says so.
     */
    public function __construct() {
        parent::__construct('reason:user_unknown', 'block_my_external_backup_restore_courses');
    }
}
