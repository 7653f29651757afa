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
 * Settings and administration pages.
 *
 * Made from test/golden/plugins/everything/manifest.ts by the build: change that file, not this one.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$ADMIN->add(
    $hassiteconfig ? 'localplugins' : 'modules',
    new admin_category('local_everything_category', new lang_string('pluginname', 'local_everything')),
);

if ($hassiteconfig) {
    $settings = new admin_settingpage('local_everything', new lang_string('settings'));
    if ($ADMIN->fulltree) {
        $settings->add(
            new admin_setting_heading(
                'local_everything/general',
                new lang_string('setting:general', 'local_everything'),
                new lang_string('setting:general_desc', 'local_everything'),
            ),
        );
        $settings->add(
            new admin_setting_configcheckbox(
                'local_everything/enabled',
                new lang_string('setting:enabled', 'local_everything'),
                '',
                1,
            ),
        );
        $settings->add(
            new \local_everything\admin\whole_number(
                'local_everything/limit',
                new lang_string('setting:limit', 'local_everything'),
                new lang_string('setting:limit_desc', 'local_everything'),
                10,
                1,
                500,
            ),
        );
        $settings->add(
            new \local_everything\admin\whole_number(
                'local_everything/floor',
                new lang_string('setting:floor', 'local_everything'),
                '',
                5,
                0,
                null,
            ),
        );
        $settings->add(
            new admin_setting_configtext(
                'local_everything/factor',
                new lang_string('setting:factor', 'local_everything'),
                '',
                1.25,
                PARAM_FLOAT,
                10,
            ),
        );
        $settings->add(
            new admin_setting_configtext(
                'local_everything/title',
                new lang_string('setting:title', 'local_everything'),
                '',
                'Everyone\'s shelf',
                PARAM_TEXT,
                50,
            ),
        );
        $settings->add(
            new admin_setting_configtext(
                'local_everything/code',
                new lang_string('setting:code', 'local_everything'),
                '',
                'AB',
                '/^[A-Z\/]{0,8}$/',
                8,
            ),
        );
        $settings->add(
            new admin_setting_configtext(
                'local_everything/server',
                new lang_string('setting:server', 'local_everything'),
                '',
                'localhost',
                PARAM_HOST,
                60,
            ),
        );
        $settings->add(
            new admin_setting_configtextarea(
                'local_everything/footer',
                new lang_string('setting:footer', 'local_everything'),
                '',
                '',
                PARAM_TEXT,
            ),
        );
        $settings->add(
            new admin_setting_confightmleditor(
                'local_everything/welcome',
                new lang_string('setting:welcome', 'local_everything'),
                '',
                '<p>Hello</p>',
            ),
        );
        $setting = new admin_setting_configduration(
            'local_everything/keep',
            new lang_string('setting:keep', 'local_everything'),
            '',
            2592000,
            DAYSECS,
        );
        $setting->set_min_duration(86400);
        $settings->add($setting);
        $setting = new admin_setting_configduration(
            'local_everything/wait',
            new lang_string('setting:wait', 'local_everything'),
            '',
            90,
            1,
        );
        $setting->set_validate_function(\local_everything\local\shelves_check::wait_problem(...));
        $settings->add($setting);
        $settings->add(
            new admin_setting_configselect(
                'local_everything/mode',
                new lang_string('setting:mode', 'local_everything'),
                '',
                'many',
                [
                    'few' => new lang_string('setting:mode:few', 'local_everything'),
                    'many' => new lang_string('setting:mode:many', 'local_everything'),
                ],
            ),
        );
        $settings->add(
            new admin_setting_configselect('local_everything/hour', new lang_string('setting:hour', 'local_everything'), '', '6', [
                '0' => '0',
                '6' => '6',
                '12' => '12',
            ]),
        );
        $settings->add(
            new admin_setting_configmulticheckbox(
                'local_everything/days',
                new lang_string('setting:days', 'local_everything'),
                '',
                [
                    'mon' => 1,
                ],
                [
                    'mon' => new lang_string('setting:days:mon', 'local_everything'),
                    'tue' => new lang_string('setting:days:tue', 'local_everything'),
                ],
            ),
        );
        $settings->add(
            new admin_setting_pickroles(
                'local_everything/reviewers',
                new lang_string('setting:reviewers', 'local_everything'),
                '',
                ['editingteacher', 'manager'],
            ),
        );
        $settings->add(
            new admin_setting_configselect(
                'local_everything/reader',
                new lang_string('setting:reader', 'local_everything'),
                '',
                (int) array_key_first(get_archetype_roles('student')),
                role_fix_names(get_all_roles(), null, ROLENAME_ORIGINAL, true),
            ),
        );
        $settings->add(
            new admin_settings_coursecat_select(
                'local_everything/home',
                new lang_string('setting:home', 'local_everything'),
                '',
                core_course_category::get_default()->id,
            ),
        );
        $settings->add(
            new admin_setting_encryptedpassword('local_everything/token', new lang_string('setting:token', 'local_everything'), ''),
        );
        $settings->add(
            new \local_everything\admin\servers(
                'local_everything/servers',
                new lang_string('setting:servers', 'local_everything'),
                '',
                '',
            ),
        );
    }
    $ADMIN->add('local_everything_category', $settings);
}

$ADMIN->add(
    'local_everything_category',
    new admin_externalpage(
        'local_everything_setup',
        new lang_string('adminpage:setup', 'local_everything'),
        new moodle_url('/local/everything/setup.php'),
        'moodle/site:config',
    ),
);
$ADMIN->add(
    'local_everything_category',
    new admin_externalpage(
        'local_everything_overview',
        new lang_string('adminpage:overview', 'local_everything'),
        new moodle_url('/local/everything/index.php'),
        'local/everything:manage',
    ),
);
$ADMIN->add(
    'reports',
    new admin_externalpage(
        'local_everything_sitereport',
        new lang_string('adminpage:sitereport', 'local_everything'),
        new moodle_url('/local/everything/report.php'),
        'moodle/site:config',
    ),
);
