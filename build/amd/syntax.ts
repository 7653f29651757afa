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

/** A module that is nothing but types: the browser gets no file of it, since Moodle's loader chokes on one that defines nothing. */
export const holdsOnlyTypes = (file: ts.SourceFile): boolean => file.statements.every(leavesNothing);

export function leavesNothing(statement: ts.Statement): boolean {
    if (ts.isImportDeclaration(statement)) {
        return bringsOnlyTypes(statement);
    }
    return isOnlyTypes(statement) || (ts.isFunctionDeclaration(statement) && statement.body === undefined) || ts.isEmptyStatement(statement) || isEmptyExport(statement);
}

/** `export {}` makes a module of a file and is nothing else. */
function isEmptyExport(statement: ts.Statement): boolean {
    return ts.isExportDeclaration(statement) && statement.moduleSpecifier === undefined
        && statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause) && statement.exportClause.elements.length === 0;
}

export function bringsOnlyTypes({importClause: clause}: ts.ImportDeclaration): boolean {
    if (clause === undefined || clause.isTypeOnly || clause.name !== undefined) {
        return clause?.isTypeOnly ?? false;
    }
    const named = clause.namedBindings;
    return named !== undefined && ts.isNamedImports(named) && named.elements.length > 0 && named.elements.every(one => one.isTypeOnly);
}

export type Place = {readonly file: string; readonly line: number};

/** Where a node stands, for people. */
export function placeOf(node: ts.Node, file: string): Place {
    const source = node.getSourceFile();
    return {file, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1};
}
