import ts from '../typescript.js';
import {skipParentheses} from './expressions.ts';
import {writtenNumber} from './literals.ts';
import type {ModuleContext} from './moduleContext.ts';
import {isConstant} from './typeTests.ts';

/** A divisor that is never zero: a number written out, a constant made of such, or `Math.max(1, n)`. */
export function isSafeDivisor(context: ModuleContext, outer: ts.Expression): boolean {
    const node = skipParentheses(outer);
    const written = writtenNumber(node);
    if (written !== null) {
        return written !== 0;
    }
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AsteriskToken) {
        return isSafeDivisor(context, node.left) && isSafeDivisor(context, node.right);
    }
    if (ts.isCallExpression(node) && node.expression.getText() === 'Math.max') {
        return node.arguments.some(argument => (writtenNumber(argument) ?? 0) > 0);
    }
    const type = context.type(node);
    const literals = type.isUnion() ? type.types : [type];
    if (literals.every(literal => literal.isNumberLiteral() && literal.value !== 0)) {
        return true;
    }
    const declaration = ts.isIdentifier(node) ? context.symbol(node)?.valueDeclaration : undefined;
    return declaration !== undefined && isConstant(declaration) && declaration.initializer !== undefined
        ? isSafeDivisor(context, declaration.initializer)
        : false;
}
