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

namespace block_course_notification\local\upgrade;

use block_course_notification\local\course\why;
use block_course_notification\local\facts\course_settings;
use block_course_notification\local\facts\learner_facts;
use block_course_notification\local\facts\scope;
use block_course_notification\local\plan\reconciler;
use block_course_notification\local\send\ledger;
use block_course_notification\local\send\sender;
use block_course_notification\tests\school;

/**
 * Taking over from the plugin of the same name that was here before.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\local\upgrade\upstream
 */
final class upstream_test extends \advanced_testcase {
    /** @var int The last version of the other plugin. */
    private const VERSION = 2025011400;

    /** @var school Courses and learners. */
    private school $school;

    /**
     * Its table, as tests/fixtures/upstream.xml describes it.
     */
    protected function setUp(): void {
        global $DB;
        parent::setUp();
        $this->resetAfterTest();
        $this->preventResetByRollback();
        $this->mock_clock_with_frozen(school::NOW);
        $this->school = new school($this->getDataGenerator());
        $DB->get_manager()->install_from_xmldb_file(__DIR__ . '/../../fixtures/upstream.xml');
    }

    /**
     * No table may stay behind.
     */
    protected function tearDown(): void {
        global $DB;
        $table = new \xmldb_table('block_course_notification');
        if ($DB->get_manager()->table_exists($table)) {
            $DB->get_manager()->drop_table($table);
        }
        parent::tearDown();
    }

    public function test_nobody_is_told_twice(): void {
        global $DB;
        $courseid = $this->school->course();
        $told = $this->school->learner('told', $courseid, ['enrolments' => [[-14 * DAYSECS, 7 * DAYSECS]]]);
        $this->school->learner('untold', $courseid, ['enrolments' => [[-14 * DAYSECS, 7 * DAYSECS]]]);
        $this->mark($courseid, $told, ['secondcall' => -3600, 'oneweeknearend' => -3600, 'inactive' => -DAYSECS]);
        $this->mark($courseid, (object) ['id' => 999999], ['closed' => -5]);
        upstream::upgrade(self::VERSION);
        $this->assertSame(3, $DB->count_records(ledger::TABLE));
        $this->assertFalse($DB->get_manager()->table_exists('block_course_notification'));
        reconciler::run();
        $sink = $this->redirectMessages();
        (new sender())->run();
        $got = array_map(fn(\stdClass $message): string => $this->school->name((int) $message->useridto), $sink->get_messages());
        $this->assertSame(['untold' => 2], array_count_values($got));
    }

    public function test_an_upgrade_that_was_cut_off_starts_again(): void {
        global $DB;
        $courseid = $this->school->course();
        $told = $this->school->learner('told', $courseid);
        $this->mark($courseid, $told, ['firstassign' => -3600]);
        $learners = (new learner_facts())->read(scope::pairs([[$courseid, (int) $told->id]]));
        $DB->insert_record(ledger::TABLE, (object) [
            'courseid' => $courseid, 'userid' => $told->id, 'signalname' => 'firstassign', 'state' => ledger::SENT,
            'anchor' => $learners["$courseid:$told->id"]->facts()['start'],
            'timeclaimed' => school::NOW, 'timesent' => school::NOW,
        ]);
        upstream::upgrade(self::VERSION);
        $this->assertSame(1, $DB->count_records(ledger::TABLE));
    }

    public function test_marks_without_a_date_are_kept(): void {
        global $DB;
        $courseid = $this->school->course();
        $user = $this->school->learner('told', $courseid);
        $DB->insert_record('block_course_notification', (object) [
            'courseid' => $courseid, 'userid' => $user->id, 'firstassignnotified' => 1, 'firstassignnotedate' => 0,
        ]);
        upstream::upgrade(self::VERSION);
        $this->assertSame('alreadysent', why::explain($courseid, (int) $user->id)['firstassign']['reason']);
    }

    public function test_the_configuration_of_a_block_is_taken_over(): void {
        $courseid = $this->school->course([], [
            'enable' => '1', 'firstassign' => '0', 'firstcall' => '1', 'firstcalldelay' => '3', 'secondcalldelay' => '9',
            'inactive' => '1',
            'inactivitydelayindays' => '21', 'inactivityfrequency' => '5', 'courseeventsreminders' => '13', 'completed' => '0',
            'firstcall_object_ovl' => 'Come to {{COURSENAME}}',
            'firstcall_ovl' => ['text' => '<p>Hi {{FIRSTNAME}}</p>', 'format' => '1'],
            'closed_object_ovl' => '', 'closed_ovl' => ['text' => '', 'format' => '1'],
        ]);
        upstream::upgrade(self::VERSION);
        $settings = course_settings::of($courseid);
        $days = array_map(static fn(string $delay): int => $settings[$delay] / DAYSECS, course_settings::DELAYS);
        $this->assertSame([3, 9, 21, 5], $days);
        $switches = ['firstassign', 'firstcall', 'fivedaystoend', 'threedaystoend', 'onedaytoend', 'completed'];
        $this->assertSame(
            [false, true, false, true, true, false],
            array_map(static fn(string $signal): bool => $settings[$signal], $switches)
        );
        $this->assertSame('Come to {{COURSE}}', $settings['subject']['firstcall']['*']);
        $this->assertStringContainsString('Hi {{FIRSTNAME}}', $settings['body']['firstcall']['*']);
        $this->assertArrayNotHasKey('closed', $settings['body']);
    }

    public function test_the_settings_of_the_site_are_taken_over(): void {
        $old = [
            'defaultfirstassign' => 0,
            'defaultonedaytoend' => 1,
            'defaultfirstcalldelay' => 4,
            'defaultinactivityfrequency' => 10,
        ];
        foreach ($old as $name => $value) {
            set_config($name, $value, 'block_course_notification');
        }
        set_config('bulklimit', 300, 'block_course_notification');
        upstream::upgrade(self::VERSION);
        $config = get_config('block_course_notification');
        $this->assertEquals([0, 1, 4 * DAYSECS, 10 * DAYSECS, 300], [
            $config->firstassign, $config->onedaytoend, $config->firstcallafter, $config->inactiveevery, $config->bulklimit,
        ]);
        $this->assertObjectNotHasProperty('defaultfirstassign', $config);
    }

    public function test_an_upgrade_from_ourselves_touches_nothing(): void {
        global $DB;
        upstream::upgrade(2026112100);
        $this->assertTrue($DB->get_manager()->table_exists('block_course_notification'));
    }

    /**
     * Marks as the other plugin kept them.
     *
     * @param int $courseid
     * @param \stdClass $user
     * @param int[] $marks moments from NOW, by signal
     */
    private function mark(int $courseid, \stdClass $user, array $marks): void {
        global $DB;
        $row = ['courseid' => $courseid, 'userid' => $user->id];
        foreach ($marks as $signal => $when) {
            $row += ["{$signal}notified" => 1, "{$signal}notedate" => school::NOW + $when];
        }
        $DB->insert_record('block_course_notification', (object) $row);
    }
}
