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

namespace local_everything\privacy;

use core_privacy\local\metadata\collection;
use core_privacy\local\request\approved_contextlist;
use core_privacy\local\request\approved_userlist;
use core_privacy\local\request\contextlist;
use core_privacy\local\request\transform;
use core_privacy\local\request\userlist;
use core_privacy\local\request\writer;

/**
 * Tells what is kept of people, hands it to them, and deletes it.
 *
 * Made from test/golden/plugins/everything/manifest.ts by the build: change that file, not this one.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class provider implements
    \core_privacy\local\metadata\provider,
    \core_privacy\local\request\core_userlist_provider,
    \core_privacy\local\request\plugin\provider,
    \core_privacy\local\request\user_preference_provider {
    /** @var array[] The tables that keep something of people: context of a row, what is told of it, what is emptied ([]: the row goes). */
    private const TABLES = [
        'local_everything_item' => [
            'level' => CONTEXT_COURSE,
            'key' => 'courseid',
            'join' => 'ctx.contextlevel = :level AND ctx.instanceid = t.courseid',
            'people' => [
                'userid' => [],
            ],
            'tells' => [
                'userid' => 'user',
                'note' => 'text',
                'timecreated' => 'time',
            ],
        ],
        'local_everything_profile' => [
            'level' => CONTEXT_USER,
            'key' => 'userid',
            'join' => 'ctx.contextlevel = :level AND ctx.instanceid = t.userid',
            'people' => [
                'userid' => [],
            ],
            'tells' => [
                'userid' => 'user',
                'colour' => 'text',
            ],
        ],
    ];

    /** @var string[] Preferences of people, and the strings that say what they are. */
    private const PREFERENCES = [
        'local_everything_view' => 'privacy:preference',
    ];

    /**
     * What the plugin keeps, and what it hands on.
     *
     * @param collection $collection
     * @return collection
     */
    public static function get_metadata(collection $collection): collection {
        $collection->add_database_table(
            'local_everything_item',
            [
                'userid' => 'privacy:item:userid',
                'note' => 'privacy:item:note',
                'timecreated' => 'privacy:item:timecreated',
            ],
            'privacy:item',
        );
        $collection->add_database_table(
            'local_everything_profile',
            [
                'userid' => 'privacy:profile:userid',
                'colour' => 'privacy:profile:colour',
            ],
            'privacy:profile',
        );
        $collection->add_user_preference('local_everything_view', 'privacy:preference');
        $collection->add_external_location_link(
            'archive',
            [
                'userid' => 'privacy:archive:userid',
            ],
            'privacy:archive',
        );
        $collection->add_subsystem_link('core_message', [], 'privacy:messages');
        return $collection;
    }

    /**
     * Where something of a person is kept.
     *
     * @param int $userid
     * @return contextlist
     */
    public static function get_contexts_for_userid(int $userid): contextlist {
        $contexts = new contextlist();
        foreach (self::TABLES as $table => $kept) {
            foreach (array_keys($kept['people']) as $column) {
                $sql = "SELECT ctx.id
                          FROM {{$table}} t
                          JOIN {context} ctx ON {$kept['join']}
                         WHERE t.{$column} = :userid";
                $contexts->add_from_sql($sql, ['userid' => $userid] + self::level_of($kept));
            }
        }
        return $contexts;
    }

    /**
     * Of whom something is kept in a context.
     *
     * @param userlist $userlist
     */
    public static function get_users_in_context(userlist $userlist): void {
        foreach (self::TABLES as $table => $kept) {
            foreach (array_keys($kept['people']) as $column) {
                $sql = "SELECT t.{$column} AS userid
                          FROM {{$table}} t
                          JOIN {context} ctx ON {$kept['join']}
                         WHERE ctx.id = :contextid";
                $params = ['contextid' => $userlist->get_context()->id] + self::level_of($kept);
                $userlist->add_from_sql('userid', $sql, $params);
            }
        }
    }

    /**
     * Hands a person what is kept of them.
     *
     * @param approved_contextlist $contextlist
     */
    public static function export_user_data(approved_contextlist $contextlist): void {
        global $DB;
        $userid = $contextlist->get_user()->id;
        foreach ($contextlist->get_contexts() as $context) {
            foreach (self::TABLES as $table => $kept) {
                [$rows, $params] = self::rows_in($context, $kept);
                if ($rows === null) {
                    continue;
                }
                $mine = [];
                foreach (array_keys($kept['people']) as $at => $column) {
                    $mine[] = "{$column} = :person{$at}";
                    $params["person{$at}"] = $userid;
                }
                $found = $DB->get_recordset_select($table, "{$rows} AND (" . implode(' OR ', $mine) . ')', $params, 'id');
                $told = [];
                foreach ($found as $row) {
                    $told[] = self::told($row, $kept['tells']);
                }
                $found->close();
                if ($told !== []) {
                    $where = [get_string('pluginname', 'local_everything'), $table];
                    writer::with_context($context)->export_data($where, (object) ['rows' => $told]);
                }
            }
        }
    }

    /**
     * Deletes what is kept of anyone in a context.
     *
     * @param \context $context
     */
    public static function delete_data_for_all_users_in_context(\context $context): void {
        foreach (self::TABLES as $table => $kept) {
            [$rows, $params] = self::rows_in($context, $kept);
            if ($rows === null) {
                continue;
            }
            foreach ($kept['people'] as $emptied) {
                self::forget($table, $emptied, $rows, $params);
            }
        }
    }

    /**
     * Deletes what is kept of a person in the contexts they name.
     *
     * @param approved_contextlist $contextlist
     */
    public static function delete_data_for_user(approved_contextlist $contextlist): void {
        foreach ($contextlist->get_contexts() as $context) {
            self::forget_people($context, [(int) $contextlist->get_user()->id]);
        }
    }

    /**
     * Deletes what is kept of some people in a context.
     *
     * @param approved_userlist $userlist
     */
    public static function delete_data_for_users(approved_userlist $userlist): void {
        self::forget_people($userlist->get_context(), $userlist->get_userids());
    }

    /**
     * Hands a person their own settings.
     *
     * @param int $userid
     */
    public static function export_user_preferences(int $userid): void {
        foreach (self::PREFERENCES as $name => $about) {
            $value = get_user_preferences($name, null, $userid);
            if ($value !== null) {
                $text = get_string($about, 'local_everything');
                writer::export_user_preference('local_everything', $name, $value, $text);
            }
        }
    }

    /**
     * Deletes what is kept of people in one context.
     *
     * @param \context $context
     * @param int[] $userids
     */
    private static function forget_people(\context $context, array $userids): void {
        global $DB;
        if ($userids === []) {
            return;
        }
        [$insql, $inparams] = $DB->get_in_or_equal($userids, SQL_PARAMS_NAMED, 'person');
        foreach (self::TABLES as $table => $kept) {
            [$rows, $params] = self::rows_in($context, $kept);
            if ($rows === null) {
                continue;
            }
            foreach ($kept['people'] as $column => $emptied) {
                self::forget($table, $emptied, "{$rows} AND {$column} {$insql}", $params + $inparams);
            }
        }
    }

    /**
     * Deletes rows, or empties columns of rows that must outlive the person.
     *
     * @param string $table
     * @param array $emptied column => what stands in it afterwards; nothing: the row goes
     * @param string $where
     * @param array $params
     */
    private static function forget(string $table, array $emptied, string $where, array $params): void {
        global $DB;
        if ($emptied === []) {
            $DB->delete_records_select($table, $where, $params);
            return;
        }
        foreach ($emptied as $column => $value) {
            $DB->set_field_select($table, $column, $value, $where, $params);
        }
    }

    /**
     * The rows of a table that belong to a context, as a condition; null where the table has none there.
     *
     * @param \context $context
     * @param array $kept
     * @return array condition and parameters
     */
    private static function rows_in(\context $context, array $kept): array {
        if ($kept['level'] === null) {
            return ["{$kept['key']} = :contextid", ['contextid' => $context->id]];
        }
        if ((int) $context->contextlevel !== $kept['level']) {
            return [null, []];
        }
        return $kept['key'] === null ? ['1 = 1', []] : ["{$kept['key']} = :instanceid", ['instanceid' => $context->instanceid]];
    }

    /**
     * The context level of a table's rows, as a parameter of its join.
     *
     * @param array $kept
     * @return array
     */
    private static function level_of(array $kept): array {
        return $kept['level'] === null ? [] : ['level' => $kept['level']];
    }

    /**
     * A row as its owner reads it.
     *
     * @param \stdClass $row
     * @param array $tells column => how it is shown
     * @return array
     */
    private static function told(\stdClass $row, array $tells): array {
        $told = [];
        foreach ($tells as $column => $form) {
            $value = $row->{$column};
            $told[$column] =
                $value === null
                    ? null
                    : match ($form) {
                        'time' => (int) $value === 0 ? null : transform::datetime((int) $value),
                        'bool' => transform::yesno((bool) $value),
                        'user' => transform::user((int) $value),
                        default => $value,
                    };
        }
        return $told;
    }
}
