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

namespace block_course_notification\backup;

use backup;
use backup_controller;
use block_course_notification\local\course\quiet_start;
use block_course_notification\local\facts\block_start;
use block_course_notification\local\facts\course_settings;
use block_course_notification\local\send\ledger;
use block_course_notification\local\send\sender;
use block_course_notification\tests\school;
use restore_controller;
use restore_dbops;

#[\PHPUnit\Framework\Attributes\CoversClass(\backup_course_notification_block_task::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\restore_course_notification_block_task::class)]
/**
 * A block comes out of a backup with its settings, and with links that lead to the restored course.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \backup_course_notification_block_task
 * @covers \restore_course_notification_block_task
 */
final class restore_test extends \advanced_testcase {
    public function test_links_of_own_texts_lead_to_the_restored_course(): void {
        global $CFG;
        $this->resetAfterTest();
        $this->setAdminUser();
        $course = (new school($this->getDataGenerator()))->course();
        $page = $this->getDataGenerator()->create_module('page', ['course' => $course]);
        $text = "<a href=\"$CFG->wwwroot/course/view.php?id=$course\">\"Übung\"</a>"
            . "<a href=\"$CFG->wwwroot/mod/page/view.php?id=$page->cmid\">x</a> {{COURSE}}";
        course_settings::save($course, [
            'inactiveafter' => 3 * DAYSECS,
            'subject' => ['closed' => ['*' => 'Old']],
            'body' => ['closed' => ['en' => $text, '*' => 'Bye']],
        ]);
        $copy = $this->copied($course);
        $settings = course_settings::of($copy);
        $cm = array_values(get_fast_modinfo($copy)->get_instances_of('page'))[0];
        $expected = str_replace(["/view.php?id=$course\"", "id=$page->cmid\""], ["/view.php?id=$copy\"", "id=$cm->id\""], $text);
        $this->assertNotSame($text, $expected);
        $this->assertEquals(['en' => $expected, '*' => 'Bye'], $settings['body']['closed']);
        $this->assertSame(['*' => 'Old'], $settings['subject']['closed']);
        $this->assertSame(3 * DAYSECS, $settings['inactiveafter']);
        $this->assertSame($text, course_settings::of($course)['body']['closed']['en']);
    }

    /**
     * How a block may have started in the course that is copied.
     *
     * @return array
     */
    public static function starts(): array {
        return [
            'nobody has chosen there either' => [block_start::WAITING],
            'it began from now on' => [block_start::FROM_NOW],
            'it began with what was due' => [block_start::WITH_DUE],
            'it never had to choose' => [block_start::AT_ONCE],
        ];
    }

    /**
     * Visits and what was sent are in no copy: whoever was told long ago would be told again.
     *
     * @dataProvider starts
     * @param string $state
     */
    #[\PHPUnit\Framework\Attributes\DataProvider('starts')]
    public function test_a_restored_block_with_learners_starts_quietly_however_it_started_there(string $state): void {
        $this->resetAfterTest();
        $this->setAdminUser();
        $this->mock_clock_with_frozen(school::NOW);
        $school = new school($this->getDataGenerator());
        $course = $school->course();
        $school->learner('sam', $course);
        course_settings::save($course, block_start::config(course_settings::instance($course), $state));
        $copy = $this->copied($course, static function (int $new) use ($school): void {
            $school->learner('lou', $new);
        });
        $this->assertSame($state === block_start::WAITING, quiet_start::is_waiting($course));
        $this->assertTrue(quiet_start::is_waiting($copy));
        (new sender())->run();
        global $DB;
        $this->assertSame(0, $DB->count_records(ledger::TABLE, ['courseid' => $copy]));
    }

    /**
     * A new course out of a backup of another one.
     *
     * @param int $courseid
     * @param \Closure|null $before what happens in the new course before the block comes into it
     * @return int
     */
    private function copied(int $courseid, ?\Closure $before = null): int {
        global $CFG, $USER;
        require_once($CFG->dirroot . '/backup/util/includes/backup_includes.php');
        require_once($CFG->dirroot . '/backup/util/includes/restore_includes.php');
        $CFG->backup_file_logger_level = backup::LOG_NONE;
        $kind = [backup::INTERACTIVE_NO, backup::MODE_IMPORT, $USER->id];
        $backup = new backup_controller(backup::TYPE_1COURSE, $courseid, backup::FORMAT_MOODLE, ...$kind);
        $backup->execute_plan();
        $backup->destroy();
        $new = restore_dbops::create_new_course('Copy', 'copy', get_course($courseid)->category);
        $before === null ?: $before($new);
        $restore = new restore_controller($backup->get_backupid(), $new, ...[...$kind, backup::TARGET_NEW_COURSE]);
        $restore->execute_precheck();
        $restore->execute_plan();
        $restore->destroy();
        return $new;
    }
}
