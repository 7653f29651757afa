/** The largest number that a rule is given, either way, unless its type says otherwise: seconds until the year 2286. */
export const LARGEST_GIVEN = 10_000_000_000;

/** The most items of a list. A sum of as many numbers of that size is exact: together they stay below 2^53. */
export const MOST_ITEMS = 500_000;

/** Numbers from `low` to `high`, both of them too; infinite where nothing is known. */
export type Range = {readonly low: number; readonly high: number};

export const GIVEN: Range = {low: -LARGEST_GIVEN, high: LARGEST_GIVEN};

export const EXACT: Range = {low: Number.MIN_SAFE_INTEGER, high: Number.MAX_SAFE_INTEGER};

export const exactly = (value: number): Range => ({low: value, high: value});

export const isWithin = (inner: Range, outer: Range): boolean => inner.low >= outer.low && inner.high <= outer.high;

export const hull = (one: Range, other: Range): Range => ({low: Math.min(one.low, other.low), high: Math.max(one.high, other.high)});

/** What both hold; `one` where they share nothing, which only dead code can bring about. */
export function common(one: Range, other: Range): Range {
    const both = {low: Math.max(one.low, other.low), high: Math.min(one.high, other.high)};
    return both.low > both.high ? one : both;
}

export const sum = (one: Range, other: Range): Range => ({low: one.low + other.low, high: one.high + other.high});

export const negative = ({low, high}: Range): Range => ({low: -high, high: -low});

/** 0 times infinity is 0 here: an end of a range, not a number. */
const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);

export const product = (one: Range, other: Range): Range => spread([one.low, one.high].flatMap(a => [other.low, other.high].map(b => times(a, b))));

const spread = (values: readonly number[]): Range => ({low: Math.min(...values), high: Math.max(...values)});

const size = ({low, high}: Range): number => Math.max(Math.abs(low), Math.abs(high));

/** A rounded quotient. A divisor is never 0, and so never makes anything larger. */
export function quotient(one: Range, by: Range): Range {
    if (by.low < 1 || one.low === -Infinity || one.high === Infinity) {
        return {low: -size(one), high: size(one)};
    }
    const ends = spread([one.low, one.high].flatMap(a => [by.low, by.high].map(b => a / b)));
    return {low: Math.floor(ends.low), high: Math.ceil(ends.high)};
}

/** The rest has the sign of what is divided, and is smaller than the divisor. */
export function rest(one: Range, by: Range): Range {
    const most = Math.min(size(one), size(by) - 1);
    return {low: one.low < 0 ? -most : 0, high: one.high > 0 ? most : 0};
}

export function magnitude(of: Range): Range {
    const least = of.low > 0 ? of.low : of.high < 0 ? -of.high : 0;
    return {low: least, high: size(of)};
}
