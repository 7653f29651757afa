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

namespace block_my_external_backup_restore_courses\local\transfer;

use block_my_external_backup_restore_courses\local\remote\trouble;

#[\PHPUnit\Framework\Attributes\CoversClass(person::class)]
/**
 * How a person is named to another Moodle.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_my_external_backup_restore_courses\local\transfer\person
 */
final class person_test extends \advanced_testcase {
    /**
     * What makes an account one in whose name nothing is asked.
     *
     * @return array[]
     */
    public static function gone(): array {
        return ['suspended' => ['suspended'], 'deleted' => ['deleted']];
    }

    /**
     * Nothing is asked in the name of somebody who may not enter here.
     *
     * @dataProvider gone
     * @param string $column
     */
    #[\PHPUnit\Framework\Attributes\DataProvider('gone')]
    public function test_nothing_is_asked_in_the_name_of_somebody_who_is_gone(string $column): void {
        global $DB;
        $this->resetAfterTest();
        $user = $this->getDataGenerator()->create_user();
        $DB->set_field('user', $column, 1, ['id' => $user->id]);
        $this->expectExceptionObject(new trouble('requester_gone'));
        person::named((int) $user->id);
    }

    public function test_people_are_named_by_what_the_admin_chose(): void {
        $this->resetAfterTest();
        $user = $this->getDataGenerator()->create_user(['username' => 'ada', 'email' => 'ada@example.com', 'idnumber' => '']);
        $this->assertSame(['match' => 'username', 'username' => 'ada'], person::named((int) $user->id));
        set_config('matching', 'email', 'block_my_external_backup_restore_courses');
        $this->assertSame(['match' => 'email', 'username' => 'ada@example.com'], person::named((int) $user->id));
        set_config('matching', 'idnumber', 'block_my_external_backup_restore_courses');
        $this->expectExceptionObject(new trouble('user_unknown'));
        person::named((int) $user->id);
    }
}
