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
            'local_everything_wish',
            [
                'userid' => 'privacy:wish:userid',
                'granterid' => 'privacy:wish:granterid',
                'wish' => 'privacy:wish:wish',
            ],
            'privacy:wish',
        );
        $collection->add_database_table(
            'local_everything_profile',
            [
                'userid' => 'privacy:profile:userid',
                'painterid' => 'privacy:profile:painterid',
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
        $contexts->add_from_sql(
            "SELECT ctx.id FROM {local_everything_item} t
                     JOIN {context} ctx ON ctx.contextlevel = :level AND ctx.instanceid = t.courseid
                     WHERE t.userid = :userid",
            ['userid' => $userid, 'level' => CONTEXT_COURSE],
        );
        $contexts->add_from_sql(
            "SELECT ctx.id FROM {local_everything_wish} t
                     JOIN {context} ctx ON ctx.contextlevel = :level AND ctx.instanceid = t.courseid
                     WHERE t.userid = :userid",
            ['userid' => $userid, 'level' => CONTEXT_COURSE],
        );
        $contexts->add_from_sql(
            "SELECT ctx.id FROM {local_everything_wish} t
                     JOIN {context} ctx ON ctx.contextlevel = :level AND ctx.instanceid = t.userid
                     WHERE t.userid = :userid AND COALESCE(t.courseid, 0) = 0",
            ['userid' => $userid, 'level' => CONTEXT_USER],
        );
        $contexts->add_from_sql(
            "SELECT ctx.id FROM {local_everything_wish} t
                     JOIN {context} ctx ON ctx.contextlevel = :level AND ctx.instanceid = t.courseid
                     WHERE t.granterid = :userid",
            ['userid' => $userid, 'level' => CONTEXT_COURSE],
        );
        $contexts->add_from_sql(
            "SELECT ctx.id FROM {local_everything_wish} t
                     JOIN {context} ctx ON ctx.contextlevel = :level AND ctx.instanceid = t.granterid
                     WHERE t.granterid = :userid AND COALESCE(t.courseid, 0) = 0",
            ['userid' => $userid, 'level' => CONTEXT_USER],
        );
        $contexts->add_from_sql(
            "SELECT ctx.id FROM {local_everything_profile} t
                     JOIN {context} ctx ON ctx.contextlevel = :level AND ctx.instanceid = t.userid
                     WHERE t.userid = :userid",
            ['userid' => $userid, 'level' => CONTEXT_USER],
        );
        $contexts->add_from_sql(
            "SELECT ctx.id FROM {local_everything_profile} t
                     JOIN {context} ctx ON ctx.contextlevel = :level AND ctx.instanceid = t.painterid
                     WHERE t.painterid = :userid",
            ['userid' => $userid, 'level' => CONTEXT_USER],
        );
        return $contexts;
    }

    /**
     * Of whom something is kept in a context.
     *
     * @param userlist $userlist
     */
    public static function get_users_in_context(userlist $userlist): void {
        $context = $userlist->get_context();
        $params = ['instanceid' => $context->instanceid];
        if ($context instanceof \core\context\user) {
            $userlist->add_from_sql(
                'userid',
                'SELECT userid FROM {local_everything_wish} WHERE userid = :instanceid AND COALESCE(courseid, 0) = 0',
                $params,
            );
            $userlist->add_from_sql(
                'granterid',
                'SELECT granterid FROM {local_everything_wish} WHERE granterid = :instanceid AND COALESCE(courseid, 0) = 0',
                $params,
            );
            $userlist->add_from_sql('userid', 'SELECT userid FROM {local_everything_profile} WHERE userid = :instanceid', $params);
            $userlist->add_from_sql(
                'painterid',
                'SELECT painterid FROM {local_everything_profile} WHERE painterid = :instanceid',
                $params,
            );
        }
        if ($context instanceof \core\context\course) {
            $userlist->add_from_sql('userid', 'SELECT userid FROM {local_everything_item} WHERE courseid = :instanceid', $params);
            $userlist->add_from_sql('userid', 'SELECT userid FROM {local_everything_wish} WHERE courseid = :instanceid', $params);
            $userlist->add_from_sql(
                'granterid',
                'SELECT granterid FROM {local_everything_wish} WHERE courseid = :instanceid',
                $params,
            );
        }
    }

    /**
     * Hands a person what is kept of them.
     *
     * @param approved_contextlist $contextlist
     */
    public static function export_user_data(approved_contextlist $contextlist): void {
        $userid = (int) $contextlist->get_user()->id;
        foreach ($contextlist->get_contexts() as $context) {
            $params = ['instanceid' => $context->instanceid, 'userid' => $userid];
            if ($context instanceof \core\context\user) {
                self::export_wish_rows(
                    $context,
                    '(userid = :instanceid AND COALESCE(courseid, 0) = 0 AND userid = :userid) OR (granterid = ' .
                        ':instanceid1 AND COALESCE(courseid, 0) = 0 AND granterid = :userid1)',
                    $params + ['userid1' => $userid, 'instanceid1' => $context->instanceid],
                );
                self::export_profile_rows(
                    $context,
                    '(userid = :instanceid AND userid = :userid) OR (painterid = :instanceid1 AND painterid = ' . ':userid1)',
                    $params + ['userid1' => $userid, 'instanceid1' => $context->instanceid],
                );
            }
            if ($context instanceof \core\context\course) {
                self::export_item_rows($context, 'courseid = :instanceid AND userid = :userid', $params);
                self::export_wish_rows(
                    $context,
                    'courseid = :instanceid AND (userid = :userid OR granterid = :userid1)',
                    $params + ['userid1' => $userid],
                );
            }
        }
    }

    /**
     * Deletes what is kept of anyone in a context.
     *
     * @param \context $context
     */
    public static function delete_data_for_all_users_in_context(\context $context): void {
        global $DB;
        $params = ['instanceid' => $context->instanceid];
        if ($context instanceof \core\context\user) {
            $DB->delete_records_select('local_everything_wish', 'userid = :instanceid AND COALESCE(courseid, 0) = 0', $params);
            $DB->set_field_select(
                'local_everything_wish',
                'granterid',
                null,
                'granterid = :instanceid AND COALESCE(courseid, 0) = 0',
                $params,
            );
            $DB->delete_records_select('local_everything_profile', 'userid = :instanceid', $params);
            $DB->set_field_select('local_everything_profile', 'painterid', null, 'painterid = :instanceid', $params);
        }
        if ($context instanceof \core\context\course) {
            $DB->delete_records_select('local_everything_item', 'courseid = :instanceid', $params);
            $DB->delete_records_select('local_everything_wish', 'courseid = :instanceid', $params);
        }
    }

    /**
     * Deletes what is kept of a person in the contexts they name.
     *
     * @param approved_contextlist $contextlist
     */
    public static function delete_data_for_user(approved_contextlist $contextlist): void {
        foreach ($contextlist->get_contexts() as $context) {
            self::forget($context, [(int) $contextlist->get_user()->id]);
        }
    }

    /**
     * Deletes what is kept of some people in a context.
     *
     * @param approved_userlist $userlist
     */
    public static function delete_data_for_users(approved_userlist $userlist): void {
        self::forget($userlist->get_context(), $userlist->get_userids());
    }

    /**
     * Hands a person their own settings.
     *
     * @param int $userid
     */
    public static function export_user_preferences(int $userid): void {
        self::export_preference($userid, 'local_everything_view', 'privacy:preference');
    }

    /**
     * Hands a person one of their settings, if they have it.
     *
     * @param int $userid
     * @param string $name
     * @param string $about
     */
    private static function export_preference(int $userid, string $name, string $about): void {
        $value = get_user_preferences($name, null, $userid);
        if ($value !== null) {
            $text = get_string($about, 'local_everything');
            writer::export_user_preference('local_everything', $name, $value, $text);
        }
    }

    /**
     * Deletes what is kept of people in one context.
     *
     * @param \context $context
     * @param int[] $userids
     */
    private static function forget(\context $context, array $userids): void {
        global $DB;
        if ($userids === []) {
            return;
        }
        [$insql, $params] = $DB->get_in_or_equal($userids, SQL_PARAMS_NAMED, 'person');
        $params += ['instanceid' => $context->instanceid];
        if ($context instanceof \core\context\user) {
            $DB->delete_records_select(
                'local_everything_wish',
                "userid = :instanceid AND COALESCE(courseid, 0) = 0 AND userid {$insql}",
                $params,
            );
            $DB->set_field_select(
                'local_everything_wish',
                'granterid',
                null,
                "granterid = :instanceid AND COALESCE(courseid, 0) = 0 AND granterid {$insql}",
                $params,
            );
            $DB->delete_records_select('local_everything_profile', "userid = :instanceid AND userid {$insql}", $params);
            $DB->set_field_select(
                'local_everything_profile',
                'painterid',
                null,
                "painterid = :instanceid AND painterid {$insql}",
                $params,
            );
        }
        if ($context instanceof \core\context\course) {
            $DB->delete_records_select('local_everything_item', "courseid = :instanceid AND userid {$insql}", $params);
            $DB->delete_records_select('local_everything_wish', "courseid = :instanceid AND userid {$insql}", $params);
            $DB->set_field_select(
                'local_everything_wish',
                'granterid',
                null,
                "courseid = :instanceid AND granterid {$insql}",
                $params,
            );
        }
    }

    /**
     * Hands a person rows of local_everything_item.
     *
     * @param \context $context
     * @param string $where
     * @param array $params
     */
    private static function export_item_rows(\context $context, string $where, array $params): void {
        global $DB;
        $told = [];
        $rows = $DB->get_recordset_select('local_everything_item', $where, $params, 'id');
        foreach ($rows as $row) {
            $told[] = (object) [
                'userid' => transform::user($row->userid),
                'note' => $row->note,
                'timecreated' => $row->timecreated ? transform::datetime($row->timecreated) : null,
            ];
        }
        $rows->close();
        if ($told !== []) {
            $place = [get_string('pluginname', 'local_everything'), 'local_everything_item'];
            writer::with_context($context)->export_data($place, (object) ['rows' => $told]);
        }
    }

    /**
     * Hands a person rows of local_everything_wish.
     *
     * @param \context $context
     * @param string $where
     * @param array $params
     */
    private static function export_wish_rows(\context $context, string $where, array $params): void {
        global $DB;
        $told = [];
        $rows = $DB->get_recordset_select('local_everything_wish', $where, $params, 'id');
        foreach ($rows as $row) {
            $told[] = (object) [
                'userid' => transform::user($row->userid),
                'granterid' => $row->granterid === null ? null : transform::user($row->granterid),
                'wish' => $row->wish,
            ];
        }
        $rows->close();
        if ($told !== []) {
            $place = [get_string('pluginname', 'local_everything'), 'local_everything_wish'];
            writer::with_context($context)->export_data($place, (object) ['rows' => $told]);
        }
    }

    /**
     * Hands a person rows of local_everything_profile.
     *
     * @param \context $context
     * @param string $where
     * @param array $params
     */
    private static function export_profile_rows(\context $context, string $where, array $params): void {
        global $DB;
        $told = [];
        $rows = $DB->get_recordset_select('local_everything_profile', $where, $params, 'id');
        foreach ($rows as $row) {
            $told[] = (object) [
                'userid' => transform::user($row->userid),
                'painterid' => $row->painterid === null ? null : transform::user($row->painterid),
                'colour' => $row->colour,
            ];
        }
        $rows->close();
        if ($told !== []) {
            $place = [get_string('pluginname', 'local_everything'), 'local_everything_profile'];
            writer::with_context($context)->export_data($place, (object) ['rows' => $told]);
        }
    }
}
