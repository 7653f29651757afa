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
 * What the site must have switched on.
 *
 * @package    part_service
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class site {
    /**
     * Web services, their protocol, and the service itself.
     *
     * @return iterable<fact>
     */
    public static function facts(): iterable {
        global $CFG;
        yield fact::of('webservices', null, !empty($CFG->enablewebservices), self::unless_fixed(
            'enablewebservices',
            static fn() => set_config('enablewebservices', 1)
        ));
        $protocols = explode(',', $CFG->webserviceprotocols ?? '');
        yield fact::of('rest', null, in_array('rest', $protocols, true), self::unless_fixed(
            'webserviceprotocols',
            static fn() => \core\plugininfo\webservice::enable_plugin('rest', 1)
        ));
        $missing = array_diff(blueprint::FUNCTIONS, self::functions());
        yield fact::of('functions', count(blueprint::FUNCTIONS), $missing === [], self::describe(...));
        $service = self::service();
        yield fact::of('on', $service->name ?? blueprint::SERVICE, !empty($service->enabled), static fn() => self::set('enabled'));
        yield fact::of('restricted', null, !empty($service->restrictedusers), static fn() => self::set('restrictedusers'));
    }

    /**
     * The service.
     *
     * @return \stdClass|null
     */
    public static function service(): ?\stdClass {
        global $DB;
        return $DB->get_record('external_services', ['shortname' => blueprint::SERVICE]) ?: null;
    }

    /**
     * The functions that the service offers.
     *
     * @return string[]
     */
    public static function functions(): array {
        global $DB;
        $service = self::service();
        return $service === null ? [] : array_values($DB->get_records_menu(
            'external_services_functions',
            ['externalserviceid' => $service->id],
            '',
            'id, functionname'
        ));
    }

    /**
     * Has Moodle read once more what the plugin offers: it puts back what an admin took out.
     */
    private static function describe(): void {
        global $CFG;
        require_once($CFG->libdir . '/upgradelib.php');
        external_update_descriptions('part_service');
    }

    /**
     * Switches something of the service on.
     *
     * @param string $field
     */
    private static function set(string $field): void {
        global $DB;
        $DB->set_field('external_services', $field, 1, ['shortname' => blueprint::SERVICE]);
    }

    /**
     * What config.php says, no page and no command can change.
     *
     * @param string $setting
     * @param \Closure $make
     * @return \Closure|null
     */
    private static function unless_fixed(string $setting, \Closure $make): ?\Closure {
        global $CFG;
        return array_key_exists($setting, $CFG->config_php_settings ?? []) ? null : $make;
    }
}
