import ts from '../typescript.js';

/** What of a syntax tree says how it is written, not what it does. */
const WRITING = new Set([
    'pos', 'end', 'parent', 'flags', 'kind', 'id', 'transformFlags', 'modifierFlagsCache', 'original', 'emitNode', 'jsDoc', 'jsDocCache',
    'singleQuote', 'hasExtendedUnicodeEscape', 'multiLine', 'numericLiteralFlags', 'templateFlags', 'escapedText',
]);
const MEANING = ts.NodeFlags.OptionalChain | ts.NodeFlags.BlockScoped;

type Names = ReadonlyMap<string, string>;

/**
 * The first of its statements in which a module does something else than another one, or null where both do the same. Brackets,
 * quotes and comments are free; `names` are the modules that have another name in the second one.
 */
export function differingStatement(one: string, other: string, names: Names): number | null {
    const [left, right] = [meanings(one, names), meanings(other, new Map())];
    if (left === null || right === null) {
        return 0;
    }
    const first = left.findIndex((meaning, index) => meaning !== right[index]);
    return first < 0 && left.length !== right.length ? left.length : first < 0 ? null : first;
}

function meanings(text: string, names: Names): string[] | null {
    const file = ts.createSourceFile('module.js', text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
    const {parseDiagnostics} = file as unknown as {readonly parseDiagnostics: readonly unknown[]};
    return parseDiagnostics.length > 0 ? null : listOf(file.statements, names);
}

const listOf = (nodes: readonly ts.Node[], names: Names): string[] => nodes.filter(node => !doesNothing(node)).map(node => meaning(node, names));

/** An empty statement between others, and `export {}`, which tsc adds where an export of types was. */
function doesNothing(node: ts.Node): boolean {
    return ts.isEmptyStatement(node) || ts.isSemicolonClassElement(node) || (ts.isExportDeclaration(node)
        && node.moduleSpecifier === undefined && node.exportClause !== undefined && ts.isNamedExports(node.exportClause) && node.exportClause.elements.length === 0);
}

function meaning(node: ts.Node, names: Names): string {
    if (ts.isParenthesizedExpression(node) && !isDirectiveInBrackets(node)) {
        return meaning(node.expression, names);
    }
    if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression)) {
        return member(node, node.argumentExpression.text, names);
    }
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.name)) {
        return member(node, node.name.text, names);
    }
    if (isKey(node)) {
        return JSON.stringify(['key', node.text]);
    }
    if (ts.isStringLiteral(node) && isModuleName(node)) {
        return JSON.stringify(['module', names.get(node.text) ?? node.text]);
    }
    const parts = Object.entries(node).filter(([name, value]) => !WRITING.has(name) && value !== undefined);
    return `${node.kind}${node.flags & MEANING}{${parts.map(([name, value]) => `${name}:${part(value, names)}`).join()}}`;
}

function part(value: unknown, names: Names): string {
    if (Array.isArray(value)) {
        return `[${listOf(value as ts.Node[], names).join()}]`;
    }
    return typeof value === 'object' && value !== null && 'kind' in value ? meaning(value as ts.Node, names) : JSON.stringify(value);
}

const member = (node: ts.ElementAccessExpression | ts.PropertyAccessExpression, name: string, names: Names): string =>
    `member${node.flags & MEANING}${node.questionDotToken === undefined ? '.' : '?.'}${JSON.stringify(name)}(${meaning(node.expression, names)})`;

/** `'use strict'` in brackets is no directive. */
const isDirectiveInBrackets = (node: ts.ParenthesizedExpression): boolean =>
    ts.isExpressionStatement(node.parent) && ts.isStringLiteral(node.expression);

/** `{a: b}` and `{'a': b}` are one object. */
function isKey(node: ts.Node): node is ts.Identifier | ts.StringLiteral | ts.NumericLiteral {
    const {parent} = node;
    const isName = parent !== undefined && ((ts.isPropertyAssignment(parent) && parent.name === node) || (ts.isBindingElement(parent) && parent.propertyName === node));
    return isName && (ts.isIdentifier(node) || ts.isStringLiteral(node) || ts.isNumericLiteral(node));
}

const isModuleName = ({parent}: ts.StringLiteral): boolean => ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)
    || (ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword);
