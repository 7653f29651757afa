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

namespace part_remotes\local\remote;

/**
 * What the plugin wants of other Moodles.
 *
 * @package    part_remotes
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class blueprint {
    /** @var string The setting that keeps the list. */
    public const SETTING = 'external_moodles';

    /** @var string[] The functions that another Moodle has to offer. */
    public const FUNCTIONS = ['core_webservice_get_site_info'];

    /** @var string[] What the plugin's own side answers with where it refuses, as in `reason:course_gone`. */
    public const REASONS = [];

    /** @var string The class that knows what else to look at. */
    public const PROBE = 'part_remotes\local\remote\probe';
}
