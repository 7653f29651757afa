import {group, indent, SPACE, type Layout} from './layout.ts';

/** An expression of PHP and how tightly it binds: the higher, the fewer brackets it needs. */
export type Php = {
    readonly text: Layout;
    readonly binds: number;
    /** The same without an indent of its own, for where there is one around it already. */
    readonly flush?: Layout;
    /** What is true where this is false, binding as tightly: `$a !== $b` for `$a === $b`. */
    readonly opposite?: Layout;
};

export const BINDS = {atom: 20, unary: 18, product: 16, sum: 15, concat: 14, order: 12, equal: 11, and: 7, or: 6, coalesce: 5, ternary: 4, arrow: 1};

export const atom = (text: Layout): Php => ({text, binds: BINDS.atom});

/** In brackets where it binds less than `needed`. */
export function bound(php: Php, needed: number): Layout {
    return php.binds >= needed ? php.text : ['(', php.text, ')'];
}

/** Operands with the same sign between all of them: on one line, or each on its own. */
export function chain(parts: readonly Layout[], sign: string, binds: number): Php {
    const [first = '', ...rest] = parts;
    const others = rest.map(part => [` ${sign}`, SPACE, part]);
    return {text: group(first, indent(others)), flush: [first, others], binds};
}

const OPPOSITE = new Map([['===', '!=='], ['!==', '==='], ['<', '>='], ['>=', '<'], ['>', '<='], ['<=', '>']]);

/** Two values and a sign between them, with the sign that says the opposite. */
export function comparison(left: Layout, sign: string, right: Layout, binds: number): Php {
    const text = (word: string) => group(left, ` ${word}`, indent(SPACE, right));
    const opposite = OPPOSITE.get(sign);
    return {text: text(sign), binds, ...(opposite === undefined ? {} : {opposite: text(opposite)})};
}
