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

namespace block_course_notification\local\facts;

use block_course_notification\local\rules\signals;

#[\PHPUnit\Framework\Attributes\CoversClass(earlier_config::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(course_settings::class)]
/**
 * Blocks of the plugin of the same name that was here before, as an upgrade and backups bring them.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\local\facts\earlier_config
 * @covers \block_course_notification\local\facts\course_settings
 */
final class earlier_config_test extends \advanced_testcase {
    /** @var array What that plugin saved by itself when a teacher looked at a block that nobody had configured. */
    private const AUTOSAVED = [
        'firstassign' => '1', 'firstcall' => '1', 'firstcalldelay' => '7', 'secondcall' => '1', 'secondcalldelay' => '14',
        'twoweeksnearend' => '1', 'oneweeknearend' => '1', 'fivedaystoend' => '1', 'threedaystoend' => '1', 'onedaytoend' => '1',
        'closed' => '1', 'inactive' => '1', 'completed' => '1', 'inactivitydelayindays' => '14',
    ];

    public function test_a_block_that_nobody_configured_sends_nothing(): void {
        $this->assertSame([false, []], $this->sends(''));
        $this->assertSame([false, []], $this->sends($this->data([])));
        $this->assertTrue($this->settings('')['firstassign'], 'what the site proposes to whoever switches it on');
    }

    public function test_a_block_that_was_saved_without_its_switch_sends_nothing(): void {
        $this->assertSame([false, []], $this->sends($this->data(self::AUTOSAVED)));
        $this->assertSame([false, []], $this->sends($this->data(['enable' => '0'] + self::AUTOSAVED)));
    }

    public function test_a_block_that_was_on_sends_what_it_sent_and_no_more(): void {
        $this->resetAfterTest();
        set_config('closed', 1, 'block_course_notification');
        $this->assertSame([true, ['firstassign']], $this->sends($this->data(['enable' => '1', 'firstassign' => '1'])));
    }

    public function test_reminders_that_were_saved_but_never_used_stay_off(): void {
        $reminders = ['fivedaystoend', 'threedaystoend', 'onedaytoend'];
        foreach (['' => [], '0' => [], '1' => [2], '13' => [1, 2], '135' => [0, 1, 2]] as $digits => $used) {
            [, $on] = $this->sends($this->data(['enable' => '1', 'courseeventsreminders' => (string) $digits] + self::AUTOSAVED));
            $expected = array_map(static fn(int $index): string => $reminders[$index], $used);
            $this->assertSame($expected, array_values(array_intersect($on, $reminders)), "reminders '$digits'");
        }
        [, $on] = $this->sends($this->data(['enable' => '1'] + self::AUTOSAVED));
        $this->assertSame(array_values(array_diff(signals::SIGNALS, $reminders)), $on);
    }

    public function test_delays_that_say_nothing_are_those_that_the_earlier_plugin_took(): void {
        $this->resetAfterTest();
        set_config('inactiveafter', 30 * DAYSECS, 'block_course_notification');
        $this->assertSame([7, 14, 7, 7], $this->days(['enable' => '1']));
        foreach (['', '0', '-3', 'soon', [], null] as $nothing) {
            $empty = array_fill_keys(array_keys(earlier_config::DELAYS), $nothing);
            $this->assertSame([7, 14, 7, 7], $this->days($empty + ['enable' => '1']), json_encode($nothing));
        }
        $this->assertSame([3, 14, 21, 365], $this->days([
            'enable' => '1', 'firstcalldelay' => '3', 'inactivitydelayindays' => '21', 'inactivityfrequency' => '1e99',
        ]));
    }

    public function test_every_placeholder_of_the_earlier_plugin_is_known_afterwards(): void {
        $numbered = 'Quiet for {{DATA_0}}{{DATA_1}} days in {{COURSENAME}}';
        $this->assertSame('Quiet for {{DAYS}} days in {{COURSE}}', $this->body($numbered));
        $this->assertSame('<a href="{{CONTACTURL}}">x</a>', $this->body('<a href="%7B%7BCONTACTURL%7D%7D">x</a>'));
        $text = $this->settings($this->data(['enable' => '1', 'inactive_object_ovl' => 'Back to {COURSE} {{LASTNAME}} {today}']));
        $this->assertSame('Back to {{COURSE}} {{LASTNAME}} {today}', $text['subject']['inactive']['*']);
    }

    public function test_plain_text_keeps_its_lines_and_an_empty_text_is_none(): void {
        $this->assertStringContainsString("one<br />\ntwo", $this->body("one\ntwo", FORMAT_PLAIN));
        $settings = $this->settings($this->data([
            'enable' => '1', 'closed_ovl' => ['text' => '<p> </p>', 'format' => '1'], 'closed_object_ovl' => ' ',
        ]));
        $this->assertSame([[], []], [$settings['body'], $settings['subject']]);
    }

    public function test_a_block_of_ours_is_never_taken_for_an_earlier_one(): void {
        $this->assertTrue($this->settings($this->data(['start' => block_start::AT_ONCE]))['enable']);
        $this->assertTrue($this->settings($this->data(['firstassign' => 1, 'inactiveafter' => DAYSECS]))['enable']);
        $once = earlier_config::modern(['enable' => '1'] + self::AUTOSAVED);
        $this->assertSame($once, earlier_config::modern($once));
    }

    public function test_a_block_that_a_teacher_adds_is_ours(): void {
        $this->resetAfterTest();
        $this->setAdminUser();
        $course = $this->getDataGenerator()->create_course();
        $page = new \moodle_page();
        $page->set_context(\core\context\course::instance($course->id));
        $page->set_pagelayout('course');
        $page->set_pagetype('course-view-topics');
        $page->blocks->add_region('side-pre', false);
        $page->blocks->add_block('course_notification', 'side-pre', 0, false);
        $this->assertTrue(course_settings::of((int) $course->id)['enable']);
        course_settings::save((int) $course->id, ['closed' => 0]);
        $this->assertFalse(course_settings::of((int) $course->id)['closed']);
        $this->assertTrue(course_settings::of((int) $course->id)['enable']);
    }

    public function test_a_manager_may_switch_on_what_was_off(): void {
        global $DB;
        $this->resetAfterTest();
        $this->setAdminUser();
        $course = $this->getDataGenerator()->create_course();
        \block_course_notification\tests\school::block((int) $course->id);
        $DB->set_field('block_instances', 'configdata', '', ['blockname' => 'course_notification']);
        course_settings::save((int) $course->id, ['enable' => 1]);
        $settings = course_settings::of((int) $course->id);
        $this->assertSame([true, true], [$settings['enable'], in_array('firstassign', $settings['on'], true)]);
    }

    public function test_blocks_that_a_backup_of_the_earlier_plugin_brings_back_are_as_they_were_there(): void {
        global $CFG, $DB, $USER;
        require_once($CFG->dirroot . '/backup/util/includes/backup_includes.php');
        require_once($CFG->dirroot . '/backup/util/includes/restore_includes.php');
        $this->resetAfterTest();
        $this->preventResetByRollback();
        $this->setAdminUser();
        $CFG->backup_file_logger_level = \backup::LOG_NONE;
        $course = $this->getDataGenerator()->create_course();
        \block_course_notification\tests\school::block((int) $course->id);
        $shapes = [
            [false, ''], [false, $this->data(self::AUTOSAVED)], [true, $this->data(['enable' => '1', 'closed' => '1'])],
        ];
        foreach ($shapes as [$expected, $kept]) {
            $DB->set_field('block_instances', 'configdata', $kept, [
                'blockname' => 'course_notification', 'parentcontextid' => \core\context\course::instance($course->id)->id,
            ]);
            $backup = new \backup_controller(
                \backup::TYPE_1COURSE,
                $course->id,
                \backup::FORMAT_MOODLE,
                \backup::INTERACTIVE_NO,
                \backup::MODE_IMPORT,
                $USER->id
            );
            $folder = $backup->get_backupid();
            $backup->execute_plan();
            $backup->destroy();
            $copy = $this->getDataGenerator()->create_course();
            $restore = new \restore_controller(
                $folder,
                $copy->id,
                \backup::INTERACTIVE_NO,
                \backup::MODE_GENERAL,
                $USER->id,
                \backup::TARGET_NEW_COURSE
            );
            $restore->execute_precheck();
            $restore->execute_plan();
            $restore->destroy();
            $settings = course_settings::of((int) $copy->id);
            $this->assertNotNull(course_settings::instance((int) $copy->id));
            $this->assertSame($expected, $settings['enable']);
        }
    }

    /**
     * What a block keeps in the database.
     *
     * @param array $config
     * @return string
     */
    private function data(array $config): string {
        return base64_encode(serialize((object) $config));
    }

    /**
     * The settings that hold.
     *
     * @param string $configdata
     * @return array
     */
    private function settings(string $configdata): array {
        return course_settings::kept($configdata);
    }

    /**
     * Whether a block is on, and what it sends.
     *
     * @param string $configdata
     * @return array{bool, string[]}
     */
    private function sends(string $configdata): array {
        $settings = $this->settings($configdata);
        return [$settings['enable'], $settings['on']];
    }

    /**
     * The delays in days.
     *
     * @param array $config
     * @return int[]
     */
    private function days(array $config): array {
        $settings = $this->settings($this->data($config));
        return array_map(static fn(string $delay): int => $settings[$delay] / DAYSECS, course_settings::DELAYS);
    }

    /**
     * The body of a mail that the earlier plugin kept.
     *
     * @param string $text
     * @param int $format
     * @return string
     */
    private function body(string $text, int $format = FORMAT_HTML): string {
        $config = ['enable' => '1', 'inactive_ovl' => ['text' => $text, 'format' => (string) $format]];
        return $this->settings($this->data($config))['body']['inactive']['*'];
    }
}
