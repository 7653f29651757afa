import ts from 'typescript';

export type Published = {
    readonly isEs: boolean;
    readonly hasDefault: boolean;
    readonly named: ReadonlySet<string>;
    /** Every name that a member of something in the module has. */
    readonly members: ReadonlySet<string>;
};

/** What a module of Moodle exports, read from its source. */
export function publishedNames(code: string): Published {
    const file = ts.createSourceFile('module.js', code, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
    const named = new Set<string>();
    let hasDefault = false;
    for (const statement of file.statements) {
        const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) ?? [] : [];
        const kinds = modifiers.map(modifier => modifier.kind);
        if (ts.isExportAssignment(statement) || kinds.includes(ts.SyntaxKind.DefaultKeyword)) {
            hasDefault = true;
        } else if (kinds.includes(ts.SyntaxKind.ExportKeyword) || ts.isExportDeclaration(statement)) {
            exportedNames(statement).forEach(name => named.add(name));
        }
    }
    return {isEs: ts.isExternalModule(file), hasDefault: hasDefault || named.has('default'), named, members: memberNames(file)};
}

function exportedNames(statement: ts.Statement): string[] {
    if (ts.isVariableStatement(statement)) {
        return statement.declarationList.declarations.map(one => one.name.getText());
    }
    if (ts.isExportDeclaration(statement)) {
        const clause = statement.exportClause;
        return clause !== undefined && ts.isNamedExports(clause) ? clause.elements.map(one => one.name.text) : [];
    }
    return (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name !== undefined ? [statement.name.text] : [];
}

function memberNames(file: ts.SourceFile): Set<string> {
    const names = new Set<string>();
    const add = (name: ts.Node): void => void names.add(ts.isStringLiteral(name) ? name.text : name.getText(file));
    const visit = (node: ts.Node): void => {
        if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node) || ts.isMethodDeclaration(node) || ts.isPropertyDeclaration(node)) {
            add(node.name);
        } else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(node.left)) {
            add(node.left.name);
        } else if (ts.isArrayLiteralExpression(node)) {
            // Methods that a loop makes: their names stand in a list.
            node.elements.filter(ts.isStringLiteral).forEach(add);
        }
        ts.forEachChild(node, visit);
    };
    visit(file);
    return names;
}
