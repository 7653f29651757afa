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

namespace local_everything\reportbuilder\local\systemreports;

use core_reportbuilder\local\entities\course;
use core_reportbuilder\local\entities\user;
use core_reportbuilder\local\filters\date;
use core_reportbuilder\local\filters\text;
use core_reportbuilder\local\report\column;
use core_reportbuilder\local\report\filter;
use core_reportbuilder\system_report;
use lang_string;

/**
 * System report items: Every item of the site.
 *
 * Made from test/golden/plugins/everything/manifest.ts by the build: change that file, not this one.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class items extends system_report {
    /**
     * Name of the report, for people.
     *
     * @return string
     */
    public static function get_name(): string {
        return get_string('report:items', 'local_everything');
    }

    /**
     * Who may see the report.
     *
     * @return bool
     */
    protected function can_view(): bool {
        return has_capability('local/everything:manage', $this->get_context());
    }

    /**
     * What the report is made of.
     */
    protected function initialise(): void {
        $this->set_main_table('local_everything_item', 'own');
        $this->add_base_fields(
            implode(', ', [
                'own.id',
                'own.shelfid',
                'own.userid',
                'own.courseid',
                'own.reviewerid',
                'own.timecreated',
                'own.lasts',
            ]),
        );
        $this->annotate_entity('items', new lang_string('report:items', 'local_everything'));

        $user = new user();
        $useralias = $user->get_table_alias('user');
        $this->add_entity($user->add_join("LEFT JOIN {user} {$useralias} ON {$useralias}.id = own.userid"));
        $this->add_column_from_entity('user:fullnamewithlink')->set_title(new lang_string('user'));
        $this->add_filter_from_entity('user:fullname');
        foreach ($user->get_identity_columns($this->get_context()) as $column) {
            $this->add_column($column);
        }
        foreach ($user->get_identity_filters($this->get_context()) as $filter) {
            $this->add_filter($filter);
        }

        $course = new course();
        $coursealias = $course->get_table_alias('course');
        $this->add_entity($course->add_join("LEFT JOIN {course} {$coursealias} ON {$coursealias}.id = own.courseid"));
        $this->add_column_from_entity('course:coursefullnamewithlink')->set_title(new lang_string('course'));
        $this->add_filter_from_entity('course:fullname');

        $this->add_own_columns();
        $this->add_own_filters();
        $this->set_initial_sort_column('items:timecreated', SORT_DESC);
        $this->set_downloadable(true, self::get_name());
    }

    /**
     * The columns of the plugin's own table.
     */
    private function add_own_columns(): void {
        $this->add_column(
            (new column('note', new lang_string('report:items:note', 'local_everything'), 'items'))
                ->set_type(column::TYPE_LONGTEXT)
                ->add_field('own.note')
                ->add_callback(static fn(?string $value): string => s($value))
                ->set_is_sortable(false),
        );
        $this->add_column(
            (new column('timecreated', new lang_string('report:items:timecreated', 'local_everything'), 'items'))
                ->set_type(column::TYPE_TIMESTAMP)
                ->add_field('own.timecreated')
                ->add_callback(fn(?int $value): string => $this->moment($value))
                ->set_is_sortable(true),
        );
    }

    /**
     * The filters on the plugin's own table.
     */
    private function add_own_filters(): void {
        $this->add_filter(
            new filter(text::class, 'note', new lang_string('report:items:note', 'local_everything'), 'items', 'own.note'),
        );
        $this->add_filter(
            new filter(
                date::class,
                'timecreated',
                new lang_string('report:items:timecreated', 'local_everything'),
                'items',
                'own.timecreated',
            ),
        );
    }

    /**
     * A moment in words; in a download as spreadsheets know it, which sort and count by it.
     *
     * @param int|null $time
     * @return string
     */
    private function moment(?int $time): string {
        if ($time === null || $time === 0) {
            return '';
        }
        // The page that downloads has made the report before it says so to the table, and core makes a report once.
        $isdownload = optional_param('download', '', PARAM_ALPHA) !== '';
        return $isdownload
            ? userdate($time, '%Y-%m-%d %H:%M', 99, false, false)
            : userdate($time, get_string('strftimedatetimeshort', 'langconfig'));
    }
}
