import type {Schema, SchemaField, SchemaIndex, SchemaKey, SchemaTable} from './schema.ts';

/** One change of a table, in the order in which an upgrade makes them. */
export type Change =
    | {readonly does: 'create-table'; readonly table: string; readonly definition: SchemaTable}
    | {readonly does: 'drop-table'; readonly table: string}
    | {readonly does: 'add-field' | 'change-field'; readonly table: string; readonly name: string; readonly field: SchemaField; readonly after: string | null; readonly was: SchemaField | null}
    | {readonly does: 'drop-field'; readonly table: string; readonly name: string}
    | {readonly does: 'add-key' | 'drop-key'; readonly table: string; readonly name: string; readonly key: SchemaKey}
    | {readonly does: 'add-index' | 'drop-index'; readonly table: string; readonly name: string; readonly index: SchemaIndex};

/** What an upgrade adds before the plugin moves its data, and what it may only drop after that. */
export type Changes = {readonly before: readonly Change[]; readonly after: readonly Change[]};

export function schemaChanges(from: Schema, to: Schema): Changes {
    const created = Object.entries(to).filter(([table]) => from[table] === undefined);
    const dropped = Object.keys(from).filter(table => to[table] === undefined);
    const both = Object.entries(to).flatMap(([table, now]) => {
        const was = from[table];
        return was === undefined ? [] : [tableChanges(table, was, now)];
    });
    return {
        before: [
            ...created.map(([table, definition]): Change => ({does: 'create-table', table, definition})),
            ...both.flatMap(changes => changes.before),
        ],
        after: [...both.flatMap(changes => changes.after), ...dropped.map((table): Change => ({does: 'drop-table', table}))],
    };
}

export const isEmpty = ({before, after}: Changes): boolean => before.length + after.length === 0;

/**
 * Keys and indexes that go, or that lie on a column that changes, are dropped first and made again last: a database refuses to change
 * a column under an index. What the data must have moved for comes last: columns that go or may not be empty any more, and new keys.
 */
function tableChanges(table: string, was: SchemaTable, now: SchemaTable): Changes {
    const added = Object.keys(now.fields).filter(name => was.fields[name] === undefined);
    const gone = Object.keys(was.fields).filter(name => now.fields[name] === undefined);
    const changed = Object.keys(now.fields).filter(name => was.fields[name] !== undefined && !same(was.fields[name], now.fields[name]));
    const stays = (one: SchemaKey | SchemaIndex, other: SchemaKey | SchemaIndex | undefined): boolean =>
        same(one, other) && !one.fields.some(name => changed.includes(name));
    const tightens = (name: string): boolean => was.fields[name]?.notnull === false && now.fields[name]?.notnull === true;
    const key = (does: 'add-key' | 'drop-key', [name, definition]: [string, SchemaKey]): Change => ({does, table, name, key: definition});
    const index = (does: 'add-index' | 'drop-index', [name, definition]: [string, SchemaIndex]): Change => ({does, table, name, index: definition});
    const field = (does: 'add-field' | 'change-field', name: string): Change =>
        ({does, table, name, field: now.fields[name] as SchemaField, after: previous(now, name), was: was.fields[name] ?? null});
    return {
        before: [
            ...Object.entries(was.keys).filter(([name, one]) => !stays(one, now.keys[name])).map(entry => key('drop-key', entry)),
            ...Object.entries(was.indexes).filter(([name, one]) => !stays(one, now.indexes[name])).map(entry => index('drop-index', entry)),
            ...added.map(name => field('add-field', name)),
            ...changed.filter(name => !tightens(name)).map(name => field('change-field', name)),
        ],
        after: [
            ...changed.filter(tightens).map(name => field('change-field', name)),
            ...gone.map((name): Change => ({does: 'drop-field', table, name})),
            ...Object.entries(now.keys).filter(([name, one]) => !stays(one, was.keys[name])).map(entry => key('add-key', entry)),
            ...Object.entries(now.indexes).filter(([name, one]) => !stays(one, was.indexes[name])).map(entry => index('add-index', entry)),
        ],
    };
}

function previous(table: SchemaTable, name: string): string | null {
    const names = Object.keys(table.fields);
    return names[names.indexOf(name) - 1] ?? null;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** Snapshots are JSON that people may have reordered: only what they say counts. */
function sorted(value: unknown): unknown {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) {
        return value;
    }
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
