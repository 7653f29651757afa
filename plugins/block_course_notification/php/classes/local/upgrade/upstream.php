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

namespace block_course_notification\local\upgrade;

use block_course_notification\local\facts\course_settings;
use block_course_notification\local\facts\earlier_config;
use block_course_notification\local\facts\learner;
use block_course_notification\local\facts\learner_facts;
use block_course_notification\local\facts\scope;
use block_course_notification\local\plan\planner;
use block_course_notification\local\rules\signals;
use block_course_notification\local\send\ledger;

/**
 * Takes over from the plugin of the same name that was here before: its marks, the configuration of its blocks, its settings.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class upstream {
    /** @var string Its table: one row for each learner, with a flag and a date for each signal. */
    private const TABLE = 'block_course_notification';

    /** @var int The first version of this plugin. */
    private const FIRST = 2026112100;

    /**
     * Runs at every upgrade; there is something to do only where the other plugin was installed.
     *
     * @param int $oldversion
     */
    public static function upgrade(int $oldversion): void {
        global $DB;
        if ($oldversion >= self::FIRST) {
            return;
        }
        $manager = $DB->get_manager();
        foreach (['due', 'sent'] as $table) {
            if (!$manager->table_exists("block_course_notification_$table")) {
                $schema = __DIR__ . '/../../../db/install.xml';
                $manager->install_one_table_from_xmldb_file($schema, "block_course_notification_$table");
            }
        }
        self::take_settings();
        self::take_blocks();
        $old = new \xmldb_table(self::TABLE);
        if ($manager->table_exists($old)) {
            self::take_marks();
            $manager->drop_table($old);
        }
    }

    /**
     * The settings of the site. Delays were in days, and defaults had another name.
     */
    private static function take_settings(): void {
        $old = get_config(self::TABLE);
        foreach (signals::SIGNALS as $signal) {
            self::take_setting($signal, $old->{"default$signal"} ?? null, "default$signal");
        }
        foreach (earlier_config::DELAYS as $before => $new) {
            $days = $old->{"default$before"} ?? null;
            self::take_setting($new, $days === null ? null : max(1, (int) $days) * DAYSECS, "default$before");
        }
        unset_config('sendfirstassignanyway', self::TABLE);
    }

    /**
     * Keeps a setting under its new name.
     *
     * @param string $name
     * @param mixed $value null where there was none
     * @param string $old
     */
    private static function take_setting(string $name, mixed $value, string $old): void {
        if ($value !== null) {
            set_config($name, $value, self::TABLE);
        }
        unset_config($old, self::TABLE);
    }

    /**
     * The configuration of the blocks. One that was never configured followed the site's settings, and goes on doing so.
     */
    private static function take_blocks(): void {
        global $DB;
        $blocks = $DB->get_recordset('block_instances', ['blockname' => 'course_notification'], '', 'id, configdata');
        foreach ($blocks as $block) {
            if ((string) $block->configdata === '') {
                continue;
            }
            $config = course_settings::decoded((string) $block->configdata);
            $DB->set_field('block_instances', 'configdata', base64_encode(serialize((object) $config)), ['id' => $block->id]);
        }
        $blocks->close();
    }

    /**
     * The marks: what was sent is never sent again for the dates that hold today.
     */
    private static function take_marks(): void {
        global $DB;
        // An upgrade that was cut off starts again: all there can be is what it had taken over by then.
        $DB->delete_records(ledger::TABLE);
        $columns = $DB->get_columns(self::TABLE);
        $marks = $DB->get_recordset(self::TABLE, null, 'courseid, userid');
        $part = [];
        foreach ($marks as $mark) {
            $part[] = $mark;
            if (count($part) === planner::AT_ONCE) {
                self::take_part($part, $columns);
                $part = [];
            }
        }
        $marks->close();
        self::take_part($part, $columns);
    }

    /**
     * Some of the marks.
     *
     * @param \stdClass[] $marks
     * @param array $columns of the old table, which differ between its releases
     */
    private static function take_part(array $marks, array $columns): void {
        global $DB;
        $pairs = array_map(static fn(\stdClass $mark): array => [(int) $mark->courseid, (int) $mark->userid], $marks);
        $learners = (new learner_facts())->read(scope::pairs($pairs));
        $rows = [];
        foreach ($marks as $mark) {
            $learner = $learners["$mark->courseid:$mark->userid"] ?? null;
            if ($learner === null) {
                continue;
            }
            foreach (signals::SIGNALS as $signal) {
                $flag = self::flag($signal, $columns);
                if ($flag !== null && !empty($mark->$flag)) {
                    $rows[] = self::row($learner, $signal, (int) ($mark->{"{$signal}notedate"} ?? 0));
                }
            }
        }
        $DB->insert_records(ledger::TABLE, $rows);
    }

    /**
     * The column of a flag. In one release one of them was misspelt.
     *
     * @param string $signal
     * @param array $columns
     * @return string|null
     */
    private static function flag(string $signal, array $columns): ?string {
        foreach (["{$signal}notified", "{$signal}notifoneied"] as $name) {
            if (isset($columns[$name])) {
                return $name;
            }
        }
        return null;
    }

    /**
     * A message that was sent, hung on the date that it hangs on today.
     *
     * @param learner $learner
     * @param string $signal
     * @param int $time when it was sent; 0 where that was not kept
     * @return array
     */
    private static function row(learner $learner, string $signal, int $time): array {
        $facts = $learner->facts();
        $anchor = match (true) {
            $signal === 'inactive' => $time,
            $signal === 'completed' => $facts['completed'] ?? $time,
            signals::is_about_end($signal) => $facts['end'] ?? $time,
            default => $facts['start'],
        };
        return [
            'courseid' => (int) $learner->course->id,
            'userid' => $learner->userid,
            'signalname' => $signal,
            'anchor' => $anchor,
            'state' => ledger::SENT,
            'reason' => null,
            'timeclaimed' => $time,
            'timesent' => $time,
        ];
    }
}
