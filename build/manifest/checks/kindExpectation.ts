import {anything, bool, either, isRecord, like, listOf, mapOf, oneOf, record, text, whole, type Expectation} from './expect.ts';

const number: Expectation = either('a number', value => (typeof value === 'number' ? anything : null));
const described = {doc: text};
const kindField = (kind: string): {readonly kind: Expectation} => ({kind: oneOf(kind)});
const cleaning = oneOf('text', 'alphanumext', 'plugin', 'username', 'email', 'url', 'host', 'safepath', 'cleanhtml', 'raw');
const bounds = {default: number, min: whole, max: whole};
const later = (choose: () => Expectation): Expectation => either('a kind, as in int() or text(20)', choose);

const KINDS: Readonly<Record<string, Expectation>> = {
    id: record(kindField('id')),
    ref: record({...kindField('ref'), table: like(/^[a-z][a-z0-9_]*$/, 'the name of a table')}, {...described, default: whole}),
    int: record(kindField('int'), {...described, ...bounds}),
    decimal: record({...kindField('decimal'), digits: whole, decimals: whole}, {...described, default: number}),
    bool: record(kindField('bool'), {...described, default: bool}),
    text: record({...kindField('text'), length: whole}, {...described, as: cleaning, default: text, pattern: text}),
    longtext: record(kindField('longtext'), {...described, as: cleaning, default: text}),
    html: record(kindField('html'), {...described, default: text}),
    time: record(kindField('time'), {...described, default: whole}),
    duration: record(kindField('duration'), {...described, ...bounds}),
    choice: record({...kindField('choice'), values: listOf(text)}, {...described, default: text}),
    choices: record({...kindField('choices'), values: listOf(text)}, {...described, default: listOf(text)}),
    nullable: record({...kindField('nullable'), of: later(() => kind)}),
    optional: record({...kindField('optional'), of: later(() => kind), default: anything}),
    list: record({...kindField('list'), of: later(() => kindOrRecord)}, described),
    group: record({...kindField('group'), fields: later(() => mapOf(kind))}, described),
    roles: record(kindField('roles'), {default: listOf(text), single: bool}),
    category: record(kindField('category'), {default: whole}),
    secret: record(kindField('secret')),
    heading: record(kindField('heading')),
    custom: record({...kindField('custom'), class: like(/^[a-z][a-z0-9_]*$/, 'the name of a class in php/classes/admin')}, {default: text}),
};

const SETTINGS = ['int', 'decimal', 'bool', 'text', 'longtext', 'html', 'time', 'duration', 'choice', 'choices', 'roles', 'category', 'secret', 'heading', 'custom'];
const COLUMNS = ['id', 'ref', 'int', 'decimal', 'bool', 'text', 'longtext', 'html', 'time', 'duration', 'choice', 'nullable'];
const VALUES = ['int', 'decimal', 'bool', 'text', 'longtext', 'html', 'time', 'duration', 'choice', 'choices', 'nullable', 'optional', 'list', 'group'];

function kindAmong(names: readonly string[], what: string, own: Readonly<Record<string, Expectation>> = {}): Expectation {
    return either(`${what}: ${names.join('(), ')}()`, value => {
        const name = isRecord(value) ? value['kind'] : undefined;
        return typeof name === 'string' && names.includes(name) ? own[name] ?? KINDS[name] ?? null : null;
    });
}

export const kind: Expectation = kindAmong(VALUES, 'the kind of a value');
export const column: Expectation = kindAmong(COLUMNS, 'the kind of a column', {
    nullable: record({...kindField('nullable'), of: later(() => column)}),
});
export const setting: Expectation = kindAmong(SETTINGS, 'the kind of a setting');
export const kindOrRecord: Expectation = either('a kind, or a record of kinds', value =>
    (isRecord(value) && typeof value['kind'] === 'string' ? kind : isRecord(value) ? mapOf(kind) : null));
