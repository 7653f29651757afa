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

namespace block_course_notification\output;

use block_course_notification\local\rules\forecast;
use block_course_notification\local\rules\signals;
use core\clock;
use core\di;
use core\output\named_templatable;
use core\output\renderable;
use core\output\renderer_base;

/**
 * Mails per day for the days to come. The browser redraws it while settings are changed.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class forecast_view implements named_templatable, renderable {
    /** @var array[] The days with their counts, as forecast::forecast_of() gives them. */
    private readonly array $days;

    /**
     * The view of a forecast.
     *
     * @param array[] $days
     */
    public function __construct(array $days) {
        $this->days = $days;
    }

    #[\Override]
    public function get_template_name(renderer_base $renderer): string {
        return 'block_course_notification/forecast';
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        $sums = array_map(fn(array $day): int => forecast::day_sum($day), $this->days);
        $highest = max([0, ...$sums]);
        $rows = array_map(fn(array $day): array => self::day($day, $highest), $this->days);
        return [
            'summary' => self::summary($rows, $sums, $highest),
            'highest' => $highest,
            'days' => $rows,
            'families' => array_map(fn(string $family): array => [
                'family' => $family,
                'name' => get_string('family:' . $family, 'block_course_notification'),
            ], forecast::FAMILIES),
            'signals' => array_map(fn(string $signal): array => [
                'signal' => $signal,
                'name' => get_string('signal:' . $signal, 'block_course_notification'),
                'count' => forecast::signal_count($this->days, $signal),
            ], signals::SIGNALS),
        ];
    }

    /**
     * One day: a column of the chart and a row of the table.
     *
     * @param array $day
     * @param int $highest
     * @return array
     */
    private static function day(array $day, int $highest): array {
        $date = usergetmidnight(di::get(clock::class)->time()) + $day['day'] * DAYSECS + 12 * HOURSECS;
        $bars = [];
        foreach (forecast::FAMILIES as $family) {
            $count = forecast::family_count($day, $family);
            $bars[] = ['family' => $family, 'count' => $count, 'height' => $highest === 0 ? 0 : 100 * $count / $highest];
        }
        return [
            'index' => $day['day'],
            'label' => userdate($date, get_string('strftimedateshort', 'langconfig')),
            'tick' => $day['day'] % 10 === 0,
            'total' => forecast::day_sum($day),
            'bars' => $bars,
        ];
    }

    /**
     * The forecast in one sentence.
     *
     * @param array[] $rows
     * @param int[] $sums
     * @param int $highest
     * @return string
     */
    private static function summary(array $rows, array $sums, int $highest): string {
        if ($highest === 0) {
            return get_string('forecast:none', 'block_course_notification');
        }
        return get_string('forecast:summary', 'block_course_notification', [
            'total' => array_sum($sums),
            'day' => $rows[array_search($highest, $sums, true)]['label'],
            'most' => $highest,
        ]);
    }
}
