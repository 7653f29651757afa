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

use block_course_notification\local\site\site_counts;
use core\output\named_templatable;
use core\output\renderable;
use core\output\renderer_base;
use moodle_url;

/**
 * The whole site for its admins: numbers, mails per day, and the courses.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class site_view implements named_templatable, renderable {
    /**
     * One page of the courses.
     *
     * @param int $page
     */
    public function __construct(
        /** @var int The page of the list. */
        private readonly int $page,
    ) {
    }

    #[\Override]
    public function get_template_name(renderer_base $renderer): string {
        return 'block_course_notification/site_view';
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        global $OUTPUT;
        $totals = site_counts::totals();
        $courses = array_map(self::course(...), array_values(site_counts::courses($this->page)));
        $url = new moodle_url('/blocks/course_notification/site.php');
        return [
            'paused' => paused_notice::of_site(),
            'core' => self::core_mails(),
            'totals' => array_map(static fn(string $name): array => [
                'name' => get_string('site:' . $name, 'block_course_notification'),
                'count' => $totals[$name],
            ], array_keys($totals)),
            'chart' => $OUTPUT->render(self::chart()),
            'hascourses' => $courses !== [],
            'courses' => $courses,
            'paging' => $OUTPUT->render(new \core\output\paging_bar($totals['courses'], $this->page, site_counts::PAGE, $url)),
            'settingsurl' => (new moodle_url('/admin/settings.php', ['section' => 'blocksettingcourse_notification']))->out(false),
        ];
    }

    /**
     * One course of the list.
     *
     * @param \stdClass $course
     * @return array
     */
    private static function course(\stdClass $course): array {
        $options = ['context' => \core\context\course::instance($course->id), 'escape' => false];
        $state = $course->isvisible ? ($course->ison ? 'on' : 'off') : 'hidden';
        return [
            'name' => format_string($course->fullname, true, $options),
            'url' => (new moodle_url('/blocks/course_notification/report.php', ['id' => $course->id]))->out(false),
            'state' => get_string('site:' . $state, 'block_course_notification'),
            'waiting' => $course->waiting,
            'sent' => $course->sent,
            'failed' => $course->failed,
        ];
    }

    /**
     * Mails per day; core shows the numbers as a table too.
     *
     * @return \core\chart_bar
     */
    private static function chart(): \core\chart_bar {
        $days = site_counts::days();
        $format = get_string('strftimedateshortmonthabbr', 'langconfig');
        $chart = new \core\chart_bar();
        $chart->set_stacked(true);
        // Mails are whole: where there are few, no line may count half of one.
        if (max(array_map(static fn(array $day): int => $day['sent'] + $day['failed'], $days)) < 10) {
            $chart->get_yaxis(0, true)->set_stepsize(1);
        }
        $chart->set_title(get_string('site:chart', 'block_course_notification'));
        foreach (['sent', 'failed'] as $state) {
            $name = get_string('site:chart' . $state, 'block_course_notification');
            $chart->add_series(new \core\chart_series($name, array_map('floatval', array_column($days, $state))));
        }
        $chart->set_labels(array_map(static fn(array $day): string => userdate($day['time'], $format), $days));
        return $chart;
    }

    /**
     * What Moodle itself sends to the same people, or null.
     *
     * @return string|null
     */
    private static function core_mails(): ?string {
        global $CFG;
        $said = [];
        foreach (array_filter(site_counts::core_mails()) as $kind => $count) {
            $said[] = get_string('site:core:' . $kind, 'block_course_notification', $count);
        }
        if (!empty($CFG->enablecompletion)) {
            $said[] = get_string('site:core:completed', 'block_course_notification');
        }
        return $said === [] ? null : get_string('site:core', 'block_course_notification', implode(', ', $said));
    }
}
