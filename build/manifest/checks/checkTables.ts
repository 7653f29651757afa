import {
    badName, columnTooLong, doubledIndex, indexOnText, indexTooWide, nameTooLong, noIdColumn, reservedColumn, sameTable,
} from '../../diagnostics/manifest.ts';
import type {Model} from '../model.ts';
import type {Column, TableShape} from '../shape.ts';
import {tableName} from '../tableName.ts';
import type {Finding} from './finding.ts';
import {RESERVED_WORDS} from './reservedWords.ts';

const SNAKE = /^[a-z][a-z0-9_]*$/;
const RULE = 'lower-case letters, digits and _, a letter first';

/** What Moodle takes: names of tables leave ten characters for the site's prefix. */
const MOST = {table: 53, column: 63, text: 1333, indexBytes: 765, composedBytes: 999} as const;

export function checkTables(model: Model): readonly Finding[] {
    const tables = Object.entries(model.spec.tables ?? {});
    return [
        ...tables.flatMap(([name, table]) => [
            ...nameFindings(model, name),
            ...idFindings(name, table),
            ...Object.entries(table.fields).flatMap(([column, kind]) => columnFindings(name, column, kind)),
            ...(['unique', 'index'] as const).flatMap(part => (table[part] ?? []).flatMap((columns, number) =>
                indexFindings(table, ['tables', name, part, String(number)], columns, part === 'unique'))),
        ]),
        ...twins(model, tables.map(([name]) => name)),
    ];
}

function nameFindings(model: Model, name: string): readonly Finding[] {
    const path = ['tables', name];
    const full = tableName(model, name);
    return [
        ...(SNAKE.test(name) ? [] : [{path, say: place => badName(place, 'table', name, RULE)} satisfies Finding]),
        ...(full.length <= MOST.table ? [] : [{path, say: place => nameTooLong(place, 'table', full, MOST.table)} satisfies Finding]),
    ];
}

function twins(model: Model, names: readonly string[]): readonly Finding[] {
    return names.flatMap((name, index) => {
        const other = names.slice(0, index).find(earlier => tableName(model, earlier) === tableName(model, name));
        return other === undefined ? [] : [{path: ['tables', name], say: place => sameTable(place, name, other)}];
    });
}

function idFindings(name: string, {fields}: TableShape): readonly Finding[] {
    const [first] = Object.entries(fields);
    const ids = Object.values(fields).filter(({kind}) => kind === 'id').length;
    return first?.[0] === 'id' && first[1].kind === 'id' && ids === 1 ? [] : [{path: ['tables', name, 'fields'], say: place => noIdColumn(place, name)}];
}

function columnFindings(table: string, name: string, column: Column): readonly Finding[] {
    const path = ['tables', table, 'fields', name];
    const of = bare(column);
    return [
        ...(SNAKE.test(name) ? [] : [{path, say: place => badName(place, 'column', name, RULE)} satisfies Finding]),
        ...(name.length <= MOST.column ? [] : [{path, say: place => nameTooLong(place, 'column', name, MOST.column)} satisfies Finding]),
        ...(RESERVED_WORDS.has(name) ? [{path, say: place => reservedColumn(place, name)} satisfies Finding] : []),
        ...(of.kind === 'text' && of.length > MOST.text ? [{path, say: place => columnTooLong(place, name, MOST.text)} satisfies Finding] : []),
    ];
}

function indexFindings(table: TableShape, path: readonly string[], columns: readonly string[], unique: boolean): readonly Finding[] {
    const kinds = columns.map(column => table.fields[column]).filter(column => column !== undefined).map(bare);
    const long = columns.find((_, number) => ['longtext', 'html'].includes(kinds[number]?.kind ?? ''));
    const bytes = kinds.map(kind => (kind.kind === 'text' ? kind.length * 3 : 8)).reduce((sum, size) => sum + size, 0);
    const most = columns.length === 1 ? MOST.indexBytes : MOST.composedBytes;
    const key = columns.length === 1 && kinds[0]?.kind === 'ref' && !unique;
    return [
        ...(long === undefined ? [] : [{path, say: place => indexOnText(place, long)} satisfies Finding]),
        ...(bytes <= most ? [] : [{path, say: place => indexTooWide(place, columns, most)} satisfies Finding]),
        ...(key ? [{path, say: place => doubledIndex(place, columns, 'A ref()')} satisfies Finding] : []),
        ...doubled(table, columns, unique).map(by => ({path, say: place => doubledIndex(place, columns, by)} satisfies Finding)),
    ];
}

function doubled(table: TableShape, columns: readonly string[], unique: boolean): readonly string[] {
    const same = (groups: readonly (readonly string[])[]): number => groups.filter(group => group.join() === columns.join()).length;
    const inUnique = same(table.unique ?? []);
    return unique ? (inUnique > 1 ? ['Another unique'] : []) : inUnique > 0 ? ['A unique'] : same(table.index ?? []) > 1 ? ['Another index'] : [];
}

const bare = (column: Column): Exclude<Column, {readonly kind: 'nullable'}> => (column.kind === 'nullable' ? column.of : column);
