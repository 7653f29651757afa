import ts from '../typescript.js';

export const has = (node: ts.Node, kind: ts.SyntaxKind): boolean =>
    ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(modifier => modifier.kind === kind);

export const isExported = (node: ts.Node): boolean => has(node, ts.SyntaxKind.ExportKeyword);

/** A statement that is nothing but types: it leaves no trace in the browser. */
export function isOnlyTypes(statement: ts.Statement): boolean {
    if (ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement) || has(statement, ts.SyntaxKind.DeclareKeyword)) {
        return true;
    }
    if (ts.isExportDeclaration(statement)) {
        const named = statement.exportClause;
        return statement.isTypeOnly
            || (named !== undefined && ts.isNamedExports(named) && named.elements.length > 0 && named.elements.every(one => one.isTypeOnly));
    }
    return false;
}

export type Place = {readonly file: string; readonly line: number};

/** Where a node stands, for people. */
export function placeOf(node: ts.Node, file: string): Place {
    const source = node.getSourceFile();
    return {file, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1};
}
