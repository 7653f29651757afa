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
use core_external\external_multiple_structure;
use core_external\external_single_structure;
use core_external\external_value;

/**
 * External function local_everything_get_items.
 *
 * Made from test/golden/plugins/everything/manifest.ts by the build: change that file, not this one.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class get_items extends external_api {
    /**
     * What the function takes.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([
            'courseid' => new external_value(PARAM_INT, 'courseid', VALUE_REQUIRED, null, NULL_NOT_ALLOWED),
            'state' => new external_value(PARAM_ALPHANUMEXT, 'state: open, closed', VALUE_DEFAULT, 'open', NULL_NOT_ALLOWED),
            'search' => new external_value(PARAM_TEXT, 'search', VALUE_DEFAULT, '', NULL_NOT_ALLOWED),
            'since' => new external_value(PARAM_INT, 'since', VALUE_DEFAULT, null, NULL_ALLOWED),
            'ids' => new external_multiple_structure(
                new external_value(PARAM_INT, 'ids', VALUE_REQUIRED, null, NULL_NOT_ALLOWED),
                'ids',
                VALUE_DEFAULT,
                [],
            ),
        ]);
    }

    /**
     * The items of a course.
     *
     * @param int $courseid
     * @param string $state
     * @param string $search
     * @param int|null $since
     * @param array $ids
     * @return array
     */
    public static function execute(
        int $courseid,
        string $state = 'open',
        string $search = '',
        ?int $since = null,
        array $ids = [],
    ): array {
        $params = self::validate_parameters(self::execute_parameters(), [
            'courseid' => $courseid,
            'state' => $state,
            'search' => $search,
            'since' => $since,
            'ids' => $ids,
        ]);

        $context = \core\context\course::instance($params['courseid']);
        self::validate_context($context);
        require_capability('local/everything:view', $context);
        $params = self::checked($params);

        return \local_everything\local\shelves::items(
            courseid: $params['courseid'],
            state: $params['state'],
            search: $params['search'],
            since: $params['since'],
            ids: $params['ids'],
        );
    }

    /**
     * What the function gives back.
     *
     * @return external_multiple_structure
     */
    public static function execute_returns(): external_multiple_structure {
        return new external_multiple_structure(
            new external_single_structure(
                [
                    'id' => new external_value(PARAM_INT, 'id', VALUE_REQUIRED, null, NULL_NOT_ALLOWED),
                    'note' => new external_value(PARAM_RAW, 'note', VALUE_REQUIRED, null, NULL_NOT_ALLOWED),
                    'owner' => new external_value(PARAM_RAW, 'owner', VALUE_REQUIRED, null, NULL_ALLOWED),
                    'width' => new external_value(PARAM_FLOAT, 'width', VALUE_REQUIRED, null, NULL_NOT_ALLOWED),
                    'visible' => new external_value(PARAM_BOOL, 'visible', VALUE_REQUIRED, null, NULL_NOT_ALLOWED),
                    'tags' => new external_multiple_structure(
                        new external_value(PARAM_RAW, 'tags', VALUE_REQUIRED, null, NULL_NOT_ALLOWED),
                        'tags',
                    ),
                ],
                'result',
            ),
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
        if (!in_array($params['state'], ['open', 'closed'], true)) {
            throw new \invalid_parameter_exception('state must be one of open, closed');
        }
        if (\core_text::strlen($params['search']) > 100) {
            throw new \invalid_parameter_exception('search may have 100 characters at most');
        }
        return $params;
    }
}
