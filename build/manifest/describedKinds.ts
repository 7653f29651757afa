import {anything, bool, either, isRecord, like, listOf, mapOf, method, number, oneOf, record, text, whole, type Description} from './description.ts';
import type {Id, Kind, RecordOf} from './kinds.ts';

const described = {
    /** What it is, for the reader of generated docs. */
    doc: text,
};
const bounds = {default: number, min: whole, max: whole};
/** Admin settings only: an admin may lock it, and the typed config says which are locked. */
const lockable = bool;
/** How text from outside is cleaned, as narrow as can be. */
const as = oneOf('text', 'alphanumext', 'plugin', 'username', 'email', 'url', 'host', 'safepath', 'cleanhtml', 'raw');
/** The kinds that hold no other kind: kinds.ts has its types from here, and the makers. */
export const PLAIN_KINDS = {
    id: record({kind: oneOf('id')}),
    ref: record({kind: oneOf('ref'), table: like(/^[a-z][a-z0-9_]*$/, 'the name of a table')}, {...described, default: whole}),
    int: record({kind: oneOf('int')}, {...described, ...bounds}),
    decimal: record({kind: oneOf('decimal'), digits: whole, decimals: whole}, {...described, default: number}),
    bool: record({kind: oneOf('bool')}, {...described, default: bool, lockable}),
    text: record({kind: oneOf('text'), length: whole}, {
        ...described, as, default: text,
        /** Parameters of external functions only: how many letters it has at least. */
        least: whole,
        /** Admin settings only: a PCRE that the value must match, without delimiters. */
        pattern: text,
    }),
    longtext: record({kind: oneOf('longtext')}, {...described, as, default: text}),
    html: record({kind: oneOf('html')}, {...described, default: text}),
    time: record({kind: oneOf('time')}, {...described, default: whole}),
    duration: record({kind: oneOf('duration')}, {
        ...described, ...bounds, lockable,
        /** Admin settings only: a method that gets the seconds and says why they cannot be kept; '' where they can. */
        check: method,
    }),
    choice: record({kind: oneOf('choice'), values: listOf(text)}, {...described, default: text}),
    /** Several of a few: an admin setting shown as tick boxes. */
    choices: record({kind: oneOf('choices'), values: listOf(text)}, {...described, default: listOf(text)}),
    /** Settings only: roles of the site, of the archetypes named by default. */
    roles: record({kind: oneOf('roles')}, {default: listOf(text), single: bool}),
    /** Settings only: a course category, picked from the tree. */
    category: record({kind: oneOf('category')}, {default: whole}),
    /** Settings only: encrypted at rest by \core\encryption and never shown again. */
    secret: record({kind: oneOf('secret')}),
    heading: record({kind: oneOf('heading')}),
    /** Settings only: a hand-written class of the plugin, classes/admin/<name>.php, that extends admin_setting. */
    custom: record({kind: oneOf('custom'), class: like(/^[a-z][a-z0-9_]*$/, 'the name of a class in php/classes/admin')}, {default: text}),
};

const nested: Description<Kind> = either('a kind, as in int() or text(20)', () => kind);
const nestedOrRecord: Description<Kind | RecordOf> = either('a kind, as in int() or text(20)', () => kindOrRecord);
const ofColumn: Description<ColumnValue> = either('a kind, as in int() or text(20)', () => kindAmong(COLUMN_VALUES, 'the kind of a column'));

const KINDS: {readonly [N in Kind['kind']]: Description} = {
    ...PLAIN_KINDS,
    nullable: record({kind: oneOf('nullable'), of: nested}),
    optional: record({kind: oneOf('optional'), of: nested, default: anything}),
    list: record({kind: oneOf('list'), of: nestedOrRecord}, described),
    group: record({kind: oneOf('group'), fields: mapOf(nested)}, described),
};

type KindName = keyof typeof KINDS;

const COLUMN_VALUES = ['ref', 'int', 'decimal', 'bool', 'text', 'longtext', 'html', 'time', 'duration', 'choice'] as const;
const SETTINGS = [
    'int', 'decimal', 'bool', 'text', 'longtext', 'html', 'time', 'duration', 'choice', 'choices', 'roles', 'category', 'secret', 'heading', 'custom',
] as const;
const VALUES = [
    'int', 'decimal', 'bool', 'text', 'longtext', 'html', 'time', 'duration', 'choice', 'choices', 'nullable', 'optional', 'list', 'group',
] as const;

type ColumnValue = Extract<Kind, {readonly kind: (typeof COLUMN_VALUES)[number]}>;
/** A column of a table. */
export type Column = ColumnValue | Id | {readonly kind: 'nullable'; readonly of: Exclude<ColumnValue, {readonly kind: 'bool'}>};

function kindAmong<T>(names: readonly KindName[], what: string, own: Readonly<Record<string, Description>> = {}): Description<T> {
    return either(`${what}: ${names.join('(), ')}()`, value => {
        const name = isRecord(value) ? value['kind'] : undefined;
        return names.includes(name as KindName) ? own[name as KindName] ?? KINDS[name as KindName] : null;
    });
}

export const kind: Description<Kind> = kindAmong(VALUES, 'the kind of a value');
export const column: Description<Column> = kindAmong(['id', ...COLUMN_VALUES, 'nullable'], 'the kind of a column', {
    nullable: record({kind: oneOf('nullable'), of: ofColumn}),
});
export type Setting = Extract<Kind, {readonly kind: (typeof SETTINGS)[number]}>;
export const setting: Description<Setting> = kindAmong(SETTINGS, 'the kind of a setting');
export const kindOrRecord: Description<Kind | RecordOf> = either('a kind, or a record of kinds', value =>
    (isRecord(value) && typeof value['kind'] === 'string' ? kind : isRecord(value) ? mapOf(kind) : null));
