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

namespace local_everything\reportbuilder\local\systemreports;

use core_reportbuilder\exception\report_access_exception;
use core_reportbuilder\system_report_factory;
use core_reportbuilder\table\system_report_table;

#[\PHPUnit\Framework\Attributes\CoversClass(items::class)]
/**
 * Who sees the report items, and which rows.
 *
 * Made from test/golden/plugins/everything/manifest.ts by the build: change that file, not this one.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \local_everything\reportbuilder\local\systemreports\items
 */
final class items_test extends \advanced_testcase {
    /** @var int The course that is looked at. */
    private int $here;

    /** @var int Another course. */
    private int $there;

    /**
     * Two courses.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->here = (int) $this->getDataGenerator()->create_course()->id;
        $this->there = (int) $this->getDataGenerator()->create_course()->id;
    }

    /**
     * Whoever may do all but this is refused.
     */
    public function test_without_the_capability(): void {
        $this->setUser($this->person(CAP_PROHIBIT, 'manager'));
        $this->expectException(report_access_exception::class);
        $this->rows();
    }

    /**
     * Nothing but the capability is asked for.
     */
    public function test_as_somebody_who_may(): void {
        $this->setUser($this->person(CAP_ALLOW));
        $this->assertSame([], $this->rows());
    }

    /**
     * Every row shows.
     */
    public function test_rows(): void {
        $person = $this->getDataGenerator()->create_user();
        $this->getDataGenerator()->enrol_user($person->id, $this->here);
        $this->getDataGenerator()->enrol_user($person->id, $this->there);
        $here = $this->row($this->here, (int) $person->id, 1);
        $there = $this->row($this->there, (int) $person->id, 2);
        $this->setAdminUser();
        $this->assertEqualsCanonicalizing([$here, $there], array_keys($this->rows()));
    }

    /**
     * The columns that everybody has.
     */
    public function test_columns(): void {
        $this->setAdminUser();
        $report = system_report_factory::create(items::class, $this->context());
        $shown = array_keys($report->get_active_columns());
        $this->assertContains('items:note', $shown);
        $this->assertContains('items:timecreated', $shown);
        $this->assertSame(true, $report->can_be_downloaded());
    }

    /**
     * The rows that the reader gets, by id.
     *
     * @return \stdClass[]
     */
    private function rows(): array {
        $report = system_report_factory::create(items::class, $this->context());
        $table = system_report_table::create($report->get_report_persistent()->get('id'), []);
        $table->define_baseurl(new \moodle_url('/'));
        $table->setup();
        $table->query_db(0, false);
        $rows = [];
        foreach ($table->rawdata as $row) {
            $this->assertNotEmpty($table->format_row($row));
            $rows[(int) $row->id] = $row;
        }
        $table->close_recordset();
        return $rows;
    }

    /**
     * Where the report is shown.
     *
     * @return \context
     */
    private function context(): \context {
        return \core\context\system::instance();
    }

    /**
     * Somebody whose role in the course allows or forbids the report.
     *
     * @param int $permission
     * @param string $also a role besides
     * @return \stdClass
     */
    private function person(int $permission, string $also = ''): \stdClass {
        $roleid = $this->getDataGenerator()->create_role();
        assign_capability('local/everything:manage', $permission, $roleid, \core\context\system::instance());
        $user = $this->getDataGenerator()->create_user();
        role_assign($roleid, $user->id, $this->context());
        if ($also !== '') {
            $this->getDataGenerator()->role_assign($also, $user->id, $this->context());
        }
        return $user;
    }

    /**
     * Keeps a row.
     *
     * @param int $courseid
     * @param int $userid
     * @param int $number what must be unique is made of it
     * @return int
     */
    private function row(int $courseid, int $userid, int $number): int {
        global $DB;
        return (int) $DB->insert_record(
            'local_everything_item',
            (object) [
                'shelfid' => $number,
                'userid' => $userid,
                'courseid' => $courseid,
                'note' => (string) $number,
                'reviewerid' => $userid,
                'timecreated' => 1700000000 + $number,
                'lasts' => $number,
            ],
        );
    }
}
