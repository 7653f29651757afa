import ts from '../typescript.js';
import {isSafeDivisor} from './divisor.ts';
import {plain, skipParentheses, translate} from './expressions.ts';
import {bracketed, type Layout} from './layout.ts';
import {listMethod} from './listMethods.ts';
import type {ModuleContext} from './moduleContext.ts';
import {atom, bound, BINDS, type Php} from './php.ts';
import {textMethod} from './textMethods.ts';
import {isInteger, isList, isText} from './typeTests.ts';

/** `name(a, b)` in PHP, broken one argument a line where it is long. */
export const call = (name: Layout, ...values: Layout[]): Php => atom([name, bracketed('(', values, ')')]);

/** A call: of a rule, of Math, of String, or of a method of a list or text. */
export function translateCall(context: ModuleContext, node: ts.CallExpression): Php {
    const target = skipParentheses(node.expression);
    if (ts.isOptionalChain(node)) {
        return atom(context.refuseSyntax(node, 'optional-call'));
    }
    if (ts.isIdentifier(target)) {
        return namedCall(context, node, target);
    }
    if (!ts.isPropertyAccessExpression(target)) {
        return atom(context.refuseSyntax(node, 'call-target'));
    }
    if (ts.isIdentifier(target.expression) && isGlobal(context, target.expression)) {
        return target.expression.text === 'Math' ? mathCall(context, node, target.name.text) : atom(context.refuseSyntax(node, 'global'));
    }
    const owner = context.type(target.expression);
    if (isList(context, owner)) {
        return listMethod(context, node, target);
    }
    if (isText(owner)) {
        return textMethod(context, node, target);
    }
    const inner = target.expression;
    return context.refusesInside(() => translate(context, inner))
        ? atom('null')
        : atom(context.refuseSyntax(node, isInteger(owner) ? 'number-text' : 'call-target'));
}

/** A name of JavaScript's own, and none of the rules. */
export function isGlobal(context: ModuleContext, node: ts.Expression): boolean {
    const declaration = context.symbol(node)?.valueDeclaration;
    return declaration === undefined || declaration.getSourceFile().isDeclarationFile;
}

function namedCall(context: ModuleContext, node: ts.CallExpression, target: ts.Identifier): Php {
    if (isGlobal(context, target)) {
        return globalCall(context, node, target.text);
    }
    const declaration = context.symbol(target)?.valueDeclaration;
    if (declaration === undefined || !ts.isFunctionDeclaration(declaration)) {
        return atom(context.refuseSyntax(node, 'call-target'));
    }
    if (node.arguments.length !== declaration.parameters.length || node.arguments.some(ts.isSpreadElement)) {
        return atom(context.refuseSyntax(node, 'call-arity'));
    }
    return call(context.memberName(declaration), ...node.arguments.map(argument => plain(context, argument)));
}

function globalCall(context: ModuleContext, node: ts.CallExpression, name: string): Php {
    const [value] = node.arguments;
    if (name !== 'String' || value === undefined) {
        return atom(context.refuseSyntax(node, name === 'Number' ? 'unary-plus' : name === 'Boolean' ? 'boolean-call' : 'global'));
    }
    if (!isInteger(context.type(value))) {
        return atom(context.refuseSyntax(node, 'template-part'));
    }
    return {text: ['(string) ', bound(translate(context, value), BINDS.atom)], binds: BINDS.unary};
}

function mathCall(context: ModuleContext, node: ts.CallExpression, name: string): Php {
    const [value] = node.arguments;
    if (value === undefined) {
        return atom(context.refuseSyntax(node, name === 'random' ? 'global' : 'math'));
    }
    switch (name) {
        case 'abs':
            return ts.isSpreadElement(value) ? atom(context.refuseSyntax(node, 'math')) : call('abs', plain(context, value));
        case 'min':
        case 'max':
            return extreme(context, node, name);
        case 'floor':
        case 'ceil':
        case 'trunc':
            return quotient(context, node, name);
        case 'round':
            return atom(context.refuseSyntax(node, 'math-round'));
        default:
            return atom(context.refuseSyntax(node, 'math'));
    }
}

/** `max($a, $b)`, or `max([0, ...$list])`, since PHP's `max(0, ...[])` would be an error. */
function extreme(context: ModuleContext, node: ts.CallExpression, name: string): Php {
    const spread = node.arguments.some(ts.isSpreadElement);
    const alone = node.arguments.filter(argument => !ts.isSpreadElement(argument));
    if (alone.length === 0) {
        return atom(context.refuseSyntax(node, 'math'));
    }
    const values = node.arguments.map(argument =>
        ts.isSpreadElement(argument) ? ['...', bound(translate(context, argument.expression), BINDS.atom)] : plain(context, argument),
    );
    if (spread) {
        return call(name, bracketed('[', values, ']', ','));
    }
    return values.length === 1 && alone[0] !== undefined ? translate(context, alone[0]) : call(name, ...values);
}

/**
 * A whole quotient. The double nearest to `a / b` never reaches the next whole number while both are below 2^53 (its error is
 * less than 1/b), so rounding it down or up is exact in both languages; intdiv() cuts as Math.trunc does.
 */
function quotient(context: ModuleContext, node: ts.CallExpression, name: string): Php {
    const value = skipParentheses(node.arguments[0] as ts.Expression);
    if (!ts.isBinaryExpression(value) || value.operatorToken.kind !== ts.SyntaxKind.SlashToken) {
        return atom(context.refuseSyntax(node, 'math'));
    }
    if (![value.left, value.right].every(side => isInteger(context.type(side)))) {
        return atom(context.refuseSyntax(value, 'concat-types'));
    }
    if (!isSafeDivisor(context, value.right)) {
        return atom(context.refuseSyntax(value, 'divisor'));
    }
    if (name === 'trunc') {
        return call('intdiv', plain(context, value.left), plain(context, value.right));
    }
    const left = bound(translate(context, value.left), BINDS.product);
    const right = bound(translate(context, value.right), BINDS.product + 1);
    return {text: [`(int) ${name}(`, left, ' / ', right, ')'], binds: BINDS.unary};
}
