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

#[\PHPUnit\Framework\Attributes\CoversClass(test_remote::class)]
/**
 * Who may call local_everything_test_remote, and with what.
 *
 * Made from test/golden/plugins/everything/manifest.ts by the build: change that file, not this one.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \local_everything\external\test_remote
 */
final class test_remote_test extends \advanced_testcase {
    /**
     * A place to ask about.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->redirectMessages();
    }

    /**
     * Moodle is told who may call the function, and from where.
     */
    public function test_what_moodle_is_told(): void {
        $told = external_api::external_function_info('local_everything_test_remote');
        $this->assertSame('write', $told->type);
        $this->assertSame(true, $told->allowed_from_ajax);
        $this->assertSame(true, (bool) $told->loginrequired);
        $this->assertSame('moodle/site:config', $told->capabilities);
    }

    /**
     * Nobody calls the function without an account.
     */
    public function test_without_an_account(): void {
        $this->setUser(null);
        $this->expectException(\require_login_exception::class);
        test_remote::execute(...$this->arguments());
    }

    /**
     * Whoever may do all but this is refused.
     */
    public function test_without_the_capability(): void {
        $user = $this->person(CAP_PROHIBIT);
        role_assign($this->role_of_managers(), $user->id, \core\context\system::instance());
        $this->setUser($user);
        $this->expectException(\required_capability_exception::class);
        $this->expectExceptionMessage(get_capability_string('moodle/site:config'));
        test_remote::execute(...$this->arguments());
    }

    /**
     * Nothing but the capability is asked for.
     */
    public function test_as_somebody_who_may(): void {
        $this->setUser($this->person(CAP_ALLOW));
        $refusals = ['nopermissions', 'requireloginerror', 'servicenotavailable', 'invalidparameter'];
        $this->assertNotContains($this->refusal($this->arguments()), $refusals);
    }

    /**
     * A value that is not as it should be is refused.
     */
    public function test_wrong_values(): void {
        $this->setUser($this->person(CAP_ALLOW));
        $wrong = [
            'url is a list' => ['url', ['a']],
            'url has 1001 letters' => ['url', str_repeat('a', 1001)],
            'url is null' => ['url', null],
            'token is a list' => ['token', ['a']],
            'token has 256 letters' => ['token', str_repeat('a', 256)],
            'token is null' => ['token', null],
        ];
        foreach ($wrong as $what => [$param, $value]) {
            $this->assertSame('invalidparameter', $this->refusal([$param => $value] + $this->arguments()), $what);
            $this->assertTrue($this->refuses([$param => $value] + $this->arguments()), $what);
        }
    }

    /**
     * Whether the function itself refuses, of which nobody has looked at what it gets.
     *
     * @param array $arguments
     * @return bool
     */
    private function refuses(array $arguments): bool {
        try {
            test_remote::execute(...$arguments);
        } catch (\invalid_parameter_exception | \TypeError $refusal) {
            return true;
        }
        return false;
    }

    /**
     * A value that is just as it should be is taken.
     */
    public function test_right_values(): void {
        $this->setUser($this->person(CAP_ALLOW));
        $right = [
            'url has 1000 letters' => ['url', str_repeat('a', 1000)],
            'token has 255 letters' => ['token', str_repeat('a', 255)],
        ];
        foreach ($right as $what => [$param, $value]) {
            $this->assertNotSame('invalidparameter', $this->refusal([$param => $value] + $this->arguments()), $what);
        }
    }

    /**
     * Why Moodle answers a call with an error; empty where it does not.
     *
     * @param array $arguments
     * @return string
     */
    private function refusal(array $arguments): string {
        $_POST['sesskey'] = sesskey();
        $answer = external_api::call_external_function('local_everything_test_remote', $arguments, true);
        return $answer['error'] ? $answer['exception']->errorcode : '';
    }

    /**
     * What the function is called with.
     *
     * @return array
     */
    private function arguments(): array {
        return [
            'url' => 'a',
            'token' => 'a',
        ];
    }

    /**
     * Somebody whose only role allows or forbids what is asked for.
     *
     * @param int $permission
     * @return \stdClass
     */
    private function person(int $permission): \stdClass {
        $user = $this->getDataGenerator()->create_user();
        role_assign($this->role($permission), $user->id, \core\context\system::instance());
        return $user;
    }

    /**
     * A role that says one thing.
     *
     * @param int $permission
     * @return int
     */
    private function role(int $permission): int {
        $roleid = $this->getDataGenerator()->create_role();
        assign_capability('moodle/site:config', $permission, $roleid, \core\context\system::instance());
        return $roleid;
    }

    /**
     * The role that may do nearly everything.
     *
     * @return int
     */
    private function role_of_managers(): int {
        global $DB;
        return (int) $DB->get_field('role', 'id', ['shortname' => 'manager'], MUST_EXIST);
    }
}
