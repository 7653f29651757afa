import ts from '../typescript.js';
import type {Reason} from '../diagnostics/rules.ts';
import {isSafeDivisor} from './divisor.ts';
import {condition, negation, skipParentheses, translate, withoutRoom} from './expressions.ts';
import {group, indent, SPACE, type Layout} from './layout.ts';
import type {ModuleContext} from './moduleContext.ts';
import {atom, bound, BINDS, chain, comparison, type Php} from './php.ts';
import {isInteger, isSimple, isText} from './typeTests.ts';

/** `!a` and `-a`. */
export function prefix(context: ModuleContext, node: ts.PrefixUnaryExpression): Php {
    if (node.operator === ts.SyntaxKind.ExclamationToken) {
        return negation(context, node.operand);
    }
    if (node.operator === ts.SyntaxKind.MinusToken && isInteger(context.type(node.operand))) {
        return {text: ['-', bound(translate(context, node.operand), BINDS.atom)], binds: BINDS.unary};
    }
    const reasons = {[ts.SyntaxKind.PlusToken]: 'unary-plus', [ts.SyntaxKind.MinusToken]: 'unary-plus', [ts.SyntaxKind.TildeToken]: 'bits'} as const;
    return atom(context.refuseSyntax(node, reasons[node.operator as keyof typeof reasons] ?? 'update-value'));
}

const OPERATORS = new Map<ts.SyntaxKind, readonly [string, number]>([
    [ts.SyntaxKind.AsteriskToken, ['*', BINDS.product]],
    [ts.SyntaxKind.PercentToken, ['%', BINDS.product]],
    [ts.SyntaxKind.PlusToken, ['+', BINDS.sum]],
    [ts.SyntaxKind.MinusToken, ['-', BINDS.sum]],
    [ts.SyntaxKind.LessThanToken, ['<', BINDS.order]],
    [ts.SyntaxKind.LessThanEqualsToken, ['<=', BINDS.order]],
    [ts.SyntaxKind.GreaterThanToken, ['>', BINDS.order]],
    [ts.SyntaxKind.GreaterThanEqualsToken, ['>=', BINDS.order]],
    [ts.SyntaxKind.EqualsEqualsEqualsToken, ['===', BINDS.equal]],
    [ts.SyntaxKind.ExclamationEqualsEqualsToken, ['!==', BINDS.equal]],
    [ts.SyntaxKind.AmpersandAmpersandToken, ['&&', BINDS.and]],
    [ts.SyntaxKind.BarBarToken, ['||', BINDS.or]],
    [ts.SyntaxKind.QuestionQuestionToken, ['??', BINDS.coalesce]],
]);

/** An operator between two values. */
export function binary(context: ModuleContext, node: ts.BinaryExpression): Php {
    const [sign, binds] = OPERATORS.get(node.operatorToken.kind) ?? [null, 0];
    if (sign === null) {
        return atom(context.refuseSyntax(node, refusedOperator(node.operatorToken.kind)));
    }
    switch (sign) {
        case '&&':
        case '||':
            return logical(context, node, sign, binds);
        case '??':
            return coalesce(context, node);
        case '===':
        case '!==':
            return equality(context, node, sign);
        case '+':
            return sum(context, node);
        default:
            return arithmetic(context, node, sign, binds);
    }
}

function refusedOperator(kind: ts.SyntaxKind): Reason {
    switch (kind) {
        case ts.SyntaxKind.SlashToken:
            return 'division';
        case ts.SyntaxKind.AsteriskAsteriskToken:
            return 'exponent';
        case ts.SyntaxKind.EqualsEqualsToken:
        case ts.SyntaxKind.ExclamationEqualsToken:
            return 'loose-equality';
        case ts.SyntaxKind.CommaToken:
            return 'comma-operator';
        case ts.SyntaxKind.InKeyword:
        case ts.SyntaxKind.InstanceOfKeyword:
            return 'typeof';
        default:
            return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment ? 'assignment' : 'bits';
    }
}

function logical(context: ModuleContext, node: ts.BinaryExpression, sign: string, binds: number): Php {
    const [first, ...others] = operands(node, node.operatorToken.kind);
    const parts = [first, ...others].map((operand = node) =>
        operand === first ? condition(context, operand) : withoutRoom(context, () => condition(context, operand)),
    );
    // Brackets that precedence does not need, but a reader of `a && b || c` does.
    const needed = binds === BINDS.or ? BINDS.equal : binds;
    return chain(parts.map(part => bound(part, needed)), sign, binds);
}

/** What one operator joins: `a && b && c` is three operands. */
function operands(outer: ts.Expression, kind: ts.SyntaxKind): readonly ts.Expression[] {
    const node = skipParentheses(outer);
    return ts.isBinaryExpression(node) && node.operatorToken.kind === kind
        ? [...operands(node.left, kind), ...operands(node.right, kind)]
        : [node];
}

function coalesce(context: ModuleContext, node: ts.BinaryExpression): Php {
    const left = bound(translate(context, node.left), BINDS.coalesce + 1);
    const right = withoutRoom(context, () => bound(translate(context, node.right), BINDS.coalesce));
    return {text: group(left, ' ??', indent(SPACE, right)), binds: BINDS.coalesce};
}

function equality(context: ModuleContext, node: ts.BinaryExpression, sign: string): Php {
    const sides = [node.left, node.right];
    const isNull = (side: ts.Expression) => skipParentheses(side).kind === ts.SyntaxKind.NullKeyword;
    if (sides.some(side => ts.isIdentifier(side) && side.text === 'undefined')) {
        return atom(context.refuseSyntax(node, 'compare-undefined'));
    }
    if (!sides.some(isNull) && sides.some(side => !isSimple(context.type(side)))) {
        return atom(context.refuseSyntax(node, 'compare-objects'));
    }
    const [left, right] = sides.map(side => bound(translate(context, side), BINDS.order)) as [Layout, Layout];
    return comparison(left, sign, right, BINDS.equal);
}

function sum(context: ModuleContext, node: ts.BinaryExpression): Php {
    const types = [context.type(node.left), context.type(node.right)];
    if (types.every(isInteger)) {
        return arithmetic(context, node, '+', BINDS.sum);
    }
    if (!types.every(isText)) {
        return atom(context.refuseSyntax(node, 'concat-types'));
    }
    const parts = operands(node, node.operatorToken.kind).map(operand => bound(translate(context, operand), BINDS.sum));
    return chain(parts, '.', BINDS.concat);
}

function arithmetic(context: ModuleContext, node: ts.BinaryExpression, sign: string, binds: number): Php {
    if (![node.left, node.right].every(side => isInteger(context.type(side)))) {
        return atom(context.refuseSyntax(node, binds === BINDS.order ? 'compare-order' : 'concat-types'));
    }
    if (sign === '%' && !isSafeDivisor(context, node.right)) {
        return atom(context.refuseSyntax(node, 'divisor'));
    }
    const left = bound(translate(context, node.left), binds === BINDS.order ? binds + 1 : binds);
    const right = bound(translate(context, node.right), binds + 1);
    return comparison(left, sign, right, binds);
}

/** `a ? b : c`, with brackets where PHP wants them. */
export function ternary(context: ModuleContext, node: ts.ConditionalExpression): Php {
    const test = bound(condition(context, node.condition), BINDS.ternary + 1);
    const arm = (value: ts.Expression) => withoutRoom(context, () => bound(translate(context, value), BINDS.ternary + 1));
    const [yes, no] = [arm(node.whenTrue), arm(node.whenFalse)];
    return {text: group(test, indent(SPACE, '? ', yes, SPACE, ': ', no)), binds: BINDS.ternary};
}
