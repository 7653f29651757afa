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

namespace block_my_external_backup_restore_courses\local\upgrade;

#[\PHPUnit\Framework\Attributes\CoversClass(upstream::class)]
/**
 * The requests of the plugin that had this name before are taken over.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_my_external_backup_restore_courses\local\upgrade\upstream
 */
final class upstream_test extends \advanced_testcase {
    /** @var string[] Columns of the earlier plugin that hold whole numbers. */
    private const NUMBERS = [
        'userid', 'externalcourseid', 'internalcategory', 'status', 'courseid', 'withuserdatas', 'enrolmentmode',
        'timecreated', 'timemodified', 'timescheduleprocessed',
    ];

    /**
     * Its table, as it was.
     */
    protected function setUp(): void {
        global $DB;
        parent::setUp();
        $this->resetAfterTest();
        $this->preventResetByRollback();
        $table = new \xmldb_table(upstream::TABLE);
        $table->add_field('id', XMLDB_TYPE_INTEGER, 10, null, XMLDB_NOTNULL, XMLDB_SEQUENCE);
        $table->add_field('externalcoursename', XMLDB_TYPE_CHAR, 254, null, XMLDB_NOTNULL);
        $table->add_field('externalmoodleurl', XMLDB_TYPE_CHAR, 256, null, XMLDB_NOTNULL);
        foreach (self::NUMBERS as $name) {
            $table->add_field($name, XMLDB_TYPE_INTEGER, 10, null, $name === 'courseid' ? null : XMLDB_NOTNULL);
        }
        $table->add_key('primary', XMLDB_KEY_PRIMARY, ['id']);
        $DB->get_manager()->create_table($table);
    }

    /**
     * No table may stay behind.
     */
    protected function tearDown(): void {
        global $DB;
        $DB->get_manager()->drop_table(new \xmldb_table(upstream::TABLE));
        parent::tearDown();
    }

    public function test_each_state_has_its_counterpart_and_choices_are_kept(): void {
        foreach ([0, 1, 2, -1] as $status) {
            $this->row(['status' => $status, 'externalcourseid' => 100 + $status, 'withuserdatas' => 1, 'enrolmentmode' => 1]);
        }
        upstream::upgrade(2024021600);
        $taken = $this->taken();
        $this->assertSame(['failed', 'scheduled', 'scheduled', 'done'], array_column($taken, 'state'));
        $this->assertSame(['restore_failed', null, null, null], array_column($taken, 'reason'));
        $this->assertEquals([1, 1, 1, 1], array_column($taken, 'enrolment'));
        $this->assertEquals([1, 1, 1, 1], array_column($taken, 'withusers'));
        $this->assertSame('https://old.example', $taken[0]->remote);
        $this->assertEquals([30, null, null, 30], array_column($taken, 'timeended'));
        $this->assertEquals(7, $taken[0]->categoryid);
    }

    public function test_a_request_of_nobody_is_the_admins(): void {
        $this->row(['userid' => 0]);
        upstream::upgrade(2024021600);
        $this->assertEquals(get_admin()->id, $this->taken()[0]->userid);
    }

    public function test_an_upgrade_that_was_cut_off_goes_on_and_takes_nothing_twice(): void {
        global $DB;
        for ($course = 1; $course <= 1203; $course++) {
            $this->row(['externalcourseid' => $course]);
        }
        // The first part is done, as after a cut.
        $first = $DB->get_records(upstream::TABLE, null, 'id', 'id', 0, 500);
        $rest = $DB->get_records_select(upstream::TABLE, 'id > :last', ['last' => array_key_last($first)]);
        $DB->delete_records_list(upstream::TABLE, 'id', array_keys($rest));
        upstream::upgrade(2024021600);
        $bare = array_map(static fn(\stdClass $row): array => array_diff_key((array) $row, ['id' => 0]), $rest);
        $DB->insert_records(upstream::TABLE, $bare);
        upstream::upgrade(2024021600);
        upstream::upgrade(2024021600);
        $this->assertEquals(range(1, 1203), array_column($this->taken(), 'remotecourse'));
        $this->assertSame(0, $DB->count_records(upstream::TABLE));
    }

    /**
     * A request of the earlier plugin.
     *
     * @param array $values
     */
    private function row(array $values): void {
        global $DB;
        $DB->insert_record(upstream::TABLE, (object) ($values + [
            'userid' => 2,
            'externalcourseid' => 5,
            'externalcoursename' => 'Été',
            'externalmoodleurl' => 'https://old.example/',
            'internalcategory' => 7,
            'status' => 0,
            'courseid' => null,
            'withuserdatas' => 0,
            'enrolmentmode' => 2,
            'timecreated' => 10,
            'timemodified' => 20,
            'timescheduleprocessed' => 30,
        ]));
    }

    /**
     * Our requests, by the id of the course.
     *
     * @return \stdClass[]
     */
    private function taken(): array {
        global $DB;
        return array_values($DB->get_records('block_my_external_backup_restore_courses_request', null, 'remotecourse'));
    }
}
