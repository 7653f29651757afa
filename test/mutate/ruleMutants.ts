import ts from 'typescript';
import {mutantOf, type Change, type Mutant} from './mutant.ts';

const OPERATORS: ReadonlyMap<ts.SyntaxKind, readonly [by: string, kind: string]> = new Map([
    [ts.SyntaxKind.LessThanToken, ['<=', 'boundary']],
    [ts.SyntaxKind.LessThanEqualsToken, ['<', 'boundary']],
    [ts.SyntaxKind.GreaterThanToken, ['>=', 'boundary']],
    [ts.SyntaxKind.GreaterThanEqualsToken, ['>', 'boundary']],
    [ts.SyntaxKind.EqualsEqualsEqualsToken, ['!==', 'comparison negated']],
    [ts.SyntaxKind.ExclamationEqualsEqualsToken, ['===', 'comparison negated']],
    [ts.SyntaxKind.AmpersandAmpersandToken, ['||', 'and, or']],
    [ts.SyntaxKind.BarBarToken, ['&&', 'and, or']],
    [ts.SyntaxKind.PlusToken, ['-', 'arithmetic']],
    [ts.SyntaxKind.MinusToken, ['+', 'arithmetic']],
]);

/** Everything that can be made wrong in a module of rules, one by one. */
export function ruleMutants(file: string, text: string): readonly Mutant[] {
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
    const changes: Change[] = [];
    const visit = (node: ts.Node): void => {
        changes.push(...changesOf(node));
        ts.forEachChild(node, visit);
    };
    visit(source);
    return changes.map(change => mutantOf(file, text, change)).filter(mutant => mutant.text !== text);
}

function changesOf(node: ts.Node): readonly Change[] {
    const over = (part: ts.Node, by: string, kind: string): Change => ({from: part.getStart(), to: part.getEnd(), by, kind: `rule: ${kind}`});
    if (ts.isBinaryExpression(node)) {
        const operator = OPERATORS.get(node.operatorToken.kind);
        const isText = [node.left, node.right].some(side => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side));
        return operator === undefined || (isText && node.operatorToken.kind === ts.SyntaxKind.PlusToken) ? [] : [over(node.operatorToken, ...operator)];
    }
    if (ts.isIfStatement(node)) {
        return [over(node.expression, `!(${node.expression.getText()})`, 'condition negated')];
    }
    if (ts.isConditionalExpression(node)) {
        return [over(node.condition, `!(${node.condition.getText()})`, 'condition negated')];
    }
    if (ts.isNumericLiteral(node) && !ts.isLiteralTypeNode(node.parent)) {
        return [over(node, String(Number(node.text.replaceAll('_', '')) + 1), 'another number')];
    }
    if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) {
        return ts.isLiteralTypeNode(node.parent) ? [] : [over(node, node.kind === ts.SyntaxKind.TrueKeyword ? 'false' : 'true', 'another answer')];
    }
    return [];
}
