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

namespace block_course_notification\local\course;

use block_course_notification\external\find_receivers;
use block_course_notification\external\get_forecast_counts;
use block_course_notification\external\preview_message;
use block_course_notification\local\plan\pending;
use block_course_notification\local\send\ledger;
use block_course_notification\local\send\sender;
use block_course_notification\reportbuilder\local\systemreports\due;
use block_course_notification\reportbuilder\local\systemreports\sent;
use block_course_notification\tests\school;
use core_reportbuilder\system_report_factory;
use core_reportbuilder\table\system_report_table;

#[\PHPUnit\Framework\Attributes\CoversClass(people::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(receivers::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(register::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(report_rows::class)]
/**
 * Separate groups, suspended people and hidden fields hold on every page as on core's page of participants.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\local\course\people
 * @covers \block_course_notification\local\course\receivers
 * @covers \block_course_notification\local\course\register
 * @covers \block_course_notification\local\course\report_rows
 */
final class people_test extends \advanced_testcase {
    /** @var school Courses and learners. */
    private school $school;

    /** @var int A course with separate groups: Red with Rita, Blue with Bob, and Nina in none. */
    private int $courseid;

    /** @var \stdClass A group. */
    private \stdClass $red;

    /** @var \stdClass A teacher of Red who may not see other groups. */
    private \stdClass $teacher;

    /**
     * A course with separate groups, and a teacher who is kept to their own.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->mock_clock_with_frozen(school::NOW);
        $generator = $this->getDataGenerator();
        $this->school = new school($generator);
        $this->courseid = $this->school->course(['groupmode' => SEPARATEGROUPS, 'shortname' => 'Alg/1 & more']);
        $this->red = $generator->create_group(['courseid' => $this->courseid, 'name' => 'Red & rosy']);
        $blue = $generator->create_group(['courseid' => $this->courseid, 'name' => 'Blue']);
        foreach (['rita' => $this->red, 'bob' => $blue, 'nina' => null] as $name => $group) {
            $called = ['firstname' => ucfirst($name), 'lastname' => 'Doe'];
            $learner = $this->school->learner($name, $this->courseid, ['user' => $called]);
            if ($group !== null) {
                $generator->create_group_member(['groupid' => $group->id, 'userid' => $learner->id]);
            }
        }
        $this->teacher = $this->school->learner('teacher', $this->courseid, ['role' => 'editingteacher']);
        $generator->create_group_member(['groupid' => $this->red->id, 'userid' => $this->teacher->id]);
        $this->may('moodle/site:accessallgroups', CAP_PROHIBIT);
        pending::flush();
        $this->setUser($this->teacher);
    }

    /**
     * Changes what teachers may do.
     *
     * @param string $capability
     * @param int $permission
     */
    private function may(string $capability, int $permission): void {
        global $DB;
        $role = $DB->get_field('role', 'id', ['shortname' => 'editingteacher'], MUST_EXIST);
        assign_capability($capability, $permission, $role, \core\context\course::instance($this->courseid), true);
        accesslib_clear_all_caches_for_unit_testing();
    }

    public function test_a_teacher_of_groups_reads_their_names_as_they_are(): void {
        $other = $this->getDataGenerator()->create_group(['courseid' => $this->courseid, 'name' => 'Green <i>grass</i>']);
        $this->getDataGenerator()->create_group_member(['groupid' => $other->id, 'userid' => $this->teacher->id]);
        $this->assertSame('the groups Green grass, Red & rosy', (new people($this->courseid))->called());
        $this->may('moodle/site:accessallgroups', CAP_ALLOW);
        $this->assertSame(get_string('act:everyone', 'block_course_notification'), (new people($this->courseid))->called());
    }

    /**
     * The rows of a report, as text, that the reader gets.
     *
     * @param string $report
     * @param array $parameters
     * @return string[][] by column
     */
    private function rows(string $report, array $parameters = []): array {
        \core_reportbuilder\manager::reset_caches();
        $context = \core\context\course::instance($this->courseid);
        // As core's own page does it: first the report, then the table, which alone learns of the download.
        $made = system_report_factory::create($report, $context, '', '', 0, array_diff_key($parameters, ['download' => true]));
        $table = system_report_table::create($made->get_report_persistent()->get('id'), $parameters);
        $table->define_baseurl(new \moodle_url('/'));
        $table->setup();
        $table->query_db(0, false);
        $rows = [];
        foreach ($table->rawdata as $row) {
            $cells = [];
            foreach ($made->get_active_columns_by_alias() as $alias => $column) {
                $cells[$column->get_name()] = strip_tags((string) $table->format_row($row)[$alias]);
            }
            $rows[] = $cells;
        }
        $table->close_recordset();
        return $rows;
    }

    /**
     * Whose rows a report has.
     *
     * @param string $report
     * @param array $parameters
     * @return string[]
     */
    private function names(string $report, array $parameters = []): array {
        $names = array_unique(array_column($this->rows($report, $parameters), 'fullnamewithlink'));
        sort($names);
        return $names;
    }

    public function test_a_teacher_of_a_group_sees_no_other_anywhere(): void {
        $bob = (int) $this->school->user('bob')->id;
        $this->assertSame(['Rita Doe'], $this->names(due::class));
        $this->assertSame(['Rita Doe'], array_column(receivers::everyone($this->courseid, 'doe'), 'name'));
        $found = array_column(find_receivers::execute($this->courseid, ''), 'name');
        $this->assertSame([get_string('preview:self', 'block_course_notification'), 'Rita Doe'], $found);
        $this->assertFalse((new people($this->courseid))->includes($bob));
        $this->expectExceptionMessage(get_string('preview:notalearner', 'block_course_notification'));
        preview_message::execute($this->courseid, 'closed', $bob, '', []);
    }

    public function test_asking_for_another_group_shows_nobody(): void {
        $blue = groups_get_group_by_name($this->courseid, 'Blue');
        $this->assertSame([], $this->names(due::class, ['group' => $blue]));
        $this->setAdminUser();
        $this->assertSame(['Bob Doe'], $this->names(due::class, ['group' => $blue]));
        $this->assertSame(['Bob Doe', 'Nina Doe', 'Rita Doe'], array_diff($this->names(due::class), ['teacher']));
    }

    public function test_a_teacher_without_a_group_sees_nobody(): void {
        groups_remove_member($this->red->id, $this->teacher->id);
        $people = new people($this->courseid);
        $this->assertTrue($people->are_none());
        $this->assertSame([[], []], [$this->names(due::class), receivers::everyone($this->courseid, '')]);
        $this->assertSame([0, 0], [
            register::mark($this->courseid, 0, '', $people),
            register::reset($this->courseid, 0, '', $people),
        ]);
    }

    public function test_marking_and_forgetting_for_all_concerns_those_only_who_may_be_seen(): void {
        global $DB;
        $people = new people($this->courseid);
        $mark = new act('mark', $people, 0, '');
        $this->assertSame([1, 1], [$mark->count(), $mark->run()]);
        $this->assertEquals([$this->school->user('rita')->id], $DB->get_fieldset(ledger::TABLE, 'userid'));
        register::mark($this->courseid);
        $this->assertSame(['Rita Doe'], $this->names(sent::class));
        $reset = new act('reset', $people, 0, '');
        $this->assertSame([1, 1], [$reset->count(), $reset->run()]);
        $this->assertSame(2, $DB->count_records(ledger::TABLE));
    }

    public function test_the_numbers_of_block_and_forecast_are_those_of_the_people_who_may_be_seen(): void {
        $today = fn(): int => course_counts::of($this->courseid, ['firstassign'])[0]['today'];
        $learners = fn(): int => array_sum(array_column(get_forecast_counts::execute($this->courseid), 'count'));
        $this->assertSame([1, 1], [$today(), $learners()]);
        $this->setAdminUser();
        $this->assertSame([3, 3], [$today(), $learners()]);
        $this->setUser($this->teacher);
        $this->assertSame([1, 1], [$today(), $learners()]);
        $this->setAdminUser();
        (new sender())->run();
        $sent = fn(): int => course_counts::of($this->courseid, ['firstassign'])[0]['sent'];
        $this->assertSame(3, $sent());
        $this->setUser($this->teacher);
        $this->assertSame(1, $sent());
        groups_remove_member($this->red->id, $this->teacher->id);
        $this->assertSame([0, 0, 0], [$today(), $learners(), $sent()]);
    }

    public function test_mails_that_wait_for_another_try_are_marked_too_and_never_sent(): void {
        global $DB;
        (new sender())->run();
        $DB->set_field(ledger::TABLE, 'state', ledger::WAITING);
        $DB->set_field(ledger::TABLE, 'timenext', school::NOW + HOURSECS);
        $mark = new act('mark', new people($this->courseid), 0, '');
        $this->assertSame([1, 1], [$mark->count(), $mark->run()]);
        $rita = ['userid' => $this->school->user('rita')->id];
        $this->assertSame(ledger::MARKED, $DB->get_field(ledger::TABLE, 'state', $rita));
        $this->assertSame(2, $DB->count_records(ledger::TABLE, ['state' => ledger::WAITING]), 'those of other groups wait');
        $this->mock_clock_with_frozen(school::NOW + DAYSECS);
        (new sender())->run();
        $this->assertSame(ledger::MARKED, $DB->get_field(ledger::TABLE, 'state', $rita));
        $this->assertSame(2, $DB->count_records(ledger::TABLE, ['state' => ledger::SENT]));
    }

    public function test_whoever_may_see_all_groups_sees_all(): void {
        $this->may('moodle/site:accessallgroups', CAP_ALLOW);
        $this->assertSame(['Bob Doe', 'Nina Doe', 'Rita Doe'], $this->names(due::class));
        $this->assertTrue((new people($this->courseid))->are_all());
    }

    public function test_suspended_people_are_seen_by_those_only_who_may_see_them(): void {
        $this->may('moodle/site:accessallgroups', CAP_ALLOW);
        $this->school->learner('sue', $this->courseid, ['status' => ENROL_USER_SUSPENDED]);
        $this->assertCount(1, receivers::everyone($this->courseid, 'sue'));
        $this->may('moodle/course:viewsuspendedusers', CAP_PROHIBIT);
        $this->assertCount(0, receivers::everyone($this->courseid, 'sue'));
        $this->assertFalse((new people($this->courseid))->are_all());
    }

    public function test_addresses_and_groups_are_columns_of_those_who_may_know_them(): void {
        $rows = $this->rows(due::class);
        $this->assertSame('rita@example.com', $rows[0]['email']);
        $this->assertSame('Red &amp; rosy', $rows[0]['groups']);
        $this->assertCount(1, receivers::everyone($this->courseid, 'rita@'));
        $this->may('moodle/site:viewuseridentity', CAP_PROHIBIT);
        set_config('hiddenuserfields', 'groups,lastaccess');
        $this->may('moodle/course:viewhiddenuserfields', CAP_PROHIBIT);
        $rows = $this->rows(due::class);
        $this->assertArrayNotHasKey('email', $rows[0]);
        $this->assertArrayNotHasKey('groups', $rows[0]);
        $this->assertCount(0, receivers::everyone($this->courseid, 'rita@'));
    }

    public function test_no_date_tells_a_last_visit_that_is_hidden(): void {
        $rita = $this->school->user('rita');
        school::visit($rita, $this->courseid, -3 * DAYSECS);
        pending::pair($this->courseid, (int) $rita->id);
        pending::flush();
        $inactive = fn(): array => array_column($this->rows(due::class), 'timedue', 'signalname');
        $name = get_string('signal:inactive', 'block_course_notification');
        $when = userdate(school::NOW + 11 * DAYSECS, get_string('strftimedatetimeshort', 'langconfig'));
        $this->assertSame($when, $inactive()[$name]);
        set_config('hiddenuserfields', 'lastaccess');
        $this->may('moodle/course:viewhiddenuserfields', CAP_PROHIBIT);
        $this->assertSame('', $inactive()[$name]);
        $drafts = [['language' => 'en', 'subject' => 'x', 'body' => '{{DAYS}} days', 'format' => FORMAT_HTML]];
        $mail = preview_message::execute($this->courseid, 'inactive', (int) $rita->id, '', $drafts);
        $this->assertStringNotContainsString('3 days', $mail['html']);
    }

    public function test_a_download_has_dates_that_spreadsheets_know_and_is_named_after_the_course(): void {
        // Core writes the mark of the file's encoding at once.
        $this->expectOutputRegex('/^\xEF\xBB\xBF/');
        $_GET['download'] = 'csv';
        $rows = $this->rows(due::class, ['download' => 'csv']);
        unset($_GET['download']);
        $this->assertMatchesRegularExpression('/^\d{4}-\d\d-\d\d \d\d:\d\d$/', $rows[0]['timedue']);
        $made = system_report_factory::create(due::class, \core\context\course::instance($this->courseid));
        $this->assertSame('Alg/1 & more ' . get_string('report:due', 'block_course_notification'), $made->get_downloadfilename());
    }

    public function test_what_is_being_sent_is_not_unsure(): void {
        global $DB;
        $this->may('moodle/site:accessallgroups', CAP_ALLOW);
        foreach (['rita' => 0, 'bob' => -2 * HOURSECS] as $name => $when) {
            $DB->insert_record(ledger::TABLE, (object) [
                'courseid' => $this->courseid, 'userid' => $this->school->user($name)->id, 'signalname' => 'closed',
                'anchor' => 1, 'state' => ledger::SENDING, 'timeclaimed' => school::NOW + $when,
            ]);
        }
        $states = array_column($this->rows(sent::class), 'state', 'fullnamewithlink');
        $word = static fn(string $state): string => get_string("state:$state", 'block_course_notification');
        $expected = array_map($word, ['sending', 'unsure']);
        $this->assertSame($expected, [$states['Rita Doe'], $states['Bob Doe']]);
    }
}
