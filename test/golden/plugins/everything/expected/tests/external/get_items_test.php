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

#[\PHPUnit\Framework\Attributes\CoversClass(get_items::class)]
/**
 * Who may call local_everything_get_items, and with what.
 *
 * Made from test/golden/plugins/everything/manifest.ts by the build: change that file, not this one.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \local_everything\external\get_items
 */
final class get_items_test extends \advanced_testcase {
    /** @var int What the function is asked about. */
    private int $here;

    /** @var int The same in another course. */
    private int $there;

    /** @var int[] The courses of both. */
    private array $courseids = [];

    /**
     * A place to ask about.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->redirectMessages();
        [$this->here, $this->there] = [$this->place(), $this->place()];
    }

    /**
     * Moodle is told who may call the function, and from where.
     */
    public function test_what_moodle_is_told(): void {
        $told = external_api::external_function_info('local_everything_get_items');
        $this->assertSame('read', $told->type);
        $this->assertSame(true, $told->allowed_from_ajax);
        $this->assertSame(true, (bool) $told->loginrequired);
        $this->assertSame('local/everything:view', $told->capabilities);
    }

    /**
     * Nobody calls the function without an account.
     */
    public function test_without_an_account(): void {
        $this->setUser(null);
        $this->expectException(\require_login_exception::class);
        get_items::execute(...$this->arguments());
    }

    /**
     * Whoever may do all but this is refused.
     */
    public function test_without_the_capability(): void {
        $user = $this->person(CAP_PROHIBIT);
        $this->getDataGenerator()->enrol_user($user->id, $this->courseids[0], 'editingteacher');
        $this->setUser($user);
        $this->expectException(\required_capability_exception::class);
        $this->expectExceptionMessage(get_capability_string('local/everything:view'));
        get_items::execute(...$this->arguments());
    }

    /**
     * Whoever may here may not in another course, though they take part in it.
     */
    public function test_in_another_course(): void {
        $user = $this->person(CAP_ALLOW);
        $this->getDataGenerator()->enrol_user($user->id, $this->courseids[1], $this->getDataGenerator()->create_role());
        $this->setUser($user);
        $this->expectException(\required_capability_exception::class);
        get_items::execute(...$this->arguments($this->there));
    }

    /**
     * Whoever has no access to the course is refused, whatever they may do elsewhere.
     */
    public function test_from_outside_the_course(): void {
        $user = $this->getDataGenerator()->create_user();
        role_assign($this->role(CAP_ALLOW), $user->id, \core\context\system::instance());
        $this->setUser($user);
        $this->expectException(\require_login_exception::class);
        get_items::execute(...$this->arguments());
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
            'courseid is no number' => ['courseid', 'one'],
            'courseid is null' => ['courseid', null],
            'state is nothing there is to choose' => ['state', 'neither'],
            'state is null' => ['state', null],
            'search is a list' => ['search', ['a']],
            'search has 101 letters' => ['search', str_repeat('a', 101)],
            'search holds a tag' => ['search', 'a<b>'],
            'search is null' => ['search', null],
            'since is no number' => ['since', 'one'],
            'ids is no list' => ['ids', 'one'],
            'an item of ids is no number' => ['ids', [1, 'one']],
            'an item of ids is null' => ['ids', [1, null]],
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
            get_items::execute(...$arguments);
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
            'state is closed' => ['state', 'closed'],
            'search is given' => ['search', 'a'],
            'search has 100 letters' => ['search', str_repeat('a', 100)],
            'since is given' => ['since', 1],
            'since is null' => ['since', null],
            'ids has one item' => ['ids', [1]],
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
        $answer = external_api::call_external_function('local_everything_get_items', $arguments, true);
        return $answer['error'] ? $answer['exception']->errorcode : '';
    }

    /**
     * What the function is called with.
     *
     * @param int|null $placeid here by default
     * @return array
     */
    private function arguments(?int $placeid = null): array {
        $placeid ??= $this->here;
        return [
            'courseid' => $placeid,
            'state' => 'open',
            'search' => '',
            'since' => null,
            'ids' => [],
        ];
    }

    /**
     * Somebody who takes part in the course and whose only role allows or forbids what is asked for.
     *
     * @param int $permission
     * @return \stdClass
     */
    private function person(int $permission): \stdClass {
        $user = $this->getDataGenerator()->create_user();
        $this->getDataGenerator()->enrol_user($user->id, $this->courseids[0], $this->role($permission));
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
        assign_capability('local/everything:view', $permission, $roleid, \core\context\system::instance());
        return $roleid;
    }

    /**
     * What the function is asked about, in a course of its own.
     *
     * @return int
     */
    private function place(): int {
        $course = $this->getDataGenerator()->create_course();
        $this->courseids[] = (int) $course->id;
        return (int) $course->id;
    }
}
