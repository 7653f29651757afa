import ts from '../typescript.js';
import {plain, skipParentheses, translate} from './expressions.ts';
import {bracketed, SPACE, type Layout} from './layout.ts';
import type {ModuleContext} from './moduleContext.ts';
import {bound, BINDS} from './php.ts';
import {variableName} from './phpNames.ts';
import {isInteger, isText} from './typeTests.ts';

const ASSIGNMENTS = new Map<ts.SyntaxKind, string>([
    [ts.SyntaxKind.EqualsToken, '='],
    [ts.SyntaxKind.PlusEqualsToken, '+='],
    [ts.SyntaxKind.MinusEqualsToken, '-='],
    [ts.SyntaxKind.AsteriskEqualsToken, '*='],
]);

/** An expression that is there for what it does: an assignment, a count up or down, a push. */
export function effect(context: ModuleContext, node: ts.Expression): Layout {
    if (ts.isBinaryExpression(node) && ASSIGNMENTS.has(node.operatorToken.kind)) {
        return assignment(context, node);
    }
    if ((ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) && isStep(node.operator)) {
        return [target(context, node.operand), node.operator === ts.SyntaxKind.PlusPlusToken ? '++' : '--'];
    }
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'push') {
        return push(context, node, node.expression.expression);
    }
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'forEach') {
        return context.refuseSyntax(node, 'for-each');
    }
    const isUsual = ts.isBinaryExpression(node) || ts.isDeleteExpression(node) || ts.isCallExpression(node);
    return isUsual && context.refusesInside(() => translate(context, node)) ? 'null' : context.refuseSyntax(node, 'statement');
}

const isStep = (operator: ts.SyntaxKind): boolean =>
    operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;

function assignment(context: ModuleContext, node: ts.BinaryExpression): Layout {
    const sign = ASSIGNMENTS.get(node.operatorToken.kind) ?? '=';
    const name = target(context, node.left);
    const sides = [context.type(node.left), context.type(node.right)];
    if (sign === '=' || name === 'null') {
        return [name, ' = ', plain(context, node.right)];
    }
    const joins = sign === '+=' && sides.every(isText);
    if (!joins && !sides.every(isInteger)) {
        return context.refuseSyntax(node, 'concat-types');
    }
    return [name, ` ${joins ? '.=' : sign} `, plain(context, node.right)];
}

/** A local `let`, the one thing that may change. */
function target(context: ModuleContext, node: ts.Expression): Layout {
    const declaration = ts.isIdentifier(node) ? context.symbol(node)?.valueDeclaration : undefined;
    const list = declaration?.parent;
    const isLet = list !== undefined && ts.isVariableDeclarationList(list) && (list.flags & ts.NodeFlags.Let) !== 0;
    if (!ts.isIdentifier(node) || !isLet || ts.isSourceFile(list.parent.parent)) {
        return context.refuseSyntax(node, 'assign-target');
    }
    return `$${variableName(node.text)}`;
}

/** `const list: Type[] = […]` of this function: nobody else has it, and it never becomes another list. */
function isOwnList(node: ts.Declaration): boolean {
    return (
        ts.isVariableDeclaration(node) &&
        ts.isVariableDeclarationList(node.parent) &&
        (node.parent.flags & ts.NodeFlags.Const) !== 0 &&
        !ts.isSourceFile(node.parent.parent.parent) &&
        node.initializer !== undefined &&
        ts.isArrayLiteralExpression(skipParentheses(node.initializer))
    );
}

function push(context: ModuleContext, node: ts.CallExpression, list: ts.Expression): Layout {
    const declaration = ts.isIdentifier(list) ? context.symbol(list)?.valueDeclaration : undefined;
    if (declaration === undefined || !isOwnList(declaration)) {
        return context.refuseSyntax(node, 'push-target');
    }
    const name = plain(context, list);
    const [value] = node.arguments;
    if (node.arguments.length === 1 && value !== undefined && !ts.isSpreadElement(value)) {
        return [name, '[] = ', plain(context, value)];
    }
    const values = node.arguments.map(argument =>
        ts.isSpreadElement(argument) ? ['...', bound(translate(context, argument.expression), BINDS.atom)] : plain(context, argument),
    );
    // PHP takes nothing after what is unpacked, so that a list of all is unpacked instead.
    const isUnpackedLast = node.arguments.slice(0, -1).every(argument => !ts.isSpreadElement(argument));
    const handed = isUnpackedLast ? values : [['...', bracketed('[', values, ']', ',')]];
    return ['array_push(', name, handed.map(item => [',', SPACE, item]), ')'];
}
