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

use local_dolibarr\local\feed\destinations;
use local_dolibarr\local\feed\dolibarr;
use local_dolibarr\local\outbox\message;

#[\PHPUnit\Framework\Attributes\CoversClass(credit_field::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(activities::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\backup_local_dolibarr_plugin::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\restore_local_dolibarr_plugin::class)]
/**
 * What an activity is worth lives as long as the activity, and goes where it goes.
 *
 * @package    local_dolibarr
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \local_dolibarr\local\times\credit_field
 * @covers \local_dolibarr\local\times\activities
 * @covers \backup_local_dolibarr_plugin
 * @covers \restore_local_dolibarr_plugin
 */
final class credit_field_test extends \advanced_testcase {
    /** @var \stdClass A course. */
    private \stdClass $course;

    /**
     * A course.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->setAdminUser();
        set_config('enablecompletion', 1);
        $this->course = $this->getDataGenerator()->create_course(['enablecompletion' => 1]);
    }

    public function test_what_the_form_says_is_kept_and_counted_anew(): void {
        $activity = $this->activity(90);
        $this->assertSame([$activity->cmid => '90'], $this->kept());
        $this->assertCount(1, \core\task\manager::get_adhoc_tasks('\local_dolibarr\task\hours_task'));
        $this->set($activity, 0);
        $this->assertSame([], $this->kept());
    }

    public function test_the_form_of_an_activity_shows_what_it_is_worth(): void {
        $form = $this->form_of($this->activity(90));
        $this->assertMatchesRegularExpression('~name="local_dolibarr_minutes"[^>]*value="90"~s', $form);
    }

    public function test_where_nobody_is_told_nobody_is_asked_what_an_activity_is_worth(): void {
        $this->assertStringNotContainsString('local_dolibarr_minutes', $this->form_of($this->activity(0)));
    }

    public function test_where_somebody_is_told_it_is_asked_what_an_activity_is_worth(): void {
        destinations::keep(dolibarr::fresh('registry')->with(['url' => 'https://erp.example']));
        $this->assertStringContainsString('local_dolibarr_minutes', $this->form_of($this->activity(0)));
    }

    /**
     * The form of an activity.
     *
     * @param \stdClass $activity
     * @return string
     */
    private function form_of(\stdClass $activity): string {
        global $CFG, $PAGE;
        $PAGE->set_course($this->course);
        $PAGE->set_url('/course/modedit.php');
        require_once($CFG->dirroot . '/course/modlib.php');
        require_once($CFG->dirroot . '/mod/page/mod_form.php');
        $module = get_fast_modinfo($this->course)->get_cm($activity->cmid)->get_course_module_record(true);
        [$cm, , , $data, $section] = get_moduleinfo_data($module, $this->course);
        return (new \mod_page_mod_form($data, $section->section, $cm, $this->course))->render();
    }

    /**
     * Minutes, and whether they may be.
     *
     * @return array
     */
    public static function minutes(): array {
        return ['none' => ['0', true], 'a year' => ['525600', true], 'more' => ['525601', false], 'less' => ['-1', false]];
    }

    /**
     * What cannot be is told at the field.
     *
     * @dataProvider minutes
     * @param string $minutes
     * @param bool $iswell
     */
    #[\PHPUnit\Framework\Attributes\DataProvider('minutes')]
    public function test_minutes_that_cannot_be_are_told(string $minutes, bool $iswell): void {
        $wrapper = $this->getMockBuilder(\moodleform_mod::class)->disableOriginalConstructor()->getMock();
        $found = credit_field::problems($wrapper, ['local_dolibarr_minutes' => $minutes]);
        $this->assertSame($iswell ? [] : ['local_dolibarr_minutes'], array_keys($found));
    }

    public function test_a_copy_of_an_activity_is_worth_the_same(): void {
        $activity = $this->activity(90);
        $copy = duplicate_module($this->course, get_fast_modinfo($this->course)->get_cm($activity->cmid));
        $this->assertSame('90', $this->kept()[$copy->id]);
    }

    public function test_a_restored_course_is_worth_the_same(): void {
        global $CFG, $USER;
        require_once($CFG->dirroot . '/backup/util/includes/backup_includes.php');
        require_once($CFG->dirroot . '/backup/util/includes/restore_includes.php');
        $this->activity(90);
        $this->activity(0);
        $backup = new \backup_controller(
            \backup::TYPE_1COURSE,
            $this->course->id,
            \backup::FORMAT_MOODLE,
            \backup::INTERACTIVE_NO,
            \backup::MODE_IMPORT,
            $USER->id,
        );
        $backup->execute_plan();
        $into = $this->getDataGenerator()->create_course();
        $restore = new \restore_controller(
            $backup->get_backupid(),
            $into->id,
            \backup::INTERACTIVE_NO,
            \backup::MODE_IMPORT,
            $USER->id,
            \backup::TARGET_EXISTING_ADDING,
        );
        $restore->execute_precheck();
        $restore->execute_plan();
        $restore->destroy();
        $backup->destroy();
        $restored = array_keys(get_fast_modinfo($into->id)->get_cms());
        $this->assertSame(['90'], array_values(array_intersect_key($this->kept(), array_flip($restored))));
    }

    public function test_it_goes_with_the_activity_and_with_the_course(): void {
        [$one] = [$this->activity(90), $this->activity(30)];
        course_delete_module($one->cmid);
        $this->assertSame(['30'], array_values($this->kept()));
        delete_course($this->course, false);
        credit_field::forget_gone();
        $this->assertSame([], $this->kept());
    }

    public function test_where_a_course_says_what_completes_it_other_activities_are_optional(): void {
        global $CFG;
        require_once($CFG->dirroot . '/completion/criteria/completion_criteria_activity.php');
        require_once($CFG->dirroot . '/completion/criteria/completion_criteria_self.php');
        [$needed, $other] = [$this->activity(90), $this->activity(30)];
        $learner = $this->getDataGenerator()->create_and_enrol($this->course, 'student');
        $this->done($needed, $learner);
        $this->assertSame([2, 1, 120, 90, 0], $this->counted($learner));
        $this->done($other, $learner);
        $data = (object) ['id' => $this->course->id, 'criteria_activity' => [$needed->cmid => 1], 'criteria_self' => 1];
        (new \completion_criteria_activity())->update_config($data);
        (new \completion_criteria_self())->update_config($data);
        $this->assertSame([2, 1, 90, 90, 30], $this->counted($learner), 'the learner has not said yet that it is enough');
        $self = \completion_criteria_self::fetch(['course' => $this->course->id]);
        $met = ['userid' => $learner->id, 'course' => $this->course->id, 'criteriaid' => $self->id];
        (new \completion_criteria_completion($met, DATA_OBJECT_FETCH_BY_KEY))->mark_complete();
        $this->assertSame([2, 2, 90, 90, 30], $this->counted($learner));
    }

    /**
     * What is counted: mandatory things, those that are done, their minutes and those acquired, optional minutes acquired.
     *
     * @param \stdClass $learner
     * @return int[]
     */
    private function counted(\stdClass $learner): array {
        $counted = [];
        recount::run((int) $this->course->id, 0, [(int) $learner->id], static function (message $one) use (&$counted): int {
            $counted = [...array_slice(array_values($one->data['mandatory']), 0, 4), $one->data['hours']['optional_acquired']];
            return 1;
        });
        return $counted;
    }

    /**
     * A learner completes an activity.
     *
     * @param \stdClass $activity
     * @param \stdClass $learner
     */
    private function done(\stdClass $activity, \stdClass $learner): void {
        $module = get_coursemodule_from_id('page', $activity->cmid);
        (new \completion_info($this->course))->update_state($module, COMPLETION_COMPLETE, $learner->id);
    }

    /**
     * An activity that is worth something.
     *
     * @param int $minutes
     * @return \stdClass
     */
    private function activity(int $minutes): \stdClass {
        $given = ['course' => $this->course->id, 'completion' => COMPLETION_TRACKING_MANUAL];
        $activity = $this->getDataGenerator()->create_module('page', $given);
        $this->set($activity, $minutes);
        return $activity;
    }

    /**
     * Says what an activity is worth, as its form does.
     *
     * @param \stdClass $activity
     * @param int $minutes
     */
    private function set(\stdClass $activity, int $minutes): void {
        $module = (object) ['coursemodule' => $activity->cmid, 'local_dolibarr_minutes' => $minutes];
        $kept = plugin_extend_coursemodule_edit_post_actions($module, $this->course);
        $this->assertSame($module, $kept);
    }

    /**
     * What is kept.
     *
     * @return string[] minutes by activity
     */
    private function kept(): array {
        global $DB;
        return $DB->get_records_menu('local_dolibarr_credit', [], 'cmid', 'cmid, minutes');
    }
}
