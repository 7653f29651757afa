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
 * What Moodle calls by name.
 *
 * Made from test/golden/plugins/everything/manifest.ts by the build: change that file, not this one.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

/**
 * Moodle's callback extend_navigation_frontpage.
 *
 * @param navigation_node $frontpage
 * @param stdClass $course
 * @param core\context\course $context
 */
function local_everything_extend_navigation_frontpage(
    navigation_node $frontpage,
    stdClass $course,
    core\context\course $context,
): void {
    \local_everything\local\observed::navigation($frontpage, $course, $context);
}

/**
 * Checks of the plugin on the page of status checks.
 *
 * @return \core\check\check[]
 */
function local_everything_status_checks(): array {
    return [
        new \local_everything\check\observers(),
        new \local_everything\check\queue(),
        ...\local_everything\check\remotes::all(),
        new \local_everything\check\shelves(),
    ];
}
