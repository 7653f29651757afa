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

#[\PHPUnit\Framework\Attributes\CoversClass(setup::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(account::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(role::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(site::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(token::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(self_test::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(removal::class)]
/**
 * The set-up brings about what is missing, and leaves alone what is right.
 *
 * @package    part_service
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \part_service\local\service\setup
 * @covers \part_service\local\service\account
 * @covers \part_service\local\service\role
 * @covers \part_service\local\service\site
 * @covers \part_service\local\service\token
 * @covers \part_service\local\service\self_test
 * @covers \part_service\local\service\removal
 */
final class setup_test extends \advanced_testcase {
    /**
     * An admin does it.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->setAdminUser();
        set_config('enablewebservices', 0);
        set_config('webserviceprotocols', '');
    }

    public function test_from_nothing_everything_is_made_and_each_function_can_be_called(): void {
        global $CFG;
        $this->assertFalse(setup::look()->is_complete());
        $report = setup::run(new token());
        $this->assertTrue($report->is_complete(), json_encode($report->lines));
        $this->assertSame([], array_filter(self_test::functions()));
        $this->assertSame('webservice', account::user()->auth);
        $this->assertStringContainsString($report->secret, $report->handover());
        require_once($CFG->dirroot . '/webservice/lib.php');
        $known = (new \webservice())->authenticate_user($report->secret);
        $this->assertSame(blueprint::USER, $known['user']->username);
    }

    public function test_the_second_time_nothing_is_changed_and_no_token_is_shown(): void {
        setup::run(new token());
        $tokens = token::valid();
        $report = setup::run(new token());
        $this->assertSame(0, $report->count(setup::MADE));
        $this->assertNull($report->secret);
        $this->assertEquals($tokens, token::valid());
    }

    public function test_to_look_changes_nothing(): void {
        global $DB;
        setup::look();
        $this->assertFalse($DB->record_exists('user', ['username' => blueprint::USER]));
        $this->assertFalse($DB->record_exists('role', ['shortname' => blueprint::ROLE]));
        $this->assertEmpty(get_config('core', 'enablewebservices'));
    }

    public function test_the_role_holds_what_is_named_and_nothing_else(): void {
        global $DB;
        setup::run(new token());
        $held = array_values($DB->get_records_menu('role_capabilities', ['roleid' => role::id()], '', 'id, capability'));
        sort($held);
        $named = blueprint::CAPABILITIES;
        sort($named);
        $this->assertSame($named, $held);
    }

    public function test_what_somebody_broke_is_mended(): void {
        global $DB;
        setup::run(new token());
        $user = account::user();
        $DB->update_record('user', (object) ['id' => $user->id, 'suspended' => 1, 'auth' => 'manual', 'email' => '']);
        $DB->delete_records('external_services_users', ['userid' => $user->id]);
        $DB->set_field('external_tokens', 'validuntil', 5, ['userid' => $user->id]);
        $DB->set_field('external_services', 'enabled', 0, ['shortname' => blueprint::SERVICE]);
        $DB->set_field('external_services', 'restrictedusers', 0, ['shortname' => blueprint::SERVICE]);
        $DB->delete_records('external_services_functions', ['externalserviceid' => site::service()->id]);
        role_change_permission(role::id(), \core\context\system::instance(), blueprint::CAPABILITIES[0], CAP_PROHIBIT);
        set_role_contextlevels(role::id(), []);
        role_unassign_all(['userid' => $user->id]);
        set_config('sitepolicy', 'https://policy.example/');
        $this->getDataGenerator()->create_custom_profile_field([
            'datatype' => 'menu', 'shortname' => 'team', 'name' => 'Team', 'required' => 1, 'visible' => 2, 'param1' => "Red\nBlue",
        ]);
        $broken = array_filter(self_test::functions());
        $this->assertSame(blueprint::FUNCTIONS, array_keys($broken));
        $report = setup::run(new token());
        $this->assertTrue($report->is_complete(), json_encode($report->lines));
        $this->assertNotNull($report->secret);
        $this->assertCount(1, $DB->get_records('external_tokens', ['userid' => $user->id]));
        $this->assertSame([], array_filter(self_test::functions()));
        $this->assertTrue(setup::look()->is_complete());
    }

    public function test_policies_of_the_plugin_for_policies_are_agreed_to(): void {
        global $DB;
        setup::run(new token());
        $policy = \tool_policy\test\helper::add_policy();
        \tool_policy\api::make_current($policy->get('id'));
        set_config('sitepolicyhandler', 'tool_policy');
        $this->assertFalse(setup::look()->is_complete());
        $this->assertTrue(setup::run(new token())->is_complete());
        $this->assertTrue($DB->record_exists('tool_policy_acceptances', ['userid' => account::user()->id, 'status' => 1]));
    }

    public function test_a_new_token_takes_the_place_of_the_old_one_and_keeps_its_limits(): void {
        $until = time() + WEEKSECS;
        $first = setup::run(new token(false, $until, '10.1.2.3'))->secret;
        $second = setup::run(new token(true))->secret;
        $this->assertNotSame($first, $second);
        [$token] = array_values(token::valid());
        $this->assertSame($second, $token->token);
        $this->assertEquals($until, $token->validuntil);
        $this->assertSame('10.1.2.3', $token->iprestriction);
    }

    public function test_limits_change_without_a_new_token(): void {
        $secret = setup::run(new token())->secret;
        $report = setup::run(new token(false, 0, '192.168.0.0/24'));
        $this->assertNull($report->secret);
        [$token] = array_values(token::valid());
        $this->assertSame([$secret, '192.168.0.0/24'], [$token->token, $token->iprestriction]);
        $this->assertNull(self_test::call());
    }

    public function test_what_the_configuration_file_says_is_left_to_people(): void {
        global $CFG;
        $CFG->config_php_settings['enablewebservices'] = 0;
        try {
            $report = setup::run(new token());
        } finally {
            unset($CFG->config_php_settings['enablewebservices']);
        }
        $this->assertSame(1, $report->count(setup::BYHAND));
        $this->assertSame(setup::BYHAND, $report->lines[0]['state']);
    }

    public function test_the_self_test_calls_this_site_and_says_what_it_got(): void {
        setup::run(new token());
        \curl::mock_response(json_encode(['sitename' => 'x']));
        $this->assertNull(self_test::call());
        \curl::mock_response(json_encode(['errorcode' => 'sitemaintenance', 'message' => 'Under <b>maintenance</b>']));
        $this->assertStringContainsString('Under &lt;b&gt;maintenance', self_test::call());
        \curl::mock_response('<html>');
        $this->assertNotNull(self_test::call());
    }

    public function test_what_was_made_goes_with_the_plugin(): void {
        global $DB;
        setup::run(new token());
        removal::uninstall();
        $this->assertNull(account::user());
        $this->assertSame(0, role::id());
        $this->assertFalse($DB->record_exists('external_tokens', ['externalserviceid' => site::service()->id]));
    }

    public function test_what_others_use_stays(): void {
        setup::run(new token());
        $this->getDataGenerator()->enrol_user(account::user()->id, $this->getDataGenerator()->create_course()->id);
        role_assign(role::id(), $this->getDataGenerator()->create_user()->id, \core\context\system::instance()->id);
        removal::uninstall();
        $this->assertNotNull(account::user());
        $this->assertNotSame(0, role::id());
    }
}
