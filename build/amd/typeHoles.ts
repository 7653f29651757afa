import ts from '../typescript.js';
import type {Edit} from './edits.ts';
import {has, isOnlyTypes} from './syntax.ts';

export type Holes = {
    /** What is types only, and goes. */
    readonly holes: Edit[];
    /** What is written like a type, but runs. */
    readonly running: ts.Node[];
};

const TYPE_MODIFIERS = new Set([
    ts.SyntaxKind.PublicKeyword,
    ts.SyntaxKind.PrivateKeyword,
    ts.SyntaxKind.ProtectedKeyword,
    ts.SyntaxKind.ReadonlyKeyword,
    ts.SyntaxKind.OverrideKeyword,
    ts.SyntaxKind.AbstractKeyword,
    ts.SyntaxKind.DeclareKeyword,
]);

/** Where the types of a module stand. */
export function typeHoles(file: ts.SourceFile): Holes {
    const found: Holes = {holes: [], running: []};
    const visit = (node: ts.Node): void => {
        const ranges = isWhollyType(node) ? [[node.getStart(file), node.end] as const] : typeRanges(node, file);
        found.holes.push(...ranges.map(([start, end]) => ({start, end, text: gap(file.text, end)})));
        if (runs(node)) {
            found.running.push(node);
        } else if (!isWhollyType(node) && !ts.isTypeNode(node)) {
            ts.forEachChild(node, visit);
        } else if (ts.isExpressionWithTypeArguments(node)) {
            visit(node.expression);
        }
    };
    ts.forEachChild(file, visit);
    return found;
}

type Range = readonly [start: number, end: number];

/** Stands where a type was; no source holds it. */
export const GAP = '\0';

/** A type at the end of a line without a semicolon may be all that keeps the next line apart. */
const gap = (text: string, end: number): string => /^[ \t]*\n\s*[([`+\-/*]/.test(text.slice(end, end + 500)) ? `${GAP};` : GAP;

function isWhollyType(node: ts.Node): boolean {
    if (ts.isStatement(node)) {
        return isOnlyTypes(node) || (ts.isFunctionDeclaration(node) && node.body === undefined);
    }
    if (ts.isClassElement(node)) {
        const isBodiless = (ts.isMethodDeclaration(node) || ts.isConstructorDeclaration(node)) && node.body === undefined;
        const isUnborn = has(node, ts.SyntaxKind.DeclareKeyword) || has(node, ts.SyntaxKind.AbstractKeyword);
        return isBodiless || isUnborn || ts.isIndexSignatureDeclaration(node);
    }
    return ts.isHeritageClause(node) && node.token === ts.SyntaxKind.ImplementsKeyword;
}

function runs(node: ts.Node): boolean {
    if (ts.isEnumDeclaration(node) || ts.isModuleDeclaration(node)) {
        return !has(node, ts.SyntaxKind.DeclareKeyword);
    }
    return ts.isImportEqualsDeclaration(node)
        || ts.isTypeAssertionExpression(node)
        || (ts.isExportAssignment(node) && node.isExportEquals === true)
        || (ts.isParameter(node) && (node.modifiers ?? []).some(modifier => !ts.isDecorator(modifier)));
}

function typeRanges(node: ts.Node, file: ts.SourceFile): Range[] {
    if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node)) {
        return [[node.expression.end, node.end]];
    }
    if (ts.isParameter(node) && node.name.getText(file) === 'this') {
        return [[node.getStart(file), afterComma(node.parent.parameters, node)]];
    }
    if (ts.isExportSpecifier(node) && node.isTypeOnly) {
        return [[node.getStart(file), afterComma(node.parent.elements, node)]];
    }
    return [...modifierRanges(node, file), ...angleRanges(node, file), ...annotationRanges(node, file)];
}

function afterComma<T extends ts.Node>(list: ts.NodeArray<T>, node: T): number {
    const next = list[list.indexOf(node) + 1];
    return next === undefined ? list.end : next.getStart();
}

function modifierRanges(node: ts.Node, file: ts.SourceFile): Range[] {
    const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) ?? [] : [];
    return modifiers
        .filter(modifier => TYPE_MODIFIERS.has(modifier.kind))
        .map(modifier => [modifier.getStart(file), modifier.end + /^\s*/.exec(file.text.slice(modifier.end))![0].length]);
}

/** `<T>` of a declaration or of a call. */
function angleRanges(node: ts.Node, file: ts.SourceFile): Range[] {
    const {typeParameters, typeArguments} = node as {typeParameters?: ts.NodeArray<ts.Node>; typeArguments?: ts.NodeArray<ts.Node>};
    return [typeParameters, typeArguments]
        .filter(list => list !== undefined)
        .map(list => [list.pos - 1, file.text.indexOf('>', list.end) + 1]);
}

/** `?: T` after a name, `: T` after a parameter list. */
function annotationRanges(node: ts.Node, file: ts.SourceFile): Range[] {
    if (ts.isParameter(node) || ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) {
        const marks = ts.isParameter(node) ? [node.questionToken] : ts.isVariableDeclaration(node)
            ? [node.exclamationToken]
            : [node.questionToken, node.exclamationToken];
        const end = node.type?.end ?? marks.find(mark => mark !== undefined)?.end;
        return end === undefined ? [] : [[node.name.end, end]];
    }
    if (!ts.isFunctionLike(node)) {
        return [];
    }
    const mark: Range[] = ts.isMethodDeclaration(node) && node.questionToken !== undefined ? [[node.questionToken.getStart(file), node.questionToken.end]] : [];
    const type = node.type;
    const close = node.getChildren(file).find(child => child.kind === ts.SyntaxKind.CloseParenToken && child.pos >= node.parameters.end);
    return type === undefined || close === undefined ? mark : [...mark, [close.end, type.end]];
}
