import ts from '../../typescript.js';
import {negative, product, quotient, rest, sum, type Range} from './bounds.ts';
import type {Run} from './run.ts';
import {grownBy, NOTHING, numberOf, type Shape} from './shape.ts';

/** What an operator makes of two values; `node` is where a problem of it is told. */
export function arithmetic(run: Run, node: ts.Node, sign: ts.SyntaxKind, left: Shape, right: Shape): Shape {
    const [one, other] = [left.number, right.number];
    if (one === null || other === null) {
        return NOTHING;
    }
    switch (sign) {
        case ts.SyntaxKind.PlusToken:
        case ts.SyntaxKind.PlusEqualsToken: {
            const total = run.exact(node, sum(one, other));
            return one.growth === null ? grownBy(other, one, total) : grownBy(one, other, total);
        }
        case ts.SyntaxKind.MinusToken:
        case ts.SyntaxKind.MinusEqualsToken:
            return grownBy(one, negative(other), run.exact(node, sum(one, negative(other))));
        case ts.SyntaxKind.AsteriskToken:
        case ts.SyntaxKind.AsteriskEqualsToken:
            return numberOf(run.exact(node, product(one, other)));
        case ts.SyntaxKind.SlashToken:
            return numberOf(quotient(one, other));
        case ts.SyntaxKind.PercentToken:
            return numberOf(rest(one, other));
        default:
            return NOTHING;
    }
}

/** Of several numbers one, at least or at most as large as the others; what is spread may be missing. */
export function extreme(name: string, always: readonly Range[], perhaps: readonly Range[]): Range {
    const all = [...always, ...perhaps];
    const lows = (ranges: readonly Range[]) => ranges.map(({low}) => low);
    const highs = (ranges: readonly Range[]) => ranges.map(({high}) => high);
    return name === 'min'
        ? {low: Math.min(...lows(all)), high: Math.min(...highs(always))}
        : {low: Math.max(...lows(always)), high: Math.max(...highs(all))};
}
