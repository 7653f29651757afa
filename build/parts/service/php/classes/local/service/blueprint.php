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

namespace part_service\local\service;

/**
 * What the web service of this plugin is made of.
 *
 * @package    part_service
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class blueprint {
    /** @var string Short name of the web service. */
    public const SERVICE = 'part_service';

    /** @var string[] The functions that are called with it. */
    public const FUNCTIONS = ['core_webservice_get_site_info'];

    /** @var string[] What the service account must be allowed, and nothing else. */
    public const CAPABILITIES = ['webservice/rest:use'];

    /** @var string[] Short names or archetypes of the roles that the account gives to others. */
    public const ASSIGNS = ['student'];

    /** @var string Short name of the role of the account. */
    public const ROLE = 'part_service';

    /** @var string User name of the account. */
    public const USER = 'part_service';

    /** @var string A function without parameters, by which the whole way is tried. */
    public const PROBE = 'core_webservice_get_site_info';

    /** @var string Name of the guided page among the administration pages. */
    public const PAGE = 'part_service_setup';

    /** @var string The command that does the same. */
    public const COMMAND = 'cli/setup.php';

    /** @var string What the other side is given: {url} is the address of this site, {token} the token. */
    public const LINE = '{token}';
}
