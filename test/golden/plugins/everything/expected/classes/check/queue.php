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

namespace local_everything\check;

/**
 * Check queue.
 *
 * Made from test/golden/plugins/everything/manifest.ts by the build: change that file, not this one.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class queue extends \core\check\check {
    /**
     * Name of the check, for admins; it may name the plugin, which the list of all checks does not.
     *
     * @return string
     */
    public function get_name(): string {
        return get_string('check:queue', 'local_everything', get_string('pluginname', 'local_everything'));
    }

    /**
     * What the check finds.
     *
     * @return \core\check\result
     */
    public function get_result(): \core\check\result {
        return \local_everything\local\queue\queue_check::result();
    }
}
