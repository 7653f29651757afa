import {readdirSync, readFileSync} from 'node:fs';
import ts from 'typescript';

const folder = new URL('../../build/types/moodle/', import.meta.url);

export type Declared = {
    readonly module: string;
    /** Values exported by name. */
    readonly named: readonly string[];
    /** Members of the default export, or null where there is none. */
    readonly members: readonly string[] | null;
};

/** What build/types/moodle says that core's modules export. Types are ours and not compared. */
export function declaredNames(): Declared[] {
    return readdirSync(folder).filter(file => file.endsWith('.d.ts')).sort().flatMap(file => {
        const source = ts.createSourceFile(file, readFileSync(new URL(file, folder), 'utf8'), ts.ScriptTarget.ESNext, true);
        return source.statements.filter(ts.isModuleDeclaration).map(declared);
    });
}

function declared(module: ts.ModuleDeclaration): Declared {
    const statements = module.body !== undefined && ts.isModuleBlock(module.body) ? [...module.body.statements] : [];
    const has = (node: ts.Statement, kind: ts.SyntaxKind): boolean =>
        ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(modifier => modifier.kind === kind);
    const isDefault = (node: ts.Statement): boolean => has(node, ts.SyntaxKind.DefaultKeyword);
    const values = statements.filter(node => ts.isVariableStatement(node) || ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node));
    const assigned = statements.find(ts.isExportAssignment)?.expression.getText();
    const defaulted = values.find(node => isDefault(node) || namesOf(node).includes(assigned ?? ''));
    return {
        module: module.name.text,
        named: values.filter(node => has(node, ts.SyntaxKind.ExportKeyword) && !isDefault(node)).flatMap(namesOf),
        members: defaulted === undefined ? null : memberNames(defaulted),
    };
}

function namesOf(node: ts.Statement): string[] {
    if (ts.isVariableStatement(node)) {
        return node.declarationList.declarations.map(one => one.name.getText());
    }
    return (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) && node.name !== undefined ? [node.name.text] : [];
}

/** All members below, nested ones too; not those of parameters. */
function memberNames(node: ts.Node): string[] {
    const names: string[] = [];
    const visit = (child: ts.Node): void => {
        if (ts.isParameter(child) || ts.isFunctionTypeNode(child)) {
            return;
        }
        if ((ts.isPropertySignature(child) || ts.isMethodSignature(child) || ts.isPropertyDeclaration(child) || ts.isMethodDeclaration(child))) {
            names.push(child.name.getText());
        }
        ts.forEachChild(child, visit);
    };
    visit(node);
    return names;
}
