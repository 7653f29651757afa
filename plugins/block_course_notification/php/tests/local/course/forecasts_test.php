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

use block_course_notification\local\facts\course_settings;
use block_course_notification\local\plan\pending;
use block_course_notification\local\send\ledger;
use block_course_notification\local\send\run_options;
use block_course_notification\local\send\sender;
use block_course_notification\tests\school;

#[\PHPUnit\Framework\Attributes\CoversClass(forecasts::class)]
/**
 * A forecast counts few groups, and says what runs of the coming days then send.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\local\course\forecasts
 */
final class forecasts_test extends \advanced_testcase {
    /** @var school Courses and learners. */
    private school $school;

    /** @var \frozen_clock The moment of the test. */
    private \frozen_clock $clock;

    /**
     * A school.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->clock = $this->mock_clock_with_frozen(school::NOW);
        $this->school = new school($this->getDataGenerator());
        $this->setAdminUser();
    }

    public function test_learners_with_the_same_dates_are_one_group(): void {
        $courseid = $this->school->course();
        for ($number = 1; $number <= 12; $number++) {
            $this->school->learner("same$number", $courseid, ['enrolments' => [[-3 * DAYSECS, 20 * DAYSECS]]]);
        }
        $this->school->learner('other', $courseid, ['enrolments' => [[-4 * DAYSECS, null]], 'seen' => -DAYSECS]);
        $this->school->learner('teacher', $courseid, ['role' => 'editingteacher']);
        $groups = forecasts::get_forecast_counts($courseid);
        $this->assertEqualsCanonicalizing([12, 1], array_column($groups, 'count'));
        $this->assertSame([-3, 20, null], [$groups[0]['start'], $groups[0]['end'], $groups[0]['seen']]);
        $this->assertSame([-1, null, -1], [$groups[1]['start'], $groups[1]['end'], $groups[1]['seen']]);
    }

    public function test_the_forecast_says_what_runs_on_each_day_send(): void {
        global $DB;
        $this->redirectMessages();
        $courseid = $this->school->course();
        $this->school->learner('fresh', $courseid, ['enrolments' => [[-2 * DAYSECS, null]]]);
        $this->school->learner('soon', $courseid, ['enrolments' => [[3 * DAYSECS + HOURSECS, 12 * DAYSECS]]]);
        $this->school->learner('late', $courseid, ['enrolments' => [[-10 * DAYSECS, null]]]);
        $this->school->learner('away', $courseid, ['enrolments' => [[-90 * DAYSECS, 16 * DAYSECS]], 'seen' => -12 * DAYSECS]);
        $this->school->learner('here', $courseid, ['enrolments' => [[-90 * DAYSECS, 9 * DAYSECS]], 'seen' => -HOURSECS]);
        $this->school->learner('done', $courseid, ['enrolments' => [[-90 * DAYSECS, 9 * DAYSECS]], 'completed' => -3 * DAYSECS]);
        $days = range(0, 20);
        $said = forecasts::of_course($courseid, course_settings::of($courseid), $days);
        $midnight = usergetmidnight(school::NOW);
        pending::flush();
        foreach ($days as $day) {
            $this->clock->set_to($midnight + ($day + 1) * DAYSECS - 1);
            (new sender(new run_options()))->run();
        }
        $sent = [];
        foreach ($DB->get_records(ledger::TABLE, ['state' => ledger::SENT]) as $row) {
            $day = intdiv((int) $row->timeclaimed - $midnight, DAYSECS);
            $sent[$day][$row->signalname] = ($sent[$day][$row->signalname] ?? 0) + 1;
        }
        foreach ($said as $day) {
            $counts = array_filter(array_column($day['counts'], 'count', 'signal'));
            $this->assertEqualsCanonicalizing($sent[$day['day']] ?? [], $counts, 'Day ' . $day['day']);
        }
        $this->assertGreaterThan(10, array_sum(array_map(array_sum(...), $sent)));
    }
}
