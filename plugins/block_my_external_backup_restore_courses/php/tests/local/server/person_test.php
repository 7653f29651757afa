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

namespace block_my_external_backup_restore_courses\local\server;

use block_my_external_backup_restore_courses\tests\lender;

/**
 * A value names one active account, or nobody.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_my_external_backup_restore_courses\local\server\person
 */
final class person_test extends \advanced_testcase {
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
    }

    public function test_each_way_of_matching_finds_its_account(): void {
        $generator = $this->getDataGenerator();
        $generator->create_custom_profile_field(['datatype' => 'text', 'shortname' => 'staff', 'name' => 'Staff']);
        $user = $generator->create_user([
            'username' => 'ada',
            'email' => 'Ada@example.com',
            'idnumber' => 'A-1',
            'profile_field_staff' => '77',
        ]);
        $generator->create_user(['profile_field_staff' => '78']);
        $ways = ['username' => 'ada', 'email' => 'ada@EXAMPLE.com', 'idnumber' => 'A-1', 'profile_staff' => '77'];
        foreach ($ways as $match => $value) {
            $this->assertEquals($user->id, person::named($match, $value)->id, $match);
        }
    }

    public function test_nothing_like_it_is_taken_for_it(): void {
        $this->getDataGenerator()->create_user(['username' => 'rene', 'idnumber' => 'A-1']);
        $cases = [
            ['username', ''], ['username', '  '], ['idnumber', ''], ['username', 'Rene'], ['username', 'rené'],
            ['username', 'rene '], ['idnumber', 'a-1'], ['username', 'r%'],
            ['profile_none', '1'], ['email', ''], ['username', 'guest'],
        ];
        foreach ($cases as [$match, $value]) {
            $this->assertSame('user_unknown', lender::refused(fn() => person::named($match, $value)), "$match '$value'");
        }
    }

    public function test_two_accounts_and_inactive_ones_are_refused(): void {
        $generator = $this->getDataGenerator();
        $generator->create_user(['idnumber' => 'twice']);
        $generator->create_user(['idnumber' => 'twice']);
        $generator->create_user(['username' => 'idle', 'suspended' => 1]);
        $generator->create_user(['username' => 'new', 'confirmed' => 0]);
        delete_user($generator->create_user(['username' => 'gone', 'idnumber' => 'gone']));
        foreach ([['idnumber', 'twice'], ['username', 'idle'], ['username', 'new'], ['idnumber', 'gone']] as [$match, $value]) {
            $this->assertSame('user_unknown', lender::refused(fn() => person::named($match, $value)), $value);
        }
    }

    public function test_no_other_column_can_be_searched(): void {
        $user = $this->getDataGenerator()->create_user();
        foreach (['id', 'password', 'u.id', ''] as $match) {
            $this->assertSame('user_unknown', lender::refused(fn() => person::named($match, (string) $user->id)), $match);
        }
    }
}
