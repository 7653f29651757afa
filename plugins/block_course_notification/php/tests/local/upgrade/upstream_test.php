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

use block_course_notification\local\config;
use block_course_notification\local\course\why;
use block_course_notification\local\facts\block_start;
use block_course_notification\local\facts\course_settings;
use block_course_notification\local\plan\pending;
use block_course_notification\local\plan\reconciler;
use block_course_notification\local\send\sender;
use block_course_notification\tests\school;

#[\PHPUnit\Framework\Attributes\CoversClass(upstream::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(upstream_blocks::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(upstream_marks::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(upstream_roles::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(upstream_settings::class)]
/**
 * Taking over from the plugin of the same name that was here before.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\local\upgrade\upstream
 * @covers \block_course_notification\local\upgrade\upstream_blocks
 * @covers \block_course_notification\local\upgrade\upstream_marks
 * @covers \block_course_notification\local\upgrade\upstream_roles
 * @covers \block_course_notification\local\upgrade\upstream_settings
 */
final class upstream_test extends \advanced_testcase {
    /** @var int The last version of the other plugin. */
    private const VERSION = 2025011400;

    /** @var string What was sent. */
    private const SENT = 'block_course_notification_sent';

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
        $this->upgrade();
        $this->assertSame(3, $DB->count_records(self::SENT));
        $this->assertSame(['untold' => 1], $this->run_tasks(), 'the more urgent one, which speaks for the other');
    }

    public function test_everything_is_planned_when_the_upgrade_ends(): void {
        global $DB;
        $courseid = $this->school->course();
        $this->school->learner('ann', $courseid, ['enrolments' => [[-HOURSECS, 30 * DAYSECS]]]);
        pending::flush();
        $DB->delete_records('block_course_notification_due');
        // Moodle registers what is new in a plugin after its upgrade.
        $DB->delete_records('message_providers', ['component' => 'block_course_notification']);
        upstream::upgrade(self::VERSION);
        $this->assertSame(7, $DB->count_records('block_course_notification_due'));
    }

    public function test_marks_of_people_whose_enrolment_is_switched_off_hold_when_it_is_switched_on_again(): void {
        global $DB, $CFG;
        $courseid = $this->school->course();
        $enrolled = ['enrolments' => [[-14 * DAYSECS, 7 * DAYSECS]]];
        $suspended = $this->school->learner('suspended', $courseid, $enrolled);
        $this->mark($courseid, $suspended, ['secondcall' => -3600, 'oneweeknearend' => -3600, 'inactive' => -60]);
        $DB->set_field('user_enrolments', 'status', ENROL_USER_SUSPENDED, ['userid' => $suspended->id]);
        $instance = $this->school->course();
        $disabled = $this->school->learner('disabled', $instance, $enrolled);
        $this->mark($instance, $disabled, ['secondcall' => -3600, 'oneweeknearend' => -3600, 'inactive' => -60]);
        $DB->set_field('enrol', 'status', ENROL_INSTANCE_DISABLED, ['courseid' => $instance, 'enrol' => 'manual']);
        $this->upgrade();
        $DB->set_field('user_enrolments', 'status', ENROL_USER_ACTIVE, []);
        $DB->set_field('enrol', 'status', ENROL_INSTANCE_ENABLED, []);
        $this->assertSame([], $this->run_tasks());
    }

    public function test_marks_hold_when_an_enrolment_plugin_is_switched_on_again(): void {
        global $CFG;
        $courseid = $this->school->course();
        $user = $this->school->learner('ann', $courseid, ['enrolments' => [[-14 * DAYSECS, 7 * DAYSECS]]]);
        $this->mark($courseid, $user, ['secondcall' => -3600, 'oneweeknearend' => -3600, 'inactive' => -60]);
        $enabled = $CFG->enrol_plugins_enabled;
        set_config('enrol_plugins_enabled', 'self');
        $this->upgrade();
        set_config('enrol_plugins_enabled', $enabled);
        $this->assertSame([], $this->run_tasks());
    }

    public function test_a_second_enrolment_that_is_switched_on_later_brings_back_nothing_that_was_sent(): void {
        global $DB;
        $courseid = $this->school->course();
        $user = $this->school->learner('ann', $courseid, [
            'enrolments' => [[-6 * DAYSECS, 20 * DAYSECS], [-5 * DAYSECS, 200 * DAYSECS]],
        ]);
        $this->mark($courseid, $user, ['firstassign' => -5 * DAYSECS]);
        $DB->set_field('user_enrolments', 'status', ENROL_USER_SUSPENDED, [
            'userid' => $user->id, 'timestart' => school::NOW - 6 * DAYSECS,
        ]);
        $this->upgrade();
        $this->assertSame(['marked', 'sent'], $DB->get_fieldset_select(self::SENT, 'state', '1 = 1 ORDER BY anchor'));
        $DB->set_field('user_enrolments', 'status', ENROL_USER_ACTIVE, []);
        $this->assertSame([], $this->run_tasks());
    }

    public function test_marks_of_a_course_whose_block_is_gone_are_kept(): void {
        global $DB;
        $courseid = $this->school->course();
        $user = $this->school->learner('ann', $courseid, ['enrolments' => [[-14 * DAYSECS, 7 * DAYSECS]]]);
        $this->mark($courseid, $user, ['secondcall' => -3600, 'oneweeknearend' => -3600, 'inactive' => -60]);
        $DB->delete_records('block_instances', ['blockname' => 'course_notification']);
        $this->upgrade();
        school::block($courseid);
        $this->assertSame([], $this->run_tasks());
    }

    public function test_a_mark_without_a_date_and_a_date_without_a_flag_are_marks(): void {
        global $DB;
        $courseid = $this->school->course();
        $user = $this->school->learner('told', $courseid, ['enrolments' => [[-HOURSECS, DAYSECS - 60]]]);
        $DB->insert_record('block_course_notification', (object) [
            'courseid' => $courseid, 'userid' => $user->id, 'firstassignnotified' => 1, 'onedaytoendnotedate' => school::NOW - 60,
        ]);
        $this->upgrade();
        $this->assertSame('alreadysent', why::explain($courseid, (int) $user->id)['firstassign']['reason']);
        $rows = $DB->get_records_menu(self::SENT, [], 'signalname', 'signalname, state');
        $this->assertSame(['firstassign' => 'marked', 'onedaytoend' => 'sent'], $rows);
    }

    public function test_a_table_of_the_first_release_is_read_too(): void {
        global $DB;
        $manager = $DB->get_manager();
        $table = new \xmldb_table('block_course_notification');
        foreach (['completednotified', 'completednotedate', 'coldfeedbacknotified', 'coldfeedbacknotedate'] as $column) {
            $manager->drop_field($table, new \xmldb_field($column));
        }
        $misspelt = new \xmldb_field('onedaytoendnotified', XMLDB_TYPE_INTEGER, '1', null, XMLDB_NOTNULL, null, '0');
        $manager->rename_field($table, $misspelt, 'onedaytoendnotifoneied');
        $courseid = $this->school->course();
        $user = $this->school->learner('told', $courseid, ['enrolments' => [[-HOURSECS, DAYSECS - 60]]]);
        $DB->insert_record('block_course_notification', (object) [
            'courseid' => $courseid, 'userid' => $user->id, 'firstassignnotified' => 1, 'firstassignnotedate' => school::NOW - 60,
            'onedaytoendnotedate' => school::NOW - 60,
        ]);
        $this->upgrade();
        $signals = $DB->get_fieldset_select(self::SENT, 'signalname', '1 = 1 ORDER BY anchor');
        $this->assertSame(['firstassign', 'onedaytoend'], $signals);
    }

    public function test_an_upgrade_that_was_cut_off_starts_again_and_ends_alike(): void {
        global $DB;
        $courseid = $this->school->course();
        $told = $this->school->learner('told', $courseid);
        $this->mark($courseid, $told, ['firstassign' => -3600, 'firstcall' => -60]);
        upstream::upgrade(self::VERSION);
        $once = $DB->get_records(self::SENT);
        $DB->delete_records(self::SENT, ['signalname' => 'firstcall']);
        upstream::upgrade(2026112100);
        $columns = ['signalname', 'anchor', 'state', 'timeclaimed', 'timesent'];
        $compared = static fn(array $rows): array => array_values(array_map(
            static fn(\stdClass $row): array => array_intersect_key((array) $row, array_flip($columns)),
            $rows
        ));
        $this->assertEquals($compared($once), $compared($DB->get_records(self::SENT, [], 'signalname')));
    }

    public function test_the_configuration_of_a_block_is_taken_over(): void {
        global $DB;
        $courseid = $this->block([
            'enable' => '1', 'firstassign' => '0', 'firstcall' => '1', 'firstcalldelay' => '3', 'secondcalldelay' => '9',
            'inactive' => '1',
            'inactivitydelayindays' => '21', 'inactivityfrequency' => '5', 'courseeventsreminders' => '13', 'completed' => '0',
            'firstcall_object_ovl' => 'Come to {{COURSENAME}}',
            'firstcall_ovl' => ['text' => '<p>Hi {{FIRSTNAME}}</p>', 'format' => '1'],
            'closed_object_ovl' => '', 'closed_ovl' => ['text' => '', 'format' => '1'],
        ]);
        $this->upgrade();
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
        $this->assertSame([block_start::AT_ONCE], $this->starts());
    }

    public function test_blocks_that_were_off_wait_for_a_manager_and_send_nothing(): void {
        set_config('firstassign', 1, 'block_course_notification');
        $courseids = [
            $this->block(null), $this->block([]), $this->block(['firstassign' => '1']),
            $this->block(['firstassign' => '1', 'enable' => '0']),
        ];
        foreach ($courseids as $courseid) {
            $this->school->learner("learner$courseid", $courseid, ['enrolments' => [[-HOURSECS, null]]]);
        }
        $this->upgrade();
        $this->assertSame(array_fill(0, 4, block_start::WAITING), $this->starts());
        $this->assertSame([], $this->run_tasks());
    }

    public function test_a_block_without_a_delay_of_its_own_goes_on_with_the_one_that_held(): void {
        $courseid = $this->block(['enable' => '1', 'firstcall' => '1', 'inactive' => '1']);
        $this->site_had(['defaultfirstcalldelay' => '4', 'defaultsecondcalldelay' => '10', 'defaultinactivitydelayindays' => '30']);
        $this->upgrade();
        $settings = course_settings::of($courseid);
        $this->assertSame([4, 14, 7, 7], array_map(
            static fn(string $delay): int => $settings[$delay] / DAYSECS,
            course_settings::DELAYS
        ));
    }

    public function test_the_settings_of_the_site_are_taken_over(): void {
        $old = [
            'defaultfirstassign' => 0, 'defaultfirstcalldelay' => 4, 'defaultinactivityfrequency' => 10, 'bulklimit' => 300,
            'defaultsecondcalldelay' => '', 'defaultinactivitydelayindays' => 'x', 'sendfirstassignanyway' => 1,
        ];
        $this->site_had($old);
        $this->upgrade();
        $config = get_config('block_course_notification');
        $this->assertEquals([0, 4 * DAYSECS, 10 * DAYSECS, 300], [
            $config->firstassign, $config->firstcallafter, $config->inactiveevery, $config->bulklimit,
        ]);
        $this->assertSame([14 * DAYSECS, 14 * DAYSECS], [config::secondcallafter(), config::inactiveafter()]);
        $this->assertObjectNotHasProperty('defaultfirstassign', $config);
        $this->assertObjectNotHasProperty('sendfirstassignanyway', $config);
    }

    public function test_reminders_that_no_setting_ever_switched_on_stay_off(): void {
        $this->site_had(['defaultfivedaystoend' => 1, 'defaultthreedaystoend' => 1, 'defaultonedaytoend' => 1]);
        $this->upgrade();
        $this->assertSame([false, false, false], [config::fivedaystoend(), config::threedaystoend(), config::onedaytoend()]);
        $this->assertObjectNotHasProperty('defaultonedaytoend', get_config('block_course_notification'));
    }

    public function test_a_run_without_a_limit_stays_without_one(): void {
        foreach (['' => 0, '0' => 0, '-5' => 0, '40' => 40] as $typed => $limit) {
            set_config('bulklimit', $typed, 'block_course_notification');
            upstream_settings::take();
            $this->assertEquals($limit, get_config('block_course_notification', 'bulklimit'), "'$typed'");
        }
    }

    public function test_roles_get_what_a_fresh_installation_gives_where_nobody_decided_otherwise(): void {
        global $DB;
        $like = $DB->sql_like('capability', ':name');
        $named = ['name' => 'block/course_notification:%'];
        $fresh = $DB->get_fieldset_select('role_capabilities', $DB->sql_concat('roleid', "' '", 'capability'), $like, $named);
        $DB->delete_records_select('role_capabilities', $like, $named);
        $manager = (int) $DB->get_field('role', 'id', ['shortname' => 'manager']);
        $system = \core\context\system::instance();
        assign_capability('block/course_notification:setup', CAP_ALLOW, $manager, $system);
        $this->upgrade();
        $given = $DB->get_fieldset_select('role_capabilities', $DB->sql_concat('roleid', "' '", 'capability'), $like, $named);
        // Editions of Moodle bring roles of their own.
        $names = ['manager', 'coursecreator', 'editingteacher', 'teacher', 'student'];
        $standard = $DB->get_records_list('role', 'shortname', $names, '', 'id');
        $isstandard = static fn(string $row): bool => isset($standard[(int) $row]);
        $isother = static fn(string $row): bool => !str_ends_with($row, ':setup') && $isstandard($row);
        $this->assertEqualsCanonicalizing(array_filter($fresh, $isother), array_filter($given, $isother));
        $setup = array_values(array_filter($given, static fn(string $row): bool => str_ends_with($row, ':setup')));
        $this->assertSame(["$manager block/course_notification:setup"], $setup);
        upstream_roles::give();
        $this->assertSame(count($given), $DB->count_records_select('role_capabilities', $like, $named));
    }

    public function test_after_the_upgrade_learners_of_a_site_that_gave_no_role_anything_are_notified(): void {
        global $DB;
        $courseid = $this->block(['enable' => '1', 'firstassign' => '1']);
        $this->school->learner('ann', $courseid, ['enrolments' => [[-HOURSECS, null]]]);
        $this->school->learner('tim', $courseid, ['enrolments' => [[-HOURSECS, null]], 'role' => 'editingteacher']);
        $DB->delete_records_select('role_capabilities', $DB->sql_like('capability', '?'), ['block/course_notification:%']);
        $this->upgrade();
        $this->assertSame(['ann' => 1], $this->run_tasks());
    }

    public function test_a_role_of_learners_that_may_not_be_notified_is_named(): void {
        $apprentice = $this->getDataGenerator()->create_role(['shortname' => 'apprentice', 'name' => 'Apprentice']);
        $courseid = $this->block(['enable' => '1', 'firstassign' => '1']);
        $this->school->learner('ann', $courseid, ['role' => 'apprentice']);
        $this->expectOutputRegex('/Apprentice/');
        upstream::upgrade(self::VERSION);
        $this->assertNotEmpty($apprentice);
    }

    public function test_blocks_of_our_first_release_go_on_as_they_were(): void {
        global $DB;
        $DB->get_manager()->drop_table(new \xmldb_table('block_course_notification'));
        $added = $this->block(null);
        $saved = $this->block(['enable' => 0, 'firstcallafter' => DAYSECS]);
        $this->school->learner('ann', $added, ['enrolments' => [[-HOURSECS, null]]]);
        upstream::upgrade(2026112100);
        $this->assertSame([true, false], [course_settings::of($added)['enable'], course_settings::of($saved)['enable']]);
        $this->assertSame([block_start::AT_ONCE, block_start::AT_ONCE], $this->starts());
        $this->assertSame(['ann' => 1], $this->run_tasks());
    }

    public function test_later_versions_leave_a_restored_block_alone(): void {
        global $DB;
        $DB->get_manager()->drop_table(new \xmldb_table('block_course_notification'));
        $courseid = $this->block(null);
        upstream::upgrade(2026112200);
        $this->assertSame([''], $DB->get_fieldset('block_instances', 'configdata', ['blockname' => 'course_notification']));
        $this->assertFalse(course_settings::of($courseid)['enable']);
    }

    /**
     * The upgrade, as db/upgrade.php does it.
     */
    private function upgrade(): void {
        global $DB;
        upstream::upgrade(self::VERSION);
        $DB->get_manager()->drop_table(new \xmldb_table('block_course_notification'));
    }

    /**
     * Settings of the site that the earlier plugin kept.
     *
     * @param array $settings
     */
    private function site_had(array $settings): void {
        foreach ($settings as $name => $value) {
            set_config($name, $value, 'block_course_notification');
        }
    }

    /**
     * A course with a block as the earlier plugin left it.
     *
     * @param array|null $config null where it was never configured
     * @return int
     */
    private function block(?array $config): int {
        global $DB;
        $courseid = $this->school->course();
        $data = $config === null ? '' : base64_encode(serialize((object) $config));
        $DB->set_field('block_instances', 'configdata', $data, [
            'parentcontextid' => \core\context\course::instance($courseid)->id, 'blockname' => 'course_notification',
        ]);
        return $courseid;
    }

    /**
     * How the blocks started, as far as they say so of themselves.
     *
     * @return string[]
     */
    private function starts(): array {
        global $DB;
        $blocks = $DB->get_records('block_instances', ['blockname' => 'course_notification'], 'id');
        $state = static function (\stdClass $block): string {
            return block_start::state($block, course_settings::decoded((string) $block->configdata));
        };
        return array_values(array_map($state, $blocks));
    }

    /**
     * The nightly check and a run.
     *
     * @return int[] how many messages people got, by name
     */
    private function run_tasks(): array {
        reconciler::run();
        $sink = $this->redirectMessages();
        (new sender())->run();
        return array_count_values(array_map(
            fn(\stdClass $message): string => $this->school->name((int) $message->useridto),
            $sink->get_messages()
        ));
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
