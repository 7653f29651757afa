import ts from '../typescript.js';
import {importedPath} from './moduleName.ts';

/** Finds the declaration of a type by its name, in this file or in a sibling it is imported from. */
export type TypeScope = (name: string) => {readonly node: ts.Node; readonly scope: TypeScope} | null;

const NAMES = new Map<ts.SyntaxKind, string>([
    [ts.SyntaxKind.StringKeyword, 'string'],
    [ts.SyntaxKind.NumberKeyword, 'number'],
    [ts.SyntaxKind.BooleanKeyword, 'boolean'],
    [ts.SyntaxKind.UndefinedKeyword, 'undefined'],
    [ts.SyntaxKind.VoidKeyword, 'void'],
    [ts.SyntaxKind.ObjectKeyword, 'object'],
    [ts.SyntaxKind.NeverKeyword, 'never'],
    [ts.SyntaxKind.TypePredicate, 'boolean'],
    [ts.SyntaxKind.TemplateLiteralType, 'string'],
    [ts.SyntaxKind.TypeLiteral, 'object'],
    [ts.SyntaxKind.MappedType, 'object'],
    [ts.SyntaxKind.InterfaceDeclaration, 'object'],
    [ts.SyntaxKind.TupleType, 'Array'],
    [ts.SyntaxKind.FunctionType, 'Function'],
    [ts.SyntaxKind.StringLiteral, 'string'],
    [ts.SyntaxKind.NoSubstitutionTemplateLiteral, 'string'],
    [ts.SyntaxKind.NumericLiteral, 'number'],
    [ts.SyntaxKind.PrefixUnaryExpression, 'number'],
    [ts.SyntaxKind.TrueKeyword, 'boolean'],
    [ts.SyntaxKind.FalseKeyword, 'boolean'],
    [ts.SyntaxKind.NullKeyword, 'null'],
    [ts.SyntaxKind.ArrayLiteralExpression, 'Array'],
    [ts.SyntaxKind.ObjectLiteralExpression, 'object'],
]);
const OBJECTS = new Set(['Record', 'Partial', 'Required', 'Pick', 'Omit']);
const ARRAYS = new Set(['Array', 'ReadonlyArray']);

/** A type as a doc comment says it: simple, and `*` where a simple word would be a lie. */
export function docType(node: ts.Node | undefined, scope: TypeScope): string {
    if (node === undefined) {
        return '*';
    }
    if (ts.isParenthesizedTypeNode(node) || ts.isTypeAliasDeclaration(node) || ts.isTypeOperatorNode(node)) {
        return ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.KeyOfKeyword ? 'string' : docType(node.type, scope);
    }
    if (ts.isLiteralTypeNode(node)) {
        return docType(node.literal, scope);
    }
    if (ts.isUnionTypeNode(node)) {
        const types = new Set(node.types.map(type => docType(type, scope)));
        return types.has('*') ? '*' : [...types].join('|');
    }
    if (ts.isIntersectionTypeNode(node)) {
        return docType(node.types[0], scope);
    }
    if (ts.isArrayTypeNode(node)) {
        return arrayOf(docType(node.elementType, scope));
    }
    return ts.isTypeReferenceNode(node) ? referenceType(node, scope) : NAMES.get(node.kind) ?? '*';
}

const arrayOf = (element: string): string => /^[a-z]+$/i.test(element) ? `${element}[]` : 'Array';

function referenceType(node: ts.TypeReferenceNode, scope: TypeScope): string {
    const name = node.typeName.getText();
    const [first] = node.typeArguments ?? [];
    const own = scope(name);
    if (own !== null) {
        return docType(own.node, own.scope);
    }
    if (name === 'Readonly' || name === 'NonNullable') {
        return docType(first, scope);
    }
    if (name === 'Promise' && first !== undefined) {
        return `Promise<${docType(first, scope)}>`;
    }
    if (ARRAYS.has(name)) {
        return arrayOf(docType(first, scope));
    }
    return OBJECTS.has(name) ? 'object' : globalType(name);
}

/** Names of the browser's own types say themselves; a type parameter or a stranger does not. */
const globalType = (name: string): string => /^(HTML\w*|[A-Z][a-z]\w+|URL\w*)$/.test(name) ? name : '*';

type Sources = ReadonlyMap<string, string>;

export function typeScope(file: ts.SourceFile, path: string, sources: Sources, open: readonly string[] = []): TypeScope {
    const stranger = {node: file.endOfFileToken, scope: () => null};
    return name => {
        if (open.includes(`${path} ${name}`)) {
            return stranger;
        }
        for (const statement of file.statements) {
            if ((ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement)) && statement.name.text === name) {
                return {node: statement, scope: typeScope(file, path, sources, [...open, `${path} ${name}`])};
            }
            const imported = importOf(statement, name);
            if (imported !== null && !imported.from.startsWith('.')) {
                return null;
            }
            if (imported !== null) {
                const target = importedPath(path, imported.from) ?? '';
                const sibling = ts.createSourceFile(target, sources.get(target) ?? '', ts.ScriptTarget.ESNext, true);
                return typeScope(sibling, target, sources, open)(imported.name) ?? stranger;
            }
        }
        return null;
    };
}

function importOf(statement: ts.Statement, name: string): {from: string; name: string} | null {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) {
        return null;
    }
    const bindings = statement.importClause?.namedBindings;
    const found = bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements.find(one => one.name.text === name) : undefined;
    return found === undefined ? null : {from: statement.moduleSpecifier.text, name: (found.propertyName ?? found.name).text};
}
