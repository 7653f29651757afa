import type {Model} from '../manifest/model.ts';
import type {Column, PersonalContext, PersonalShape, TableShape} from '../manifest/shape.ts';
import {tableName} from '../manifest/tableName.ts';
import {code, type PhpCode, type PhpValue} from '../php/literal.ts';

/** A table with personal data, in the terms of the generated provider. */
export type KeptTable = {
    readonly name: string;
    readonly about: string;
    readonly columns: readonly string[];
    readonly kept: PhpValue;
};

type Place = {readonly level: PhpCode | null; readonly key: string | null; readonly join: string};

export function personalTables(model: Model): readonly KeptTable[] {
    return Object.entries(model.spec.tables ?? {}).flatMap(([name, table]) => (table.personal === null ? [] : [keptTable(tableName(model, name), table, table.personal)]));
}

/** Preferences of all plugins share one space of names. */
export function preferenceName(model: Model, name: string): string {
    return name.startsWith(`${model.component}_`) ? name : `${model.component}_${name}`;
}

export const peopleOf = (personal: PersonalShape): readonly string[] => (typeof personal.user === 'string' ? [personal.user] : personal.user);

/** The columns that a person is told of, each with its own string. */
export function toldColumns(table: TableShape, personal: PersonalShape): readonly string[] {
    const context = typeof personal.context === 'string' ? [] : Object.values(personal.context);
    return personal.columns ?? Object.keys(table.fields).filter(name => name !== 'id' && !context.includes(name));
}

function keptTable(name: string, table: TableShape, personal: PersonalShape): KeptTable {
    const people = peopleOf(personal);
    const columns = toldColumns(table, personal);
    const {level, key, join} = placeOf(personal.context, people[0] ?? 'userid');
    const tells = Object.fromEntries(columns.map(column => [column, people.includes(column) ? 'user' : shownAs(table.fields[column])]));
    const emptied = Object.fromEntries(people.map(person => [person, emptiedFor(person, table, personal)]));
    return {name, about: personal.about, columns, kept: {level, key, join, people: emptied, tells}};
}

function placeOf(context: PersonalContext, owner: string): Place {
    if (context === 'system') {
        return {level: code('CONTEXT_SYSTEM'), key: null, join: 'ctx.contextlevel = :level'};
    }
    if (context === 'user') {
        return {level: code('CONTEXT_USER'), key: owner, join: instance(owner)};
    }
    const [[level, column] = ['', '']] = Object.entries(context);
    return level === 'context'
        ? {level: null, key: column, join: `ctx.id = t.${column}`}
        : {level: code(`CONTEXT_${level.toUpperCase()}`), key: column, join: instance(column)};
}

const instance = (column: string): string => `ctx.contextlevel = :level AND ctx.instanceid = t.${column}`;

function shownAs(column: Column | undefined): string {
    const kind = column?.kind === 'nullable' ? column.of : column;
    return kind?.kind === 'time' ? 'time' : kind?.kind === 'bool' ? 'bool' : kind?.kind === 'ref' && kind.table === 'user' ? 'user' : 'text';
}

/**
 * What is emptied in the rows of one person; nothing means that the row is deleted. Where only another person's column is to be
 * emptied, the row is this person's own and goes with them. The column that finds the rows comes last.
 */
function emptiedFor(person: string, table: TableShape, personal: PersonalShape): PhpValue {
    const erase = personal.erase ?? [];
    const shared = erase.filter(column => !peopleOf(personal).includes(column));
    const columns = erase.includes(person) ? [...shared, person] : shared;
    return Object.fromEntries(columns.map(column => [column, emptyValue(table.fields[column])]));
}

function emptyValue(column: Column | undefined): PhpValue {
    if (column === undefined || column.kind === 'nullable') {
        return null;
    }
    return ['text', 'longtext', 'html', 'choice'].includes(column.kind) ? '' : 0;
}
