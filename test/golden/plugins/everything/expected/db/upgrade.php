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

/**
 * Brings the tables of an older version to those of this one.
 *
 * Made from test/golden/plugins/everything/manifest.ts by the build: change that file, not this one.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

/**
 * Upgrades from an older version.
 *
 * @param int $oldversion
 * @return bool
 */
function xmldb_local_everything_upgrade($oldversion): bool {
    global $DB;

    $dbman = $DB->get_manager();

    if ($oldversion < 2026110200) {
        // The table local_everything_wish is new.
        $table = new xmldb_table('local_everything_wish');
        $table->add_field('id', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, XMLDB_SEQUENCE, null);
        $table->add_field('courseid', XMLDB_TYPE_INTEGER, '10', null, null, null, null);
        $table->add_field('userid', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, null, null);
        $table->add_field('granterid', XMLDB_TYPE_INTEGER, '10', null, null, null, null);
        $table->add_field('wish', XMLDB_TYPE_CHAR, '100', null, XMLDB_NOTNULL, null, null);
        $table->add_key('primary', XMLDB_KEY_PRIMARY, ['id']);
        $table->add_key('courseid', XMLDB_KEY_FOREIGN, ['courseid'], 'course', ['id']);
        $table->add_key('userid', XMLDB_KEY_FOREIGN, ['userid'], 'user', ['id']);
        $table->add_key('granterid', XMLDB_KEY_FOREIGN, ['granterid'], 'user', ['id']);
        if (!$dbman->table_exists($table)) {
            $dbman->create_table($table);
        }

        // The table local_everything_delivery is new.
        $table = new xmldb_table('local_everything_delivery');
        $table->add_field('id', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, XMLDB_SEQUENCE, null);
        $table->add_field('plan', XMLDB_TYPE_CHAR, '100', null, XMLDB_NOTNULL, null, null);
        $table->add_field('box', XMLDB_TYPE_CHAR, '20', null, null, null, null);
        $table->add_field('state', XMLDB_TYPE_CHAR, '12', null, XMLDB_NOTNULL, null, 'scheduled');
        $table->add_field('reason', XMLDB_TYPE_CHAR, '40', null, null, null, null);
        $table->add_field('detail', XMLDB_TYPE_CHAR, '255', null, null, null, null);
        $table->add_field('tries', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, null, '0');
        $table->add_field('timenext', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, null, '0');
        $table->add_field('worker', XMLDB_TYPE_CHAR, '40', null, null, null, null);
        $table->add_field('heartbeat', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, null, '0');
        $table->add_field('share', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, null, '0');
        $table->add_field('story', XMLDB_TYPE_TEXT, null, null, null, null, null);
        $table->add_field('timecreated', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, null, null);
        $table->add_field('timechanged', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, null, null);
        $table->add_field('timeended', XMLDB_TYPE_INTEGER, '10', null, null, null, null);
        $table->add_key('primary', XMLDB_KEY_PRIMARY, ['id']);
        if (!$dbman->table_exists($table)) {
            $dbman->create_table($table);
        }

        // The table local_everything_profile is new.
        $table = new xmldb_table('local_everything_profile');
        $table->add_field('id', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, XMLDB_SEQUENCE, null);
        $table->add_field('userid', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, null, null);
        $table->add_field('painterid', XMLDB_TYPE_INTEGER, '10', null, null, null, null);
        $table->add_field('colour', XMLDB_TYPE_CHAR, '20', null, XMLDB_NOTNULL, null, 'blue');
        $table->add_key('primary', XMLDB_KEY_PRIMARY, ['id']);
        $table->add_key('userid', XMLDB_KEY_FOREIGN_UNIQUE, ['userid'], 'user', ['id']);
        $table->add_key('painterid', XMLDB_KEY_FOREIGN, ['painterid'], 'user', ['id']);
        if (!$dbman->table_exists($table)) {
            $dbman->create_table($table);
        }

        // The index name of local_everything_shelf changes or goes.
        $table = new xmldb_table('local_everything_shelf');
        $index = new xmldb_index('name', XMLDB_INDEX_NOTUNIQUE, ['name']);
        if ($dbman->index_exists($table, $index)) {
            $dbman->drop_index($table, $index);
        }

        // The field about is new in local_everything_shelf.
        $table = new xmldb_table('local_everything_shelf');
        $field = new xmldb_field('about', XMLDB_TYPE_TEXT, null, null, null, null, null, 'width');
        if (!$dbman->field_exists($table, $field)) {
            $dbman->add_field($table, $field);
        }

        // The field visible is new in local_everything_shelf.
        $table = new xmldb_table('local_everything_shelf');
        $field = new xmldb_field('visible', XMLDB_TYPE_INTEGER, '1', null, XMLDB_NOTNULL, null, '1', 'sortorder');
        if (!$dbman->field_exists($table, $field)) {
            $dbman->add_field($table, $field);
        }

        // The field name of local_everything_shelf changes.
        $table = new xmldb_table('local_everything_shelf');
        $field = new xmldb_field('name', XMLDB_TYPE_CHAR, '100', null, XMLDB_NOTNULL, null, null, 'courseid');
        $dbman->change_field_precision($table, $field);

        // The field width of local_everything_shelf changes.
        $table = new xmldb_table('local_everything_shelf');
        $field = new xmldb_field('width', XMLDB_TYPE_NUMBER, '10, 2', null, XMLDB_NOTNULL, null, '1.5', 'state');
        $dbman->change_field_type($table, $field);
        $dbman->change_field_default($table, $field);

        // The field reviewerid is new in local_everything_item.
        $table = new xmldb_table('local_everything_item');
        $field = new xmldb_field('reviewerid', XMLDB_TYPE_INTEGER, '10', null, null, null, null, 'note');
        if (!$dbman->field_exists($table, $field)) {
            $dbman->add_field($table, $field);
        }

        // The field lasts is new in local_everything_item.
        $table = new xmldb_table('local_everything_item');
        $field = new xmldb_field('lasts', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, null, '3600', 'timecreated');
        if (!$dbman->field_exists($table, $field)) {
            $dbman->add_field($table, $field);
        }

        \local_everything\local\lifecycle::upgrade((int) $oldversion);

        // The field state of local_everything_shelf changes.
        $table = new xmldb_table('local_everything_shelf');
        $field = new xmldb_field('state', XMLDB_TYPE_CHAR, '6', null, XMLDB_NOTNULL, null, 'open', 'name');
        $dbman->change_field_precision($table, $field);
        $dbman->change_field_notnull($table, $field);
        $dbman->change_field_default($table, $field);

        // The field colour of local_everything_shelf is needed no more.
        $table = new xmldb_table('local_everything_shelf');
        $field = new xmldb_field('colour');
        if ($dbman->field_exists($table, $field)) {
            $dbman->drop_field($table, $field);
        }

        // The index courseid_name is new in local_everything_shelf.
        $table = new xmldb_table('local_everything_shelf');
        $index = new xmldb_index('courseid_name', XMLDB_INDEX_UNIQUE, ['courseid', 'name']);
        if (!$dbman->index_exists($table, $index)) {
            $dbman->add_index($table, $index);
        }

        // The index state_sortorder is new in local_everything_shelf.
        $table = new xmldb_table('local_everything_shelf');
        $index = new xmldb_index('state_sortorder', XMLDB_INDEX_NOTUNIQUE, ['state', 'sortorder']);
        if (!$dbman->index_exists($table, $index)) {
            $dbman->add_index($table, $index);
        }

        // The key courseid is new in local_everything_item.
        $table = new xmldb_table('local_everything_item');
        $dbman->add_key($table, new xmldb_key('courseid', XMLDB_KEY_FOREIGN, ['courseid'], 'course', ['id']));

        // The key reviewerid is new in local_everything_item.
        $table = new xmldb_table('local_everything_item');
        $dbman->add_key($table, new xmldb_key('reviewerid', XMLDB_KEY_FOREIGN, ['reviewerid'], 'user', ['id']));

        // The index timecreated is new in local_everything_item.
        $table = new xmldb_table('local_everything_item');
        $index = new xmldb_index('timecreated', XMLDB_INDEX_NOTUNIQUE, ['timecreated']);
        if (!$dbman->index_exists($table, $index)) {
            $dbman->add_index($table, $index);
        }

        // The table local_everything_old is needed no more.
        $table = new xmldb_table('local_everything_old');
        if ($dbman->table_exists($table)) {
            $dbman->drop_table($table);
        }

        upgrade_plugin_savepoint(true, 2026110200, 'local', 'everything');
    }

    return true;
}
