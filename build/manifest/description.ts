import type {Nameable} from './names.ts';
import {nearest} from './nearest.ts';

/**
 * A description says once what stands in a place of a manifest: the type that an editor shows, the check for those who run no type
 * checker, the names that must be declared elsewhere, and the words of the messages all come from it.
 */
export type Description<T = unknown, N = unknown> = {
    readonly says: string;
    readonly check: (value: unknown, path: Path) => readonly Wrong[];
    /** The names of other things that a value of the right shape uses. */
    readonly uses: (value: unknown, path: Path) => readonly NameUse[];
    /** For the type checker alone: what a value is, and where names stand in it. */
    readonly type?: {readonly is: T; readonly names: N};
};

export type TypeOf<D> = D extends {readonly type?: {readonly is: infer T}} ? T : never;
export type NamesOf<D> = D extends {readonly type?: {readonly names: infer N}} ? N : never;

/** Marks a place where the name of something stands. */
export type Named<N extends Nameable> = {readonly named: N};

type Path = readonly string[];
export type NameUse = {readonly path: Path; readonly name: string; readonly of: Nameable};

/** A field of a manifest that is not what it should be, as data; diagnostics/manifest.ts puts it into words. */
export type Wrong = {
    readonly path: Path;
    readonly problem:
        | {readonly is: 'other'; readonly expected: string; readonly got: string; readonly meant: string | null}
        | {readonly is: 'missing'; readonly expected: string}
        | {readonly is: 'unknown'; readonly meant: string | null; readonly known: readonly string[]};
};

type Fields = Readonly<Record<string, Description>>;
type FieldTypes<R extends Fields, O extends Fields> = {readonly [K in keyof R]: TypeOf<R[K]>} & {readonly [K in keyof O]?: TypeOf<O[K]>};
type FieldNames<R extends Fields, O extends Fields> = {readonly [K in keyof R]?: NamesOf<R[K]>} & {readonly [K in keyof O]?: NamesOf<O[K]>};

const other = (path: Path, expected: string, value: unknown, meant: string | null = null): readonly Wrong[] =>
    [{path, problem: {is: 'other', expected, got: shown(value), meant}}];

/** A value in which no name stands. */
export function test<T>(says: string, holds: (value: unknown) => boolean, meant: (value: unknown) => string | null = () => null): Description<T> {
    return {says, check: (value, path) => (holds(value) ? [] : other(path, says, value, meant(value))), uses: () => []};
}

export const text = test<string>('a text', value => typeof value === 'string');
export const bool = test<boolean>('true or false', value => typeof value === 'boolean');
export const whole = test<number>('a whole number', value => Number.isSafeInteger(value));
export const number = test<number>('a number', value => typeof value === 'number');
export const anything = test<unknown>('a value', () => true);
/** A hand-written static method below php/classes/local: `send/sender::run` is \<component>\local\send\sender::run(). */
export const method = test<Method>(
    "a method as in 'sender::run'", value => typeof value === 'string' && /^[a-z][a-z0-9_/]*::[a-z_][a-z0-9_]*$/.test(value));
export type Method = `${string}::${string}`;

export const like = (pattern: RegExp, says: string): Description<string> => test(says, value => typeof value === 'string' && pattern.test(value));

export const oneOf = <const V extends string>(...values: readonly V[]): Description<V> => test(
    values.map(value => `'${value}'`).join(', ').replace(/, ([^,]*)$/, ' or $1'),
    value => (values as readonly unknown[]).includes(value),
    value => (typeof value === 'string' ? quoted(nearest(value, values)) : null),
);

/** The name of something that is declared elsewhere. */
export const nameOf = <N extends Nameable>(of: N): Description<string, Named<N>> => ({
    says: text.says,
    check: text.check,
    uses: (value, path) => (typeof value === 'string' ? [{path, name: value, of}] : []),
});

export const listOf = <T, N>(of: Description<T, N>): Description<readonly T[], readonly N[]> => ({
    says: `a list of ${of.says}`,
    check: (value, path) => (Array.isArray(value)
        ? value.flatMap((item, index) => of.check(item, [...path, String(index)]))
        : other(path, `a list, each ${of.says}`, value)),
    uses: (value, path) => (Array.isArray(value) ? value.flatMap((item, index) => of.uses(item, [...path, String(index)])) : []),
});

export const mapOf = <T, N>(of: Description<T, N>): Description<{readonly [name: string]: T}, {readonly [name: string]: N}> => ({
    says: `a record of ${of.says}`,
    check: (value, path) => (isRecord(value)
        ? Object.entries(value).flatMap(([name, item]) => of.check(item, [...path, name]))
        : other(path, 'a record {name: …}', value)),
    uses: (value, path) => (isRecord(value) ? Object.entries(value).flatMap(([name, item]) => of.uses(item, [...path, name])) : []),
});

/** The description that fits a value, where there are several; null where none does. */
export const either = <T, N = unknown>(says: string, choose: (value: unknown) => Description | null): Description<T, N> => ({
    says,
    check: (value, path) => choose(value)?.check(value, path) ?? other(path, says, value),
    uses: (value, path) => choose(value)?.uses(value, path) ?? [],
});

export const orNull = <T, N>(of: Description<T, N>): Description<T | null, N | null> =>
    either(`${of.says}, or null`, value => (value === null ? anything : of));

export const oneOrMore = <T, N>(of: Description<T, N>): Description<T | readonly T[], N | readonly N[]> =>
    either(`${of.says}, or a list of several`, value => (Array.isArray(value) ? listOf(of) : of));

/** One of some words, or a record with one key that says whose column or parameter the name is of. */
export const wordOr = <const W extends string, const K extends string, N extends Nameable>(
    words: readonly W[], records: readonly K[], of: N,
): Description<W | {readonly [P in K]: {readonly [Q in P]: string}}[K], W | {readonly [P in K]?: Named<N>}> => either(
    [...words.map(word => `'${word}'`), ...records.map(name => `{${name}: …}`)].join(', '),
    value => {
        if (isRecord(value)) {
            const [key = '', ...more] = Object.keys(value);
            return more.length === 0 && (records as readonly string[]).includes(key) ? mapOf(nameOf(of)) : null;
        }
        return (words as readonly unknown[]).includes(value) ? text : null;
    },
);

export const record: {
    <R extends Fields>(required: R): Description<FieldTypes<R, Record<never, never>>, FieldNames<R, Record<never, never>>>;
    <R extends Fields, O extends Fields>(required: R, optional: O): Description<FieldTypes<R, O>, FieldNames<R, O>>;
} = (required: Fields, optional: Fields = {}): Description<never, never> => {
    const all = Object.entries({...required, ...optional});
    const known = all.map(([name]) => name);
    return {
        says: 'a record',
        check: (value, path) => {
            if (!isRecord(value)) {
                return other(path, `a record {${Object.keys(required).join(', ')}}`, value);
            }
            return [
                ...Object.entries(required).filter(([name]) => value[name] === undefined)
                    .map(([name, {says}]): Wrong => ({path: [...path, name], problem: {is: 'missing', expected: says}})),
                ...Object.keys(value).filter(name => !known.includes(name))
                    .map((name): Wrong => ({path: [...path, name], problem: {is: 'unknown', meant: nearest(name, known), known}})),
                ...all.flatMap(([name, one]) => (value[name] === undefined ? [] : one.check(value[name], [...path, name]))),
            ];
        },
        uses: (value, path) => (isRecord(value)
            ? all.flatMap(([name, one]) => (value[name] === undefined ? [] : one.uses(value[name], [...path, name]))) : []),
    };
};

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);

const quoted = (value: string | null): string | null => (value === null ? null : `'${value}'`);

function shown(value: unknown): string {
    if (value === undefined) {
        return 'nothing';
    }
    const words = typeof value === 'string' ? `'${value}'` : JSON.stringify(value) ?? typeof value;
    return words.length > 60 ? `${words.slice(0, 57)}…` : words;
}
