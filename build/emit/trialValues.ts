import type {Kind, RecordOf} from '../manifest/kinds.ts';
import {code, type PhpValue} from '../php/literal.ts';
import {bare, isRecord} from './externalKinds.ts';

/** A value that a generated test sends, and what there is to say of it. */
export type Trial = {readonly title: string; readonly value: PhpValue};

/** Values of a parameter: one that is right, those that are just right, and those that are wrong. */
export type Trials = {readonly right: PhpValue; readonly edges: readonly Trial[]; readonly wrong: readonly Trial[]};

const LETTERS: Readonly<Record<string, string>> = {email: 'a@example.com', url: 'https://example.com/', host: 'example.com'};

/** What each kind of text may not be, whatever PHP itself makes of it. */
const ODD: Readonly<Record<string, readonly [what: string, value: string]>> = {
    text: ['holds a tag', 'a<b>'],
    email: ['is no address', 'a'],
    url: ['is no address', 'javascript:1'],
    host: ['is no host', 'a b'],
    alphanumext: ['has a blank', 'a b'],
    plugin: ['has a blank', 'a b'],
};

/** Kinds of text of which any number of letters is one. */
const OF_ANY_LENGTH: readonly string[] = ['text', 'raw', 'cleanhtml', 'alphanumext'];

export function trialsOf(kind: Kind, name: string): Trials {
    const {kind: of, nullable, optional, default: left} = bare(kind);
    const {right: given, edges: own, wrong} = trialsOfBare(of, name);
    // What may be left out is left as it would be then: a body may ask for more where somebody asks for more.
    const right = optional ? left : given;
    const edges = optional && JSON.stringify(left) !== JSON.stringify(given) ? [{title: `${name} is given`, value: given}, ...own] : own;
    const nothing: Trial = {title: `${name} is null`, value: null};
    return nullable ? {right, edges: [...edges, nothing], wrong} : {right, edges, wrong: of.kind === 'list' || of.kind === 'choices' ? wrong : [...wrong, nothing]};
}

function trialsOfBare(kind: Kind, name: string): Trials {
    switch (kind.kind) {
        case 'bool':
            return {right: true, edges: [{title: `${name} is false`, value: false}], wrong: [{title: `${name} is neither true nor false`, value: 'perhaps'}]};
        case 'decimal':
            return {right: 1.5, edges: [], wrong: [{title: `${name} is no number`, value: 'one'}]};
        case 'text':
            return textTrials(kind.as ?? 'text', kind.length, kind.least ?? 0, name);
        case 'longtext': case 'html':
            return {right: 'a', edges: [{title: `${name} is empty`, value: ''}], wrong: [{title: `${name} is a list`, value: ['a']}]};
        case 'choice':
            return {
                right: kind.values[0] ?? '',
                edges: kind.values.slice(1).map(value => ({title: `${name} is ${value}`, value})),
                wrong: [{title: `${name} is nothing there is to choose`, value: 'neither'}],
            };
        case 'choices': case 'list':
            return listTrials(kind.kind === 'list' ? kind.of : {kind: 'choice', values: kind.values}, name);
        case 'group':
            return recordTrials(kind.fields, name);
        default:
            return numberTrials('min' in kind ? kind.min : undefined, 'max' in kind ? kind.max : undefined, name);
    }
}

function numberTrials(min: number | undefined, max: number | undefined, name: string): Trials {
    const least = min === undefined ? [] : [min];
    const most = max === undefined ? [] : [max];
    return {
        right: Math.min(Math.max(1, ...least), ...most),
        edges: [...least, ...most].map(value => ({title: `${name} is ${value}`, value})),
        wrong: [
            {title: `${name} is no number`, value: 'one'},
            ...[...least.map(bound => bound - 1), ...most.map(bound => bound + 1)].map(value => ({title: `${name} is ${value}`, value})),
        ],
    };
}

function textTrials(as: string, length: number, least: number, name: string): Trials {
    const long = (letters: number): PhpValue => code(`str_repeat('a', ${letters})`);
    return {
        right: (LETTERS[as] ?? 'a').padEnd(least, 'a').slice(0, length),
        edges: OF_ANY_LENGTH.includes(as) ? [{title: `${name} has ${length} letters`, value: long(length)}] : [],
        wrong: [
            {title: `${name} is a list`, value: ['a']},
            {title: `${name} has ${length + 1} letters`, value: long(length + 1)},
            ...(least === 0 ? [] : [{title: `${name} has ${least - 1} letters`, value: long(least - 1)}]),
            ...Object.entries(ODD).filter(([kind]) => kind === as).map(([, [what, value]]) => ({title: `${name} ${what}`, value})),
        ],
    };
}

function listTrials(of: Kind | RecordOf, name: string): Trials {
    const item = `an item of ${name}`;
    const {right, edges, wrong} = isRecord(of) ? recordTrials(of, item) : trialsOf(of, item);
    const inside = (trials: readonly Trial[]): readonly Trial[] => trials.map(({title, value}) => ({title, value: [value]}));
    return {
        right: [],
        edges: [{title: `${name} has one item`, value: [right]}, ...inside(edges)],
        // The first is right: what is wrong is found wherever it stands.
        wrong: [{title: `${name} is no list`, value: 'one'}, ...wrong.map(({title, value}) => ({title, value: [right, value]}))],
    };
}

function recordTrials(fields: RecordOf, name: string): Trials {
    const all = Object.entries(fields).map(([field, kind]) => [field, trialsOf(kind, `${name}, ${field}`)] as const);
    const right = Object.fromEntries(all.map(([field, trials]) => [field, trials.right]));
    const within = (of: 'edges' | 'wrong'): readonly Trial[] => all.flatMap(([field, trials]) =>
        trials[of].map(({title, value}) => ({title: title.replace(`${name}, ${field}`, `${field} of ${name}`), value: {...right, [field]: value}})));
    const missing = Object.entries(fields).filter(([, kind]) => !bare(kind).optional).map(([field]) =>
        ({title: `${name} has no ${field}`, value: {...right, [field]: undefined}}));
    return {right, edges: within('edges'), wrong: [...within('wrong'), ...missing]};
}
