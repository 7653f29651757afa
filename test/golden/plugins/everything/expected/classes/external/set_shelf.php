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

namespace local_everything\external;

use core_external\external_api;
use core_external\external_function_parameters;
use core_external\external_single_structure;
use core_external\external_value;

/**
 * External function local_everything_set_shelf.
 *
 * Made from test/golden/plugins/everything/manifest.ts by the build: change that file, not this one.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class set_shelf extends external_api {
    /**
     * What the function takes.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([
            'shelf' => new external_single_structure(
                [
                    'courseid' => new external_value(PARAM_INT, 'courseid', VALUE_REQUIRED, null, NULL_NOT_ALLOWED),
                    'name' => new external_value(PARAM_ALPHANUMEXT, 'name', VALUE_REQUIRED, null, NULL_NOT_ALLOWED),
                    'state' => new external_value(PARAM_ALPHANUMEXT, 'state: open, closed', VALUE_REQUIRED, null, NULL_NOT_ALLOWED),
                ],
                'shelf',
            ),
        ]);
    }

    /**
     * Stores a shelf.
     *
     * @param array $shelf
     * @return array|\stdClass
     */
    public static function execute(array $shelf): array|\stdClass {
        $params = self::validate_parameters(self::execute_parameters(), [
            'shelf' => $shelf,
        ]);

        $context = \core\context\system::instance();
        self::validate_context($context);
        require_capability('local/everything:manage', $context);
        $params = self::checked($params);

        return \local_everything\local\shelves::store(shelf: $params['shelf']);
    }

    /**
     * What the function gives back.
     *
     * @return external_single_structure
     */
    public static function execute_returns(): external_single_structure {
        return new external_single_structure(
            [
                'id' => new external_value(PARAM_INT, 'id', VALUE_REQUIRED, null, NULL_NOT_ALLOWED),
                'created' => new external_value(PARAM_BOOL, 'created', VALUE_REQUIRED, null, NULL_NOT_ALLOWED),
            ],
            'result',
        );
    }

    /**
     * Refuses what the types of the parameters let through, and names the parameter.
     *
     * @param array $params
     * @return array the parameters, cleaned
     */
    private static function checked(array $params): array {
        if (\core_text::strlen($params['shelf']['name']) < 2) {
            throw new \invalid_parameter_exception('shelf.name must have 2 characters or more');
        }
        if (\core_text::strlen($params['shelf']['name']) > 100) {
            throw new \invalid_parameter_exception('shelf.name may have 100 characters at most');
        }
        if (!in_array($params['shelf']['state'], ['open', 'closed'], true)) {
            throw new \invalid_parameter_exception('shelf.state must be one of open, closed');
        }
        return $params;
    }
}
