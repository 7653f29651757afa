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
 * What an activity is worth comes back with it.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use local_dolibarr\local\times\credit_field;

/**
 * What an activity is worth comes back with it.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class restore_local_dolibarr_plugin extends restore_local_plugin {
    /**
     * Where the minutes stand.
     *
     * @return restore_path_element[]
     */
    protected function define_module_plugin_structure(): array {
        return [new restore_path_element('local_dolibarr_credit', $this->get_pathfor('/credit'))];
    }

    /**
     * The minutes of the activity.
     *
     * @param array|stdClass $data
     */
    public function process_local_dolibarr_credit(array|stdClass $data): void {
        credit_field::write($this->task->get_moduleid(), (int) ((array) $data)['minutes']);
    }
}
