import {common, hull, isWithin, MOST_ITEMS, sum, type Range} from './bounds.ts';
import {membersOf, type RuleType} from '../ruleType.ts';

/** How far a number is from what it was when a loop began its turn: that number and `low` to `high` more, or one of `free`. */
type Growth = {readonly of: number; readonly low: number; readonly high: number; readonly free: Range | null};

export type Size = Range & {readonly growth: Growth | null};

/** All that is known of a value: how large its numbers may be, its own, those of its items and of its fields. */
export type Shape = {readonly number: Size | null; readonly item: Shape | null; readonly fields: ReadonlyMap<string, Shape> | null};

/** A text, a boolean or null. */
export const NOTHING: Shape = {number: null, item: null, fields: null};

export const numberOf = ({low, high}: Range, growth: Growth | null = null): Shape => ({...NOTHING, number: {low, high, growth}});

export const listOf = (item: Shape): Shape => ({...NOTHING, item});

export const recordOf = (fields: ReadonlyMap<string, Shape>): Shape => ({...NOTHING, fields});

/** What a value of a type is where nothing else is known of it. */
export function shapeOf(type: RuleType): Shape {
    return membersOf(type).map(shapeOfMember).reduce(join, NOTHING);
}

function shapeOfMember(type: RuleType): Shape {
    switch (type.kind) {
        case 'int':
            return numberOf(type.range);
        case 'literal':
            return typeof type.value === 'number' ? numberOf({low: type.value, high: type.value}) : NOTHING;
        case 'list':
            return listOf(shapeOf(type.of));
        case 'tuple':
            return listOf(type.items.map(shapeOf).reduce(join, NOTHING));
        case 'record':
            return recordOf(new Map(type.fields.map(field => [field.name, shapeOf(field.type)])));
        default:
            return NOTHING;
    }
}

/** One or the other. */
export function join(one: Shape, other: Shape): Shape {
    return one === other ? one : combine(one, other, (a, b) => (a === null || b === null ? (a ?? b) : {...hull(a, b), growth: joinGrowth(a, b)}));
}

function joinGrowth(a: Size, b: Size): Growth | null {
    const [one, other] = a.growth === null ? [b, a] : [a, b];
    if (one.growth === null) {
        return null;
    }
    if (other.growth === null) {
        return {...one.growth, free: one.growth.free === null ? other : hull(one.growth.free, other)};
    }
    if (one.growth.of !== other.growth.of) {
        return null;
    }
    const [{free}, {free: also}] = [one.growth, other.growth];
    return {of: one.growth.of, ...hull(one.growth, other.growth), free: free === null || also === null ? (free ?? also) : hull(free, also)};
}

/** Two shapes put together, number by number. */
function combine(one: Shape, other: Shape, numbers: (a: Size | null, b: Size | null) => Size | null): Shape {
    const inner = (a: Shape | null, b: Shape | null): Shape | null => (a === null && b === null ? null : combine(a ?? NOTHING, b ?? NOTHING, numbers));
    const names = [...new Set([...(one.fields?.keys() ?? []), ...(other.fields?.keys() ?? [])])];
    return {
        number: numbers(one.number, other.number),
        item: inner(one.item, other.item),
        fields: one.fields === null && other.fields === null
            ? null
            : new Map(names.map(name => [name, inner(one.fields?.get(name) ?? null, other.fields?.get(name) ?? null) ?? NOTHING])),
    };
}

/** Both at once: a number is in the ranges of both. */
export const intersection = (one: Shape, other: Shape): Shape =>
    combine(one, other, (a, b) => (a === null || b === null ? (a ?? b) : {...common(a, b), growth: null}));

export function isInside(inner: Shape, outer: Shape): boolean {
    const number = inner.number === null || (outer.number !== null && isWithin(inner.number, outer.number));
    const item = inner.item === null || (outer.item !== null && isInside(inner.item, outer.item));
    return number && item && [...(inner.fields ?? [])].every(([name, field]) => {
        const known = outer.fields?.get(name);
        return known !== undefined && isInside(field, known);
    });
}

/** Without what is known of growth. */
export const settled = (shape: Shape): Shape => combine(shape, NOTHING, a => (a === null ? null : {...a, growth: null}));

/** Where a number has grown beyond what was thought, it may be anything on that side. */
export const widened = (known: Shape, next: Shape): Shape =>
    combine(known, next, (a, b) => (a === null || b === null ? (a ?? b) : {
        low: b.low < a.low ? -Infinity : a.low,
        high: b.high > a.high ? Infinity : a.high,
        growth: null,
    }));

let turns = 0;

/** The same at the beginning of a turn, from where on growth is counted. */
export const atTurn = (shape: Shape): Shape =>
    combine(shape, NOTHING, a => (a === null ? null : {...a, growth: {of: (turns += 1), low: 0, high: 0, free: null}}));

/** What all turns of a loop make of a number that one turn makes `after` of `before`: it grows by as much each time. */
export function afterTurns(entry: Shape, before: Shape, after: Shape): Shape {
    const leaf = (from: Size | null, base: Size | null, to: Size | null): Size | null => {
        const {steps, free} = turned(base, to);
        const start = from === null || free === null ? (from ?? free) : hull(from, free);
        return start === null ? null : {...sum(start, steps), growth: composed(from, steps, free)};
    };
    const walk = (from: Shape | null, base: Shape | null, to: Shape | null): Shape => {
        const names = [...new Set([from, to].flatMap(shape => [...(shape?.fields?.keys() ?? [])]))];
        const hasItem = (from?.item ?? to?.item ?? null) !== null;
        const hasFields = (from?.fields ?? to?.fields ?? null) !== null;
        return {
            number: leaf(from?.number ?? null, base?.number ?? null, to?.number ?? null),
            item: hasItem ? walk(from?.item ?? null, base?.item ?? null, to?.item ?? null) : null,
            fields: hasFields
                ? new Map(names.map(name => [name, walk(from?.fields?.get(name) ?? null, base?.fields?.get(name) ?? null, to?.fields?.get(name) ?? null)]))
                : null,
        };
    };
    return walk(entry, before, after);
}

/** All steps of all turns together, and what does not hang on the number before. */
function turned(base: Size | null, to: Size | null): {readonly steps: Range; readonly free: Range | null} {
    const growth = to?.growth ?? null;
    if (growth === null || growth.of !== base?.growth?.of) {
        return {steps: {low: 0, high: 0}, free: to};
    }
    return {steps: {low: MOST_ITEMS * Math.min(growth.low, 0), high: MOST_ITEMS * Math.max(growth.high, 0)}, free: growth.free};
}

/** A loop inside a loop: what the inner one does counts as one step of the outer one. */
function composed(from: Size | null, steps: Range, free: Range | null): Growth | null {
    const growth = from?.growth ?? null;
    if (growth === null) {
        return null;
    }
    const {of, low, high, free: own} = growth;
    const both = own === null || free === null ? (own ?? free) : hull(own, free);
    return {of, ...sum({low, high}, steps), free: both === null ? null : sum(both, steps)};
}

/** A number and another one more. */
export function grownBy(one: Size, by: Range, total: Range): Shape {
    const {growth} = one;
    return numberOf(total, growth === null ? null : {of: growth.of, ...sum(growth, by), free: growth.free === null ? null : sum(growth.free, by)});
}

/** Any of several, within a range that is known better than theirs. */
export function oneOf(sizes: readonly Size[], within: Range): Shape {
    const joined = sizes.map(size => ({...NOTHING, number: size})).reduce<Shape>(join, NOTHING);
    return numberOf(within, joined.number?.growth ?? null);
}
