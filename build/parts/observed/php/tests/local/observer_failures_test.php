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

namespace part_observed\local;

use core\check\result;
use part_observed\event\observer_failed;

#[\PHPUnit\Framework\Attributes\CoversClass(observer_failures::class)]
/**
 * A failed observer is seen where debugging is off as well.
 *
 * @package    part_observed
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \part_observed\local\observer_failures
 */
final class observer_failures_test extends \advanced_testcase {
    /** @var int The moment at which all of it happens. */
    private const NOW = 1793000000;

    /**
     * A clock that stands.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->mock_clock_with_frozen(self::NOW);
    }

    public function test_the_status_is_well_as_long_as_nothing_fails(): void {
        observer_failures::write_down();
        $this->assertSame(result::OK, observer_failures::result()->get_status());
    }

    public function test_a_failure_is_in_the_log_and_in_the_status(): void {
        $sink = $this->redirectEvents();
        observer_failures::note('\\core\\event\\course_viewed<i>', new \TypeError('No <b>number</b>'));
        observer_failures::note('\\core\\event\\course_viewed', new \TypeError('Another of the same request'));
        observer_failures::write_down();
        observer_failures::write_down();
        $events = $sink->get_events();
        $this->assertCount(1, $events);
        $this->assertInstanceOf(observer_failed::class, $events[0]);
        $this->assertStringContainsString('course_viewed', $events[0]->get_description());
        $status = observer_failures::result();
        $this->assertSame(result::WARNING, $status->get_status());
        $this->assertStringContainsString('TypeError: No &lt;b&gt;number', $status->get_details());
        $this->assertStringContainsString('course_viewed&lt;i&gt;', $status->get_details());
    }

    public function test_failures_on_every_page_do_not_write_settings_on_every_page(): void {
        $this->fail_at(self::NOW);
        $this->fail_at(self::NOW + 3);
        $this->assertSame(1, $this->counted());
        $this->fail_at(self::NOW + 60);
        $this->assertSame(2, $this->counted());
    }

    public function test_a_week_without_failure_makes_the_status_well_again(): void {
        $this->fail_at(self::NOW);
        $this->mock_clock_with_frozen(self::NOW + WEEKSECS);
        $this->assertSame(result::OK, observer_failures::result()->get_status());
        $this->fail_at(self::NOW + WEEKSECS);
        $this->assertSame(1, $this->counted());
    }

    /**
     * A request in which an observer fails.
     *
     * @param int $now
     */
    private function fail_at(int $now): void {
        $this->mock_clock_with_frozen($now);
        observer_failures::note('\\core\\event\\course_viewed', new \Exception('Again'));
        observer_failures::write_down();
    }

    /**
     * How many failures were counted.
     *
     * @return int
     */
    private function counted(): int {
        return json_decode(get_config('part_observed', 'observerfailures'), true)['count'];
    }
}
