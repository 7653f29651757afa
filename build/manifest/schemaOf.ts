import type {Column, TableShape} from './shape.ts';
import type {Model} from './model.ts';
import type {Schema, SchemaField, SchemaIndex, SchemaKey, SchemaTable} from './schema.ts';
import {tableName} from './tableName.ts';

/** The tables of a manifest in XMLDB's terms. */
export function schemaOf(model: Model): Schema {
    return Object.fromEntries(Object.entries(model.spec.tables ?? {}).map(([name, table]) => [tableName(model, name), schemaTable(model, table)]));
}

function schemaTable(model: Model, table: TableShape): SchemaTable {
    return {
        fields: Object.fromEntries(Object.entries(table.fields).map(([name, column]) => [name, schemaField(column)])),
        keys: keysOf(model, table),
        indexes: indexesOf(table),
    };
}

function schemaField(column: Column): SchemaField {
    const notnull = column.kind !== 'nullable';
    const of = column.kind === 'nullable' ? column.of : column;
    switch (of.kind) {
        case 'id':
            return {type: 'int', length: 10, notnull: true, sequence: true};
        case 'ref': case 'time': case 'duration':
            return {type: 'int', length: 10, notnull, ...defaultOf(of.default)};
        case 'int':
            return {type: 'int', length: integerLength(of.min, of.max), notnull, ...defaultOf(of.default)};
        case 'bool':
            return {type: 'int', length: 1, notnull, ...defaultOf(of.default === undefined ? undefined : Number(of.default))};
        case 'decimal':
            return {type: 'number', length: of.digits, decimals: of.decimals, notnull, ...defaultOf(of.default)};
        case 'text':
            return {type: 'char', length: of.length, notnull, ...defaultOf(of.default)};
        case 'choice':
            return {type: 'char', length: Math.max(...of.values.map(value => value.length)), notnull, ...defaultOf(of.default)};
        case 'longtext': case 'html':
            return {type: 'text', notnull};
    }
}

/** XMLDB asks for no default rather than an empty text. */
function defaultOf(value: string | number | undefined): {readonly default?: string | number} {
    return value === undefined || value === '' ? {} : {default: value};
}

/** As many digits as the bounds have; ten, Moodle's usual width, where one of them is open. */
function integerLength(min: number | undefined, max: number | undefined): number {
    return min === undefined || max === undefined ? 10 : Math.max(...[min, max].map(bound => String(Math.abs(bound)).length));
}

function keysOf(model: Model, table: TableShape): Record<string, SchemaKey> {
    const keys: Record<string, SchemaKey> = {primary: {type: 'primary', fields: ['id']}};
    for (const [name, column] of Object.entries(table.fields)) {
        const of = column.kind === 'nullable' ? column.of : column;
        if (of.kind === 'ref') {
            const type = isUniqueAlone(table, name) ? 'foreign-unique' : 'foreign';
            keys[name] = {type, fields: [name], reftable: tableName(model, of.table)};
        }
    }
    return keys;
}

function indexesOf(table: TableShape): Record<string, SchemaIndex> {
    const isKey = ([first, ...rest]: readonly string[]): boolean => rest.length === 0 && isRef(table, first ?? '');
    const named = (groups: readonly (readonly string[])[], unique: boolean): [string, SchemaIndex][] =>
        groups.filter(fields => !isKey(fields)).map(fields => [fields.join('_'), {unique, fields}]);
    return Object.fromEntries([...named(table.unique ?? [], true), ...named(table.index ?? [], false)]);
}

/** A reference has an index of its own: Moodle makes one for every foreign key. */
function isRef(table: TableShape, field: string): boolean {
    const column = table.fields[field];
    return column !== undefined && (column.kind === 'nullable' ? column.of.kind : column.kind) === 'ref';
}

function isUniqueAlone(table: TableShape, field: string): boolean {
    return (table.unique ?? []).some(fields => fields.length === 1 && fields[0] === field);
}
