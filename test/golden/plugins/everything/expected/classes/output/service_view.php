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

namespace local_everything\output;

use core\output\named_templatable;
use core\output\renderable;
use core\output\renderer_base;
use local_everything\local\service\report;
use local_everything\local\service\self_test;
use local_everything\local\service\setup;

/**
 * What the service needs, what was done about it, and whether each function can be called.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class service_view implements named_templatable, renderable {
    /**
     * A report.
     *
     * @param report $report
     * @param bool $done whether something was done, or things were only looked at
     */
    public function __construct(
        /** @var report What was found. */
        private readonly report $report,
        /** @var bool Whether the set-up ran. */
        private readonly bool $done,
    ) {
    }

    #[\Override]
    public function get_template_name(renderer_base $renderer): string {
        return 'local_everything/service_view';
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        $functions = self_test::functions();
        $call = $this->done ? self_test::call() : null;
        $broken = array_filter($functions);
        return [
            'ready' => $this->report->is_complete() && $broken === [] && $call === null,
            'done' => $this->done,
            'changed' => $this->report->count(setup::MADE),
            'handover' => $this->report->handover(),
            'lines' => array_map(self::line(...), $this->report->lines),
            'tested' => get_string('service:tested', 'local_everything', [
                'all' => count($functions),
                'well' => count($functions) - count($broken),
            ]),
            'functions' => array_map(
                static fn(string $name, array $problems): array => [
                    'name' => $name,
                    'well' => $problems === [],
                    'problems' => implode(' ', $problems),
                ],
                array_keys($functions),
                $functions,
            ),
            'call' => $call,
        ];
    }

    /**
     * A line as the template takes it.
     *
     * @param array $line
     * @return array
     */
    private static function line(array $line): array {
        return [
            'text' => $line['text'],
            'problem' => $line['problem'],
            'state' => get_string("service:state:$line[state]", 'local_everything'),
            'well' => $line['state'] === setup::HELD,
            'made' => $line['state'] === setup::MADE,
        ];
    }
}
