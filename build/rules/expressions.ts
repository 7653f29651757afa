import ts from '../typescript.js';
import {notACondition, type Reason} from '../diagnostics/rules.ts';
import {translateCall} from './calls.ts';
import type {Layout} from './layout.ts';
import {numberLiteral, textLiteral} from './literals.ts';
import {shorten, type ModuleContext} from './moduleContext.ts';
import {binary, prefix, ternary} from './operators.ts';
import {atom, bound, BINDS, type Php} from './php.ts';
import {template} from './template.ts';
import {isBoolean, isInteger, isList, isText, mayBeUndefined} from './typeTests.ts';
import {element, list, name, property, record} from './values.ts';

/** The expression without brackets around it, `as const` and `satisfies`. */
export function skipParentheses(node: ts.Expression): ts.Expression {
    return ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node) || isConstAssertion(node)
        ? skipParentheses(node.expression)
        : node;
}

/** The expression with all the brackets around it. */
export function withParentheses(node: ts.Expression): ts.Expression {
    const {parent} = node;
    const around = ts.isParenthesizedExpression(parent) || ts.isSatisfiesExpression(parent) || isConstAssertion(parent);
    return around && parent.expression === node ? withParentheses(parent) : node;
}

function isConstAssertion(node: ts.Node): node is ts.AsExpression {
    return ts.isAsExpression(node) && node.type.getText() === 'const';
}

/** The layout of an expression where nothing around it binds. */
export function plain(context: ModuleContext, node: ts.Expression): Layout {
    return translate(context, node).text;
}

/** The PHP of an expression. What cannot be said exactly is noted as a problem. */
export function translate(context: ModuleContext, outer: ts.Expression): Php {
    const node = skipParentheses(outer);
    if (mayBeUndefined(context, node) && !ts.isIdentifier(node) && !undefinedIsHandled(outer)) {
        return atom(context.refuseSyntax(node, ts.isElementAccessExpression(node) ? 'index-unguarded' : 'possibly-undefined'));
    }
    return translateKind(context, node);
}

function undefinedIsHandled(node: ts.Expression): boolean {
    const {parent} = node;
    if (ts.isParenthesizedExpression(parent)) {
        return undefinedIsHandled(parent);
    }
    if (ts.isBinaryExpression(parent)) {
        return parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken && parent.left === node;
    }
    return ts.isOptionalChain(parent) && parent.expression === node;
}

function translateKind(context: ModuleContext, node: ts.Expression): Php {
    if (ts.isIdentifier(node)) {
        return atom(name(context, node));
    }
    if (ts.isNumericLiteral(node)) {
        return atom(numberLiteral(context, node));
    }
    if (ts.isStringLiteralLike(node)) {
        return atom(textLiteral(context, node, node.text));
    }
    if (ts.isTemplateExpression(node)) {
        return template(context, node);
    }
    if (ts.isPrefixUnaryExpression(node)) {
        return prefix(context, node);
    }
    if (ts.isBinaryExpression(node)) {
        return binary(context, node);
    }
    if (ts.isConditionalExpression(node)) {
        return ternary(context, node);
    }
    if (ts.isPropertyAccessExpression(node)) {
        return property(context, node);
    }
    if (ts.isElementAccessExpression(node)) {
        return element(context, node);
    }
    if (ts.isCallExpression(node)) {
        return translateCall(context, node);
    }
    if (ts.isArrayLiteralExpression(node)) {
        return list(context, node);
    }
    if (ts.isObjectLiteralExpression(node)) {
        return record(context, node);
    }
    return keyword(context, node);
}

const REFUSED = new Map<ts.SyntaxKind, Reason>([
    [ts.SyntaxKind.ArrowFunction, 'arrow-place'],
    [ts.SyntaxKind.FunctionExpression, 'arrow-place'],
    [ts.SyntaxKind.AsExpression, 'assertion'],
    [ts.SyntaxKind.TypeAssertionExpression, 'assertion'],
    [ts.SyntaxKind.AwaitExpression, 'wait'],
    [ts.SyntaxKind.ClassExpression, 'class'],
    [ts.SyntaxKind.DeleteExpression, 'delete'],
    [ts.SyntaxKind.NewExpression, 'new'],
    [ts.SyntaxKind.NonNullExpression, 'non-null'],
    [ts.SyntaxKind.PostfixUnaryExpression, 'update-value'],
    [ts.SyntaxKind.RegularExpressionLiteral, 'regex'],
    [ts.SyntaxKind.ThisKeyword, 'this'],
    [ts.SyntaxKind.TypeOfExpression, 'typeof'],
    [ts.SyntaxKind.YieldExpression, 'yield'],
    [ts.SyntaxKind.BigIntLiteral, 'float'],
]);

function keyword(context: ModuleContext, node: ts.Expression): Php {
    const words: Partial<Record<ts.SyntaxKind, string>> = {
        [ts.SyntaxKind.TrueKeyword]: 'true',
        [ts.SyntaxKind.FalseKeyword]: 'false',
        [ts.SyntaxKind.NullKeyword]: 'null',
    };
    return atom(words[node.kind] ?? context.refuseSyntax(node, REFUSED.get(node.kind) ?? 'unknown-syntax'));
}

/** `!includes(…)` stays, `!(a === b)` becomes `$a !== $b`. */
export function negation(context: ModuleContext, node: ts.Expression): Php {
    const php = condition(context, node);
    return php.opposite === undefined
        ? {text: ['!', bound(php, BINDS.atom)], binds: BINDS.unary}
        : {text: php.opposite, binds: php.binds, opposite: php.text};
}

/** An expression that decides: a boolean and nothing else. */
export function condition(context: ModuleContext, node: ts.Expression): Php {
    const type = context.type(node);
    if (isBoolean(type)) {
        return translate(context, node);
    }
    const kind = isInteger(type) ? 'number' : isText(type) ? 'text' : isList(context, type) ? 'list' : 'nullable';
    return atom(context.refuse(node, place => notACondition(place, shorten(node.getText()), kind)));
}

/** Runs where a statement put before would run too early: on the right of `&&`, in the arms of a ternary. */
export function withoutRoom<T>(context: ModuleContext, work: () => T): T {
    const {before} = context;
    context.before = null;
    try {
        return work();
    } finally {
        context.before = before;
    }
}
