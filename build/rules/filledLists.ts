import ts from '../typescript.js';
import {skipParentheses, withParentheses} from './expressions.ts';
import type {ModuleContext} from './moduleContext.ts';

/**
 * A list that is filled with push is one thing in JavaScript and a value in PHP, so it may have one name only until it is
 * returned, and may not grow while it is looped over.
 */
export function checkFilledLists(context: ModuleContext, root: ts.FunctionDeclaration): void {
    const filled = new Set(pushes(root).map(node => context.symbol(node)));
    const visit = (node: ts.Node): void => {
        if (ts.isIdentifier(node) && filled.has(context.symbol(node)) && !isFitUse(node)) {
            context.refuseSyntax(node.parent, 'alias-of-changed-list');
        }
        const walked = ts.isForOfStatement(node) ? walkedList(node) : null;
        if (walked !== null && ts.isForOfStatement(node)) {
            const looped = context.symbol(walked);
            if (pushes(node.statement).some(list => context.symbol(list) === looped)) {
                context.refuseSyntax(node.expression, 'push-in-loop');
            }
        }
        node.forEachChild(visit);
    };
    visit(root);
}

/** The list that a loop walks by its name, itself or its entries; anything else is a copy. */
function walkedList(node: ts.ForOfStatement): ts.Identifier | null {
    const source = skipParentheses(node.expression);
    const list = ts.isCallExpression(source) && ts.isPropertyAccessExpression(source.expression) && source.expression.name.text === 'entries'
        ? skipParentheses(source.expression.expression)
        : source;
    return ts.isIdentifier(list) ? list : null;
}

/** The names before `.push(…)`. */
function pushes(root: ts.Node): readonly ts.Identifier[] {
    const found: ts.Identifier[] = [];
    const visit = (node: ts.Node): void => {
        if (ts.isPropertyAccessExpression(node) && node.name.text === 'push' && ts.isIdentifier(node.expression)) {
            found.push(node.expression);
        }
        node.forEachChild(visit);
    };
    visit(root);
    return found;
}

function isFitUse(name: ts.Identifier): boolean {
    const node = withParentheses(name);
    const {parent} = node;
    if (ts.isVariableDeclaration(parent) && parent.name === node) {
        return true;
    }
    if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent) || ts.isForOfStatement(parent)) {
        return parent.expression === node;
    }
    return ts.isSpreadElement(parent) || ts.findAncestor(parent, ts.isReturnStatement) !== undefined;
}
