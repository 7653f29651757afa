import ts from '../typescript.js';
import type {Edit} from './edits.ts';

/**
 * Where Moodle's style for JavaScript differs from TypeScript's: no blank after `async`, record keys with underscores
 * in quotes, members by their dot where they can. And brackets that held a type have done their work.
 */
export function styleEdits(file: ts.SourceFile): Edit[] {
    const edits: Edit[] = [];
    const visit = (node: ts.Node): void => {
        const first = node.getChildren(file)[0];
        if (ts.isArrowFunction(node) && first?.getText(file).startsWith('async')) {
            const open = node.getChildren(file).find(child => child.kind === ts.SyntaxKind.OpenParenToken);
            edits.push(...open === undefined ? [] : [{start: first.end, end: open.getStart(file), text: ''}]);
        }
        if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && /[a-z0-9]_[a-z0-9]/i.test(node.name.text)) {
            edits.push({start: node.name.getStart(file), end: node.name.end, text: `'${node.name.text}'`});
        }
        if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression) && /^[a-z_$][\w$]*$/i.test(node.argumentExpression.text)) {
            const dot = node.questionDotToken === undefined ? '.' : '?.';
            edits.push({start: node.expression.end, end: node.end, text: dot + node.argumentExpression.text});
        }
        if (ts.isParenthesizedExpression(node) && onlyHoldsType(node)) {
            const inner = node.expression;
            edits.push({start: node.getStart(file), end: inner.getStart(file), text: ''}, {start: node.end - 1, end: node.end, text: ''});
        }
        ts.forEachChild(node, visit);
    };
    visit(file);
    return edits;
}

function onlyHoldsType(node: ts.ParenthesizedExpression): boolean {
    let inner = node.expression;
    while (ts.isAsExpression(inner) || ts.isNonNullExpression(inner) || ts.isSatisfiesExpression(inner)) {
        inner = inner.expression;
    }
    const standsAlone = ts.isIdentifier(inner) || ts.isCallExpression(inner) || ts.isPropertyAccessExpression(inner);
    return inner !== node.expression && standsAlone && !ts.isNewExpression(node.parent);
}
