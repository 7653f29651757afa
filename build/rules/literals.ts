import ts from '../typescript.js';
import {phpString} from '../php/literal.ts';
import {skipParentheses} from './expressions.ts';
import type {Layout} from './layout.ts';
import type {ModuleContext} from './moduleContext.ts';
import {isWhole} from './wellFormed.ts';

/** A whole number that is written out, with its sign, which both languages tell from its neighbours; null for all else. */
export function writtenNumber(outer: ts.Expression | undefined): number | null {
    const node = outer === undefined ? undefined : skipParentheses(outer);
    if (node !== undefined && ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
        const positive = writtenNumber(node.operand);
        return positive === null ? null : -positive;
    }
    const value = node !== undefined && ts.isNumericLiteral(node) ? Number(node.text) : null;
    return Number.isSafeInteger(value) ? value : null;
}

/** A text that is written out; null for all else. */
export function writtenText(outer: ts.Expression | undefined): string | null {
    const node = outer === undefined ? undefined : skipParentheses(outer);
    return node !== undefined && ts.isStringLiteralLike(node) ? node.text : null;
}

/** A number of the source as PHP. */
export function numberLiteral(context: ModuleContext, node: ts.NumericLiteral): Layout {
    const value = writtenNumber(node);
    return value === null ? context.refuseSyntax(node, 'float') : String(value);
}

/** A text, or a part of one, as PHP; `node` is where it stands. */
export function textLiteral(context: ModuleContext, node: ts.Node, text: string): Layout {
    return isWhole(text) ? phpString(text) : context.refuseSyntax(node, 'half-letter');
}
