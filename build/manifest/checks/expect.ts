import {nearest} from '../nearest.ts';

/** A field of a manifest that is not what it should be, as data; diagnostics/manifest.ts puts it into words. */
export type Wrong = {
    readonly path: readonly string[];
    readonly problem:
        | {readonly is: 'other'; readonly expected: string; readonly got: string; readonly meant: string | null}
        | {readonly is: 'missing'; readonly expected: string}
        | {readonly is: 'unknown'; readonly meant: string | null; readonly known: readonly string[]};
};
export type Expectation = {readonly says: string; readonly check: (value: unknown, path: readonly string[]) => readonly Wrong[]};
type Fields = Readonly<Record<string, Expectation>>;

const test = (says: string, holds: (value: unknown) => boolean, meant: (value: unknown) => string | null = () => null): Expectation => ({
    says,
    check: (value, path) => (holds(value) ? [] : [{path, problem: {is: 'other', expected: says, got: shown(value), meant: meant(value)}}]),
});

export const text: Expectation = test('a text', value => typeof value === 'string');
export const bool: Expectation = test('true or false', value => typeof value === 'boolean');
export const whole: Expectation = test('a whole number', value => Number.isSafeInteger(value));
export const anything: Expectation = test('a value', () => true);
export const method: Expectation = test("a method as in 'sender::run'", value => typeof value === 'string' && /^[a-z][a-z0-9_/]*::[a-z_][a-z0-9_]*$/.test(value));

export const like = (pattern: RegExp, says: string): Expectation => test(says, value => typeof value === 'string' && pattern.test(value));

export const oneOf = (...values: readonly string[]): Expectation => test(
    values.map(value => `'${value}'`).join(', ').replace(/, ([^,]*)$/, ' or $1'),
    value => values.includes(value as string),
    value => (typeof value === 'string' ? quoted(nearest(value, values)) : null),
);

export const listOf = (of: Expectation): Expectation => ({
    says: `a list of ${of.says}`,
    check: (value, path) => (Array.isArray(value)
        ? value.flatMap((item, index) => of.check(item, [...path, String(index)]))
        : [{path, problem: {is: 'other', expected: `a list, each ${of.says}`, got: shown(value), meant: null}}]),
});

export const mapOf = (of: Expectation): Expectation => ({
    says: `a record of ${of.says}`,
    check: (value, path) => (isRecord(value)
        ? Object.entries(value).flatMap(([name, item]) => of.check(item, [...path, name]))
        : [{path, problem: {is: 'other', expected: 'a record {name: …}', got: shown(value), meant: null}}]),
});

export const either = (says: string, choose: (value: unknown) => Expectation | null): Expectation => ({
    says,
    check: (value, path) => choose(value)?.check(value, path) ?? [{path, problem: {is: 'other', expected: says, got: shown(value), meant: null}}],
});

export function record(required: Fields, optional: Fields = {}): Expectation {
    const all: Fields = {...required, ...optional};
    const known = Object.keys(all);
    return {
        says: 'a record',
        check: (value, path) => {
            if (!isRecord(value)) {
                return [{path, problem: {is: 'other', expected: `a record {${Object.keys(required).join(', ')}}`, got: shown(value), meant: null}}];
            }
            return [
                ...Object.entries(required).filter(([name]) => value[name] === undefined)
                    .map(([name, {says}]): Wrong => ({path: [...path, name], problem: {is: 'missing', expected: says}})),
                ...Object.keys(value).filter(name => !known.includes(name))
                    .map((name): Wrong => ({path: [...path, name], problem: {is: 'unknown', meant: nearest(name, known), known}})),
                ...Object.entries(all).flatMap(([name, one]) => (value[name] === undefined ? [] : one.check(value[name], [...path, name]))),
            ];
        },
    };
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);

const quoted = (value: string | null): string | null => (value === null ? null : `'${value}'`);

function shown(value: unknown): string {
    if (value === undefined) {
        return 'nothing';
    }
    const text = typeof value === 'string' ? `'${value}'` : JSON.stringify(value) ?? typeof value;
    return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
