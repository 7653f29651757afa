import ts from '../typescript.js';
import {isWord} from './closeGaps.ts';
import type {Edit} from './edits.ts';

/** Brackets that held nothing but an expression and its type, where the expression can do without. */
export function typeBrackets(node: ts.Node, blank: string): Edit[] {
    if (!ts.isParenthesizedExpression(node)) {
        return [];
    }
    const inner = withoutTypes(node.expression);
    if (inner === node.expression || !standsAlone(inner) || !isFree(node, inner)) {
        return [];
    }
    const [open, start, end, close] = [node.getStart(), inner.getStart(), inner.end, node.end - 1];
    if (/\S/.test(blank.slice(open + 1, start)) || /\n/.test(blank.slice(open, start)) || /[^ ]/.test(blank.slice(end, close))) {
        return [];
    }
    return [
        {start: open, end: start, text: isWord(blank[open - 1] ?? '') ? ' ' : ''},
        {start: close, end: close + 1, text: isWord(blank[close + 1] ?? '') ? ' ' : ''},
    ];
}

function withoutTypes(node: ts.Expression): ts.Expression {
    return ts.isAsExpression(node) || ts.isNonNullExpression(node) || ts.isSatisfiesExpression(node) ? withoutTypes(node.expression) : node;
}

const NO_MERE_NAMES = new Set(['async', 'let', 'yield', 'await']);

function standsAlone(node: ts.Expression): boolean {
    return (ts.isIdentifier(node) && !NO_MERE_NAMES.has(node.text))
        || ts.isCallExpression(node)
        || ts.isPropertyAccessExpression(node)
        || ts.isElementAccessExpression(node)
        || node.kind === ts.SyntaxKind.ThisKeyword;
}

/** `new (a() as B)()` would call a, `(a?.b as C).d` would end with a; brackets around a whole statement are somebody's wish. */
function isFree(node: ts.ParenthesizedExpression, inner: ts.Expression): boolean {
    if (ts.isExpressionStatement(node.parent) || ts.isDecorator(node.parent)) {
        return false;
    }
    const goesOn = isContinued(node);
    return !(goesOn && holdsChain(inner)) && !isMade(node);
}

/** `.b`, `[b]`, `(b)` or a template behind it. */
const isContinued = (node: ts.Node): boolean => follower(node) !== null;

function follower(node: ts.Node): ts.Node | null {
    const {parent} = node;
    const goesOn = ((ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent) || ts.isCallExpression(parent) || ts.isNonNullExpression(parent))
        && parent.expression === node) || (ts.isTaggedTemplateExpression(parent) && parent.tag === node);
    return goesOn ? parent : null;
}

function isMade(node: ts.Node): boolean {
    const next = follower(node);
    return next === null ? ts.isNewExpression(node.parent) && node.parent.expression === node : isMade(next);
}

function holdsChain(node: ts.Node): boolean {
    return ts.isOptionalChain(node) || (ts.isNonNullExpression(node) && holdsChain(node.expression));
}
