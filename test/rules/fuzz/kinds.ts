import type {Random} from './random.ts';

/** A type of the programs, by what it is and how it is written. */
export type Kind =
    | {readonly kind: 'number' | 'string' | 'boolean' | 'letter'}
    | {readonly kind: 'list'; readonly of: Kind}
    | {readonly kind: 'maybe'; readonly of: Kind}
    | {readonly kind: 'pair'; readonly of: readonly [Kind, Kind]}
    | {readonly kind: 'record'; readonly name: string; readonly fields: readonly Field[]};

export type Field = {readonly name: string; readonly kind: Kind};
export type RecordKind = Extract<Kind, {kind: 'record'}>;

export const NUMBER: Kind = {kind: 'number'};
export const STRING: Kind = {kind: 'string'};
export const BOOLEAN: Kind = {kind: 'boolean'};
export const LETTER: Kind = {kind: 'letter'};
export const listOf = (of: Kind): Kind => ({kind: 'list', of});
export const maybe = (of: Kind): Kind => (of.kind === 'maybe' ? of : {kind: 'maybe', of});

export const LETTERS = ['alpha', 'beta', 'gamma', ''];

export function written(kind: Kind): string {
    switch (kind.kind) {
        case 'letter':
            return 'Letter';
        case 'list':
            return kind.of.kind === 'maybe' ? `readonly (${written(kind.of)})[]` : `readonly ${writtenItem(kind.of)}[]`;
        case 'maybe':
            return `${written(kind.of)} | null`;
        case 'pair':
            return `readonly [${kind.of.map(written).join(', ')}]`;
        case 'record':
            return kind.name;
        default:
            return kind.kind;
    }
}

const writtenItem = (kind: Kind): string => (kind.kind === 'list' || kind.kind === 'pair' ? `(${written(kind)})` : written(kind));

export const same = (one: Kind, other: Kind): boolean => written(one) === written(other);

/** Any type, of lists and records too; `depth` is how far they may hold others. */
export function anyKind(random: Random, records: readonly RecordKind[], depth = 2): Kind {
    const simple = [NUMBER, NUMBER, STRING, BOOLEAN, LETTER];
    if (depth === 0 || random.chance(50)) {
        return random.pick(simple);
    }
    const inner = (): Kind => anyKind(random, records, depth - 1);
    const choices: readonly (() => Kind)[] = [
        () => listOf(inner()), () => listOf(NUMBER), () => maybe(inner()), () => ({kind: 'pair', of: [inner(), inner()]}),
        ...(records.length === 0 ? [] : [() => random.pick(records), () => listOf(random.pick(records))]),
    ];
    return random.pick(choices)();
}
