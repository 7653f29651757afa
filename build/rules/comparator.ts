import ts from '../typescript.js';
import {arrowOf, closure} from './callbacks.ts';
import {plain, skipParentheses, translate} from './expressions.ts';
import {group, indent, SPACE, type Layout} from './layout.ts';
import type {ModuleContext} from './moduleContext.ts';
import {bound, BINDS} from './php.ts';
import {isInteger} from './typeTests.ts';

/**
 * The order of a sort. Both languages sort stably, but with an order that contradicts itself each gives another result, so
 * only orders that cannot are taken: a difference of the same key of both, or one such order after another.
 */
export function comparator(context: ModuleContext, node: ts.Expression): Layout {
    const arrow = arrowOf(context, node);
    const names = arrow?.parameters.map(parameter => parameter.name.getText()) ?? [];
    const [left, right] = names;
    if (arrow === null || left === undefined || right === undefined || !isOrder(arrow.body as ts.Expression, left, right)) {
        return context.refuseSyntax(node, 'comparator');
    }
    return closure(context, arrow, ordering);
}

function isOrder(outer: ts.Expression, left: string, right: string): boolean {
    const node = skipParentheses(outer);
    if (ts.isConditionalExpression(node)) {
        const test = skipParentheses(node.condition);
        const [same, differs] =
            ts.isBinaryExpression(test) && test.operatorToken.kind === ts.SyntaxKind.ExclamationEqualsEqualsToken
                ? [node.whenFalse, node.whenTrue]
                : [node.whenTrue, node.whenFalse];
        return (
            ts.isBinaryExpression(test) &&
            [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken].includes(test.operatorToken.kind) &&
            isDifferenceOf(differs, left, right, test) &&
            isOrder(same, left, right)
        );
    }
    return isDifferenceOf(node, left, right);
}

/** `key(a) - key(b)` or the other way round, with the same key on both sides (and in the test before it). */
function isDifferenceOf(outer: ts.Expression, left: string, right: string, test?: ts.BinaryExpression): boolean {
    const node = skipParentheses(outer);
    if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.MinusToken) {
        return false;
    }
    const key = (side: ts.Expression, name: string) => renamed(side, name);
    const mirrored = (pair: ts.BinaryExpression) =>
        [[left, right], [right, left]].some(
            ([one = '', two = '']) =>
                mentionsOnly(pair.left, one, two) && mentionsOnly(pair.right, two, one) && key(pair.left, one) === key(pair.right, two),
        );
    const shape = (pair: ts.BinaryExpression) => key(pair.left, mentions(pair.left, left) ? left : right);
    return mirrored(node) && (test === undefined || (mirrored(test) && shape(test) === shape(node)));
}

function renamed(node: ts.Node, name: string): string {
    if (ts.isIdentifier(node) && node.text === name && !isFieldName(node)) {
        return '\u0000';
    }
    const parts: string[] = [];
    node.forEachChild(child => {
        parts.push(renamed(child, name));
    });
    return parts.length === 0 ? node.getText() : `${node.kind}(${parts.join(',')})`;
}

function isFieldName(node: ts.Identifier): boolean {
    return ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
}

function mentions(node: ts.Node, name: string): boolean {
    return renamed(node, name).includes('\u0000');
}

function mentionsOnly(node: ts.Node, wanted: string, other: string): boolean {
    return mentions(node, wanted) && !mentions(node, other);
}

/** `a - b` only says who is first here, for which PHP has `<=>`. */
function ordering(context: ModuleContext, outer: ts.Expression): Layout {
    const node = skipParentheses(outer);
    if (ts.isConditionalExpression(node)) {
        return group(plain(context, node.condition), indent(SPACE, '? ', arm(context, node.whenTrue), SPACE, ': ', arm(context, node.whenFalse)));
    }
    const {left, right} = node as ts.BinaryExpression;
    if (![left, right].every(side => isInteger(context.type(side)))) {
        return context.refuseSyntax(node, 'compare-order');
    }
    return [bound(translate(context, left), BINDS.order + 1), ' <=> ', bound(translate(context, right), BINDS.order + 1)];
}

function arm(context: ModuleContext, node: ts.Expression): Layout {
    const text = ordering(context, node);
    return ts.isConditionalExpression(skipParentheses(node)) ? ['(', text, ')'] : text;
}
