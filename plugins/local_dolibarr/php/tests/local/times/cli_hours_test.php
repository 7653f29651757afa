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

namespace local_dolibarr\local\times;

use local_dolibarr\local\outbox\command_line;

#[\PHPUnit\Framework\Attributes\CoversClass(cli_hours::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(command_line::class)]
/**
 * The command that counts hours understands what people write.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \local_dolibarr\local\times\cli_hours
 * @covers \local_dolibarr\local\outbox\command_line
 */
final class cli_hours_test extends \advanced_testcase {
    /**
     * Ways to name a course and its session.
     *
     * @return array
     */
    public static function ways(): array {
        return [
            'letters before their values' => [['-c', 'FIRE', '-s', 'S12']],
            'letters with their values' => [['-c=FIRE', '-s=S12']],
            'names before their values' => [['--course', 'FIRE', '--session', 'March']],
            'names with their values' => [['--course=FIRE', '--session=S12']],
        ];
    }

    /**
     * Only who is in the session is counted.
     *
     * @dataProvider ways
     * @param string[] $words
     */
    #[\PHPUnit\Framework\Attributes\DataProvider('ways')]
    public function test_a_course_and_its_session_are_named_in_any_way(array $words): void {
        $this->resetAfterTest();
        $course = $this->getDataGenerator()->create_course(['idnumber' => 'FIRE']);
        $group = $this->getDataGenerator()->create_group(['courseid' => $course->id, 'idnumber' => 'S12', 'name' => 'March']);
        $this->getDataGenerator()->create_and_enrol($course, 'student');
        groups_add_member($group, $this->getDataGenerator()->create_and_enrol($course, 'student'));
        $this->expectOutputString('{"counted":1,"queued":0,"sent":[]}' . "\n");
        $this->assertSame(cli_hours::DONE, cli_hours::run([...$words, '--dry-run', '--json']));
    }

    /**
     * What is written wrong.
     *
     * @return array
     */
    public static function slips(): array {
        return [
            'an option that there is not' => [['-c', 'FIRE', '--fource']],
            'a word too many' => [['-c', 'FIRE', 'SAFETY']],
            'no course' => [['-v']],
            'a course that there is not' => [['-c', 'WATER']],
            'people who are no ids' => [['-c', 'FIRE', '-u', 'kiri']],
        ];
    }

    /**
     * Nothing is done, and it is said.
     *
     * @dataProvider slips
     * @param string[] $words
     */
    #[\PHPUnit\Framework\Attributes\DataProvider('slips')]
    public function test_a_slip_is_told_and_nothing_is_done(array $words): void {
        $this->resetAfterTest();
        $this->getDataGenerator()->create_course(['idnumber' => 'FIRE']);
        $this->assertSame(cli_hours::USAGE, cli_hours::run($words));
    }
}
