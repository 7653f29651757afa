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

namespace block_course_notification\local\site;

use block_course_notification\local\course\forecasts;
use block_course_notification\local\facts\course_settings;
use block_course_notification\local\plan\pending;
use block_course_notification\local\rules\forecast;
use block_course_notification\tests\school;

#[\PHPUnit\Framework\Attributes\CoversClass(cli_command::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\block_course_notification\local\send\run_summary::class)]
/**
 * The command line says what happened, to people, to machines and by its exit code.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \block_course_notification\local\site\cli_command
 * @covers \block_course_notification\local\send\run_summary
 */
final class cli_command_test extends \advanced_testcase {
    /** @var int A course. */
    private int $courseid;

    /**
     * Three learners who are due.
     */
    protected function setUp(): void {
        global $CFG;
        parent::setUp();
        require_once($CFG->libdir . '/clilib.php');
        $this->resetAfterTest();
        $this->mock_clock_with_frozen(school::NOW);
        $school = new school($this->getDataGenerator());
        $this->courseid = $school->course();
        foreach (['sue', 'kiri', 'lola'] as $name) {
            $school->learner($name, $this->courseid);
        }
        pending::flush();
    }

    public function test_a_dry_run_tells_machines_what_a_run_does(): void {
        $sink = $this->redirectMessages();
        [$code, $said] = $this->command('--dryrun', '--json', '--limit=2');
        $this->assertSame([0, 2, 1], [$code, json_decode($said)->accepted->firstassign, json_decode($said)->left]);
        $this->assertSame([], $sink->get_messages());
        [$code, $said] = $this->command('--json', '--limit=2');
        $this->assertSame([0, 2, 1], [$code, json_decode($said)->sent->firstassign, json_decode($said)->left]);
        $this->assertCount(2, $sink->get_messages());
    }

    public function test_people_read_totals(): void {
        $this->redirectMessages();
        [$code, $said] = $this->command('--markonly');
        $this->assertSame(0, $code);
        $this->assertMatchesRegularExpression('/firstassign +3\n3 accepted: 0 sent, 0 failed, 3 marked\./', $said);
    }

    public function test_wrong_options_are_refused(): void {
        $wrong = [
            '--courses=a', '--users=0', '--limit=-1', '--nonsense', '--dryrun --markonly', '--forecast=soon', '--forecast=0',
            '--forecast=9999', '--courses', '--courses=', '--users=', '--limit', '--limit=', 'stray',
        ];
        foreach (array_map(static fn(string $options): array => explode(' ', $options), $wrong) as $options) {
            $this->assertSame(1, $this->command(...$options)[0], implode(' ', $options));
        }
    }

    public function test_ids_that_nobody_has_are_refused(): void {
        $without = $this->getDataGenerator()->create_course()->id;
        foreach (['--courses=999999', "--courses=$this->courseid,$without", '--users=999999'] as $option) {
            $this->assertSame(1, $this->command('--dryrun', $option)[0], $option);
        }
        $this->assertSame(0, $this->command('--dryrun', "--courses=$this->courseid")[0]);
    }

    public function test_the_forecast_is_that_of_the_setup_page(): void {
        $days = range(0, 29);
        $page = forecasts::of_course($this->courseid, course_settings::of($this->courseid), $days);
        $command = json_decode($this->command('--forecast', '--json')[1], true);
        $this->assertSame(array_map(forecast::day_sum(...), $page), array_map(array_sum(...), array_values($command)));
        // With the repeats of inactivity, which nothing has planned yet.
        $this->assertSame(6, array_sum(array_column($command, 'inactive')));
    }

    public function test_nothing_done_has_a_code_of_its_own(): void {
        set_config('enable', 0, 'block_course_notification');
        $this->assertSame(3, $this->command()[0]);
    }

    public function test_the_forecast_counts_what_is_planned(): void {
        [$code, $said] = $this->command('--forecast=8', '--json');
        $days = json_decode($said, true);
        $this->assertSame(0, $code);
        $this->assertCount(8, $days);
        $this->assertSame(['firstassign' => 3], reset($days));
        $this->assertSame(['firstcall' => 3], end($days));
        $this->assertArrayHasKey('2026-04-01', json_decode($this->command('--forecast=30', '--json')[1], true));
    }

    /**
     * Runs the command.
     *
     * @param string ...$options
     * @return array{int, string} exit code and what was printed
     */
    private function command(string ...$options): array {
        $before = $_SERVER['argv'];
        $_SERVER['argv'] = ['process_notifications.php', ...$options];
        ob_start();
        try {
            $code = cli_command::run();
        } finally {
            $_SERVER['argv'] = $before;
            $said = ob_get_clean();
        }
        return [$code, $said];
    }
}
