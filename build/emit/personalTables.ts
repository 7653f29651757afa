import type {Model} from '../manifest/model.ts';
import type {Column, PersonalContext, PersonalShape, TableShape} from '../manifest/shape.ts';
import {tableName} from '../manifest/tableName.ts';

/** The kinds of context in which rows of people are kept; `any` where the row names its context itself. */
export type Holder = 'system' | 'user' | 'course' | 'block' | 'any';

/** Where rows of a person belong: the kind of context, and which of the rows are one context's. */
export type Belonging = {
    readonly holder: Holder;
    /** The column that names the person. */
    readonly person: string;
    /** The condition for the rows of a context, of which `:instanceid` or `:contextid` is known; '' for all of them. */
    readonly where: string;
    /** The same rows `t`, joined to their context `ctx`. */
    readonly join: string;
    /** A further condition on the rows `t`, for those that name no context. */
    readonly only: string;
    /** Columns that are emptied, with what stands in them afterwards; none: the row goes. */
    readonly emptied: readonly (readonly [column: string, value: null | 0 | ''])[];
};

/** A table with personal data, in the terms of the generated provider. */
export type KeptTable = {
    readonly name: string;
    readonly short: string;
    readonly about: string;
    readonly columns: readonly string[];
    readonly tells: readonly (readonly [column: string, as: 'text' | 'time' | 'bool' | 'user', nullable: boolean])[];
    readonly belongings: readonly Belonging[];
};

export function personalTables(model: Model): readonly KeptTable[] {
    return Object.entries(model.spec.tables ?? {}).flatMap(([short, table]) =>
        (table.personal === null ? [] : [keptTable(tableName(model, short), short, table, table.personal)]));
}

/** Preferences of all plugins share one space of names. */
export function preferenceName(model: Model, name: string): string {
    return name.startsWith(`${model.component}_`) ? name : `${model.component}_${name}`;
}

const peopleOf = (personal: PersonalShape): readonly string[] => (typeof personal.user === 'string' ? [personal.user] : personal.user);

/** The columns that a person is told of, each with its own string. */
export function toldColumns(table: TableShape, personal: PersonalShape): readonly string[] {
    const context = typeof personal.context === 'string' ? [] : Object.values(personal.context);
    return personal.columns ?? Object.keys(table.fields).filter(name => name !== 'id' && !context.includes(name));
}

function keptTable(name: string, short: string, table: TableShape, personal: PersonalShape): KeptTable {
    const people = peopleOf(personal);
    const columns = toldColumns(table, personal);
    return {
        name,
        short,
        about: personal.about,
        columns,
        tells: columns.map(column => [column, people.includes(column) ? 'user' : shownAs(table.fields[column]), table.fields[column]?.kind === 'nullable']),
        belongings: people.flatMap(person => belongingsOf(person, table, personal)),
    };
}

function belongingsOf(person: string, table: TableShape, personal: PersonalShape): readonly Belonging[] {
    const emptied = emptiedFor(person, table, personal);
    const main: Belonging = {...placeOf(personal.context, person), person, only: '', emptied};
    const column = typeof personal.context === 'string' ? undefined : Object.values(personal.context)[0];
    if (column === undefined || !canBeEmpty(table.fields[column])) {
        return [main];
    }
    // A row that names no context is the person's own affair.
    const only = `COALESCE(${column}, 0) = 0`;
    return [main, {holder: 'user', person, where: `${person} = :instanceid AND ${only}`, join: instance(person), only: `COALESCE(t.${column}, 0) = 0`, emptied}];
}

function placeOf(context: PersonalContext, person: string): Pick<Belonging, 'holder' | 'where' | 'join'> {
    if (context === 'system') {
        return {holder: 'system', where: '', join: 'ctx.contextlevel = :level'};
    }
    if (context === 'user') {
        // Each person a row names finds it in the own context: in that of another one, it would tell them of each other.
        return {holder: 'user', where: `${person} = :instanceid`, join: instance(person)};
    }
    const [[level, column] = ['', '']] = Object.entries(context);
    return level === 'context'
        ? {holder: 'any', where: `${column} = :contextid`, join: `ctx.id = t.${column}`}
        : {holder: level as 'course' | 'block', where: `${column} = :instanceid`, join: instance(column)};
}

const instance = (column: string): string => `ctx.contextlevel = :level AND ctx.instanceid = t.${column}`;

/** Whether rows may stand in a table with nothing in this column: it is nullable, or has a default that names nothing. */
const canBeEmpty = (column: Column | undefined): boolean =>
    column?.kind === 'nullable' || (column !== undefined && 'default' in column && column.default === 0);

function shownAs(column: Column | undefined): 'text' | 'time' | 'bool' | 'user' {
    const kind = column?.kind === 'nullable' ? column.of : column;
    switch (kind?.kind) {
        case 'time': case 'bool': return kind.kind;
        case 'ref': return kind.table === 'user' ? 'user' : 'text';
        default: return 'text';
    }
}

/**
 * What is emptied in the rows of one person; nothing means that the row is deleted. Where only another person's column is to be
 * emptied, the row is this person's own and goes with them. The column that finds the rows comes last.
 */
function emptiedFor(person: string, table: TableShape, personal: PersonalShape): Belonging['emptied'] {
    const erase = personal.erase ?? [];
    const shared = erase.filter(column => !peopleOf(personal).includes(column));
    const columns = erase.includes(person) ? [...shared, person] : shared;
    return columns.map(column => [column, emptyValue(table.fields[column])]);
}

function emptyValue(column: Column | undefined): null | 0 | '' {
    if (column === undefined || column.kind === 'nullable') {
        return null;
    }
    return ['text', 'longtext', 'html', 'choice'].includes(column.kind) ? '' : 0;
}
