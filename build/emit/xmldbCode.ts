import type {Change} from '../manifest/schemaChanges.ts';
import type {SchemaField, SchemaIndex, SchemaKey, SchemaTable} from '../manifest/schema.ts';
import {phpString} from '../php/literal.ts';

const TYPES = {int: 'XMLDB_TYPE_INTEGER', number: 'XMLDB_TYPE_NUMBER', char: 'XMLDB_TYPE_CHAR', text: 'XMLDB_TYPE_TEXT'} as const;
const KEYS = {
    primary: 'XMLDB_KEY_PRIMARY', unique: 'XMLDB_KEY_UNIQUE', foreign: 'XMLDB_KEY_FOREIGN', 'foreign-unique': 'XMLDB_KEY_FOREIGN_UNIQUE',
} as const;

/** PHP that makes one change of a table, and does no harm where it was made before. */
export function changeCode(change: Change): string {
    const table = `$table = new xmldb_table(${phpString(change.table)});`;
    switch (change.does) {
        case 'create-table':
            return lines(table, ...tableParts(change.definition), guarded('!$dbman->table_exists($table)', '$dbman->create_table($table);'));
        case 'drop-table':
            return lines(table, guarded('$dbman->table_exists($table)', '$dbman->drop_table($table);'));
        case 'add-field':
            return lines(table, field(change.name, change.field, change.after), guarded('!$dbman->field_exists($table, $field)', '$dbman->add_field($table, $field);'));
        case 'change-field':
            return lines(table, field(change.name, change.field, change.after), ...fieldChanges(change.was, change.field));
        case 'drop-field':
            return lines(table, `$field = new xmldb_field(${phpString(change.name)});`, guarded('$dbman->field_exists($table, $field)', '$dbman->drop_field($table, $field);'));
        case 'add-key':
            return lines(table, `$dbman->add_key($table, new xmldb_key(${keyArguments(change.name, change.key)}));`);
        case 'drop-key':
            return lines(table, `$key = new xmldb_key(${keyArguments(change.name, change.key)});`, index(change.name, under(change.key)), guarded('$dbman->index_exists($table, $index)', '$dbman->drop_key($table, $key);'));
        case 'add-index':
            return lines(table, index(change.name, change.index), guarded('!$dbman->index_exists($table, $index)', '$dbman->add_index($table, $index);'));
        case 'drop-index':
            return lines(table, index(change.name, change.index), guarded('$dbman->index_exists($table, $index)', '$dbman->drop_index($table, $index);'));
    }
}

const lines = (...parts: readonly string[]): string => parts.join('\n');

const guarded = (condition: string, statement: string): string => `if (${condition}) {\n${statement}\n}`;

function tableParts(table: SchemaTable): readonly string[] {
    return [
        ...Object.entries(table.fields).map(([name, one]) => `$table->add_field(${fieldArguments(name, one)});`),
        ...Object.entries(table.keys).map(([name, one]) => `$table->add_key(${keyArguments(name, one)});`),
        ...Object.entries(table.indexes).map(([name, one]) => `$table->add_index(${indexArguments(name, one)});`),
    ];
}

const field = (name: string, one: SchemaField, after: string | null): string =>
    `$field = new xmldb_field(${fieldArguments(name, one)}${after === null ? '' : `, ${phpString(after)}`});`;

const index = (name: string, one: SchemaIndex): string => `$index = new xmldb_index(${indexArguments(name, one)});`;

/** The index that Moodle keeps below a key. */
const under = (key: SchemaKey): SchemaIndex => ({unique: key.type !== 'foreign', fields: key.fields});

function fieldArguments(name: string, one: SchemaField): string {
    const precision = one.length === undefined ? 'null' : phpString([one.length, ...(one.decimals === undefined ? [] : [one.decimals])].join(', '));
    return [
        phpString(name), TYPES[one.type], precision, 'null', one.notnull ? 'XMLDB_NOTNULL' : 'null', one.sequence === true ? 'XMLDB_SEQUENCE' : 'null',
        one.default === undefined ? 'null' : phpString(String(one.default)),
    ].join(', ');
}

function keyArguments(name: string, key: SchemaKey): string {
    const refersTo = key.reftable === undefined ? '' : `, ${phpString(key.reftable)}, ['id']`;
    return `${phpString(name)}, ${KEYS[key.type]}, ${listed(key.fields)}${refersTo}`;
}

const indexArguments = (name: string, one: SchemaIndex): string =>
    `${phpString(name)}, ${one.unique ? 'XMLDB_INDEX_UNIQUE' : 'XMLDB_INDEX_NOTUNIQUE'}, ${listed(one.fields)}`;

const listed = (fields: readonly string[]): string => `[${fields.map(phpString).join(', ')}]`;

function fieldChanges(was: SchemaField | null, now: SchemaField): readonly string[] {
    const call = (name: string): string => `$dbman->${name}($table, $field);`;
    if (was?.type !== now.type) {
        return [call('change_field_type'), call('change_field_default')];
    }
    return [
        ...(was.length !== now.length || was.decimals !== now.decimals ? [call('change_field_precision')] : []),
        ...(was.notnull === now.notnull ? [] : [call('change_field_notnull')]),
        ...(was.default === now.default ? [] : [call('change_field_default')]),
    ];
}
