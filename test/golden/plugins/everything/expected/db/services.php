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
 * External functions and web services.
 *
 * Made from test/golden/plugins/everything/manifest.ts by the build: change that file, not this one.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$functions = [
    'local_everything_test_remote' => [
        'classname' => \local_everything\external\test_remote::class,
        'description' =>
            'Tries a remote Moodle as it stands among the settings: who may not change them has no ' . 'business with its tokens.',
        'type' => 'write',
        'ajax' => true,
        'capabilities' => 'moodle/site:config',
    ],
    'local_everything_get_items' => [
        'classname' => \local_everything\external\get_items::class,
        'description' => 'The items of a course.',
        'type' => 'read',
        'ajax' => true,
        'capabilities' => 'local/everything:view',
    ],
    'local_everything_set_shelf' => [
        'classname' => \local_everything\external\set_shelf::class,
        'description' => 'Stores a shelf.',
        'type' => 'write',
        'ajax' => false,
        'capabilities' => 'local/everything:manage',
    ],
];

$services = [
    'Everything for another system' => [
        'shortname' => 'everything_sync',
        'functions' => ['core_webservice_get_site_info', 'core_user_get_users_by_field', 'enrol_manual_enrol_users'],
        'restrictedusers' => 1,
        'enabled' => 1,
        'downloadfiles' => 0,
        'uploadfiles' => 0,
    ],
    'Everything' => [
        'shortname' => 'everything',
        'functions' => ['local_everything_get_items', 'core_webservice_get_site_info'],
        'restrictedusers' => 1,
        'enabled' => 0,
        'downloadfiles' => 1,
        'uploadfiles' => 0,
    ],
];
