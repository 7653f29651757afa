import type {Cleaning, Kind, RecordOf} from '../manifest/kinds.ts';
import {CLEANING} from './cleaning.ts';
import {phpLiteral, phpString, phpText, type PhpValue} from '../php/literal.ts';

/** How a value is required: what stands after the description of an external_value. */
type Presence = {readonly constant: 'VALUE_REQUIRED' | 'VALUE_DEFAULT' | 'VALUE_OPTIONAL'; readonly value: PhpValue};

/** A kind without what is around it: may it be null, may it be left out. */
export type Bare = {readonly kind: Kind; readonly nullable: boolean; readonly optional: boolean; readonly default: PhpValue};

const REQUIRED: Presence = {constant: 'VALUE_REQUIRED', value: null};

/** Moodle refuses a value that cleaning would alter by one space: here the generated code cleans it instead. */
const CLEANINGS: Readonly<Record<Cleaning, string>> = {...CLEANING, cleanhtml: 'PARAM_RAW', raw: 'PARAM_RAW'};

export function bare(kind: Kind): Bare {
    if (kind.kind === 'nullable') {
        return {...bare(kind.of), nullable: true};
    }
    if (kind.kind === 'optional') {
        return {...bare(kind.of), optional: true, default: kind.default as PhpValue};
    }
    return {kind, nullable: false, optional: false, default: null};
}

export function isRecord(kind: Kind | RecordOf): kind is RecordOf {
    return typeof (kind as {readonly kind?: unknown}).kind !== 'string';
}

/** Which way values travel: an optional parameter has a default, an optional field of a result may be missing. */
export type Direction = 'in' | 'out';

/** The PHP expression that describes a kind to Moodle. */
export function describe(kind: Kind | RecordOf, name: string, direction: Direction): string {
    if (isRecord(kind)) {
        return structure(kind, name, REQUIRED, false, direction);
    }
    const {kind: of, nullable, optional, default: value} = bare(kind);
    const presence: Presence = !optional ? REQUIRED
        : direction === 'in' ? {constant: 'VALUE_DEFAULT', value} : {constant: 'VALUE_OPTIONAL', value: null};
    if (of.kind === 'list') {
        return call('external_multiple_structure', [describe(of.of, name, direction), phpText(of.doc ?? name).text], presence, nullable);
    }
    if (of.kind === 'choices') {
        const item = scalar(paramOfChoices(of.values), name, REQUIRED, false);
        return call('external_multiple_structure', [item, phpString(name)], presence, nullable);
    }
    if (of.kind === 'group') {
        return structure(of.fields, of.doc ?? name, presence, nullable, direction);
    }
    return scalar(direction === 'in' ? paramOf(of) : paramOfResult(of), docOf(of, name), presence, nullable);
}

function structure(fields: RecordOf, doc: string, presence: Presence, nullable: boolean, direction: Direction): string {
    const lines = Object.entries(fields).map(([name, kind]) => `${phpString(name)} => ${describe(kind, name, direction)},\n`);
    return call('external_single_structure', [lines.length === 0 ? '[]' : `[\n${lines.join('')}]`, phpText(doc).text], presence, nullable);
}

/** Unlike the structures, a value may be null by default, so it says always that it may not. */
function scalar(type: string, doc: string, presence: Presence, nullable: boolean): string {
    const tail = [presence.constant, phpLiteral(presence.value), nullable ? 'NULL_ALLOWED' : 'NULL_NOT_ALLOWED'];
    return `new external_value(${[type, phpText(doc).text, ...tail].join(', ')})`;
}

function call(name: string, head: readonly string[], presence: Presence, nullable: boolean): string {
    const tail = nullable ? [presence.constant, phpLiteral(presence.value), 'NULL_ALLOWED']
        : presence === REQUIRED ? [] : [presence.constant, phpLiteral(presence.value)];
    return `new ${name}(${[...head, ...tail].join(', ')})`;
}

function paramOf(kind: Kind): string {
    switch (kind.kind) {
        case 'bool': return 'PARAM_BOOL';
        case 'decimal': return 'PARAM_FLOAT';
        case 'text': case 'longtext': return CLEANINGS[kind.as ?? 'text'];
        case 'html': return 'PARAM_RAW';
        case 'choice': return paramOfChoices(kind.values);
        default: return 'PARAM_INT';
    }
}

/** Moodle refuses to send what cleaning would alter, such as a name with `<` in it: plain text leaves as it is, and is escaped where shown. */
function paramOfResult(kind: Kind): string {
    return (kind.kind === 'text' || kind.kind === 'longtext') && kind.as === undefined ? 'PARAM_RAW' : paramOf(kind);
}

function paramOfChoices(values: readonly string[]): string {
    return values.every(value => /^[a-zA-Z0-9_-]+$/.test(value)) ? 'PARAM_ALPHANUMEXT' : 'PARAM_TEXT';
}

function docOf(kind: Kind, name: string): string {
    const doc = 'doc' in kind && kind.doc !== undefined ? kind.doc : name;
    return kind.kind === 'choice' ? `${doc}: ${kind.values.join(', ')}` : doc;
}

/** Type of a parameter of the generated method. */
export function phpTypeOf(kind: Kind): string {
    const {kind: of, nullable} = bare(kind);
    const names: Readonly<Record<string, string>> = {
        bool: 'bool', decimal: 'float', text: 'string', longtext: 'string', html: 'string', choice: 'string', choices: 'array', list: 'array', group: 'array',
    };
    return `${nullable ? '?' : ''}${names[of.kind] ?? 'int'}`;
}
