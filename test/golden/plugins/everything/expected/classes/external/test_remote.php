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
 * External function local_everything_test_remote.
 *
 * Made from test/golden/plugins/everything/manifest.ts by the build: change that file, not this one.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class test_remote extends external_api {
    /**
     * What the function takes.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([
            'url' => new external_value(
                PARAM_RAW,
                'Its address, or address and token as the other Moodle prints them.',
                VALUE_REQUIRED,
                null,
                NULL_NOT_ALLOWED,
            ),
            'token' => new external_value(
                PARAM_RAW,
                'Empty for the one that is kept for this address.',
                VALUE_REQUIRED,
                null,
                NULL_NOT_ALLOWED,
            ),
        ]);
    }

    /**
     * Tries a remote Moodle as it stands among the settings: who may not change them has no business with its tokens.
     *
     * @param string $url Its address, or address and token as the other Moodle prints them.
     * @param string $token Empty for the one that is kept for this address.
     * @return array
     */
    public static function execute(string $url, string $token): array {
        $params = self::validate_parameters(self::execute_parameters(), [
            'url' => $url,
            'token' => $token,
        ]);

        $context = \core\context\system::instance();
        self::validate_context($context);
        require_capability('moodle/site:config', $context);
        $params = self::checked($params);

        return \local_everything\local\remote\remote_test::test_remote(url: $params['url'], token: $params['token']);
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
                    'level' => new external_value(
                        PARAM_ALPHANUMEXT,
                        'level: ok, warning, error',
                        VALUE_REQUIRED,
                        null,
                        NULL_NOT_ALLOWED,
                    ),
                    'text' => new external_value(PARAM_RAW, 'text', VALUE_REQUIRED, null, NULL_NOT_ALLOWED),
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
        if (\core_text::strlen($params['url']) > 1000) {
            throw new \invalid_parameter_exception('url may have 1000 characters at most');
        }
        if (\core_text::strlen($params['token']) > 255) {
            throw new \invalid_parameter_exception('token may have 255 characters at most');
        }
        return $params;
    }
}
