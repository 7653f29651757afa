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

namespace part_outbox\output;

use core\chart_bar;
use core\chart_series;
use core\output\named_templatable;
use core\output\renderable;
use core\output\renderer_base;
use part_outbox\local\config;
use part_outbox\local\outbox\alarm;
use part_outbox\local\outbox\destination;
use part_outbox\local\outbox\feed;
use part_outbox\local\outbox\line;
use part_outbox\local\outbox\outbox;
use part_outbox\local\outbox\verdict;
use part_outbox\local\rules\alarms;

/**
 * How messages get on: by destination, and by day.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class feed_view implements named_templatable, renderable {
    /** @var int How many days the chart has. */
    private const DAYS = 14;

    #[\Override]
    public function get_template_name(renderer_base $renderer): string {
        return 'part_outbox/feed_view';
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        $counts = feed::counts();
        $destinations = outbox::connector()->destinations();
        return [
            'states' => array_map(static fn(string $state): string => get_string("outbox:state:$state", 'part_outbox'), feed::STATES),
            'destinations' => array_map(static fn(destination $one): array
                => self::destination($one, $counts[$one->name] ?? []), array_values($destinations)),
            'hasdestinations' => $destinations !== [],
            'chart' => $output->render(self::chart()),
            'openurl' => (new \moodle_url('/part/outbox/feed.php'))->out(false),
            'sesskey' => sesskey(),
            'messagesurl' => (new \moodle_url('/part/outbox/messages.php'))->out(false),
        ];
    }

    /**
     * A destination as the template takes it.
     *
     * @param destination $destination
     * @param int[] $counts by state
     * @return array
     */
    private static function destination(destination $destination, array $counts): array {
        $now = \core\di::get(\core\clock::class)->time();
        $row = line::to($destination)->row();
        $oldest = feed::oldest($destination->name);
        $rests = (int) $row->until > $now;
        return [
            'name' => $destination->title,
            'counts' => array_map(static fn(string $state): int => $counts[$state] ?? 0, feed::STATES),
            'oldest' => $oldest === 0 ? '' : format_time($now - $oldest),
            'last' => (int) $row->timesuccess === 0 ? '' : userdate((int) $row->timesuccess),
            'rests' => $rests ? userdate((int) $row->until) : '',
            'reason' => verdict::words($row->reason),
            'problem' => alarms::is_blocked(feed::of($destination), $now, config::alertafter()) ? alarm::words($destination) : '',
            'held' => $rests || (int) $row->stopped > 0,
        ];
    }

    /**
     * What arrived and what was given up, by day.
     *
     * @return chart_bar
     */
    private static function chart(): chart_bar {
        global $DB;
        $midnight = usergetmidnight(\core\di::get(\core\clock::class)->time());
        $days = array_map(static fn(int $ago): int => $midnight - $ago * DAYSECS, range(self::DAYS - 1, 0));
        $chart = new chart_bar();
        $chart->set_labels(array_map(static fn(int $day): string
            => userdate($day, get_string('strftimedateshort', 'langconfig')), $days));
        $day = "FLOOR((timeended - $days[0]) / " . DAYSECS . ')';
        $counts = ['sent' => [], 'dead' => []];
        $rows = $DB->get_recordset_sql(
            "SELECT state, $day AS dayssince, COUNT(1) AS amount
               FROM {" . outbox::TABLE . "}
              WHERE state IN ('sent', 'dead') AND timeended >= :from AND timeended < :until
           GROUP BY state, $day",
            ['from' => $days[0], 'until' => $midnight + DAYSECS],
        );
        foreach ($rows as $row) {
            $counts[$row->state][(int) $row->dayssince] = (int) $row->amount;
        }
        $rows->close();
        foreach (array_keys($counts) as $state) {
            $numbers = $counts[$state] + array_fill(0, self::DAYS, 0);
            ksort($numbers);
            $chart->add_series(new chart_series(get_string("outbox:state:$state", 'part_outbox'), array_map('floatval', $numbers)));
        }
        return $chart;
    }
}
