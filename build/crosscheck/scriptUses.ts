import ts from '../typescript.js';
import {exact, isTelling, joined, textOf, UNKNOWN, type Pattern} from './pattern.ts';
import type {Said, Use, UseKind} from './use.ts';

const STRING_ASKERS: ReadonlySet<string> = new Set(['getString', 'get_string', 'fetchString']);
const RENDERERS: ReadonlySet<string> = new Set(['render', 'renderForPromise', 'renderPix']);
const TEXTS: ReadonlySet<ts.SyntaxKind> = new Set([
    ts.SyntaxKind.StringLiteral, ts.SyntaxKind.NoSubstitutionTemplateLiteral, ts.SyntaxKind.TemplateExpression, ts.SyntaxKind.BinaryExpression,
]);

type Scope = {readonly path: string; readonly source: ts.SourceFile; readonly constants: ReadonlyMap<string, ts.Expression>; readonly component: string};

/** What a browser module or a rule asks for by name. */
export function scriptUses(path: string, text: string, component: string): Said {
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
    const scope: Scope = {path, source, constants: constantsOf(source), component};
    const uses: Use[] = [];
    const texts: Pattern[] = [];
    const visit = (node: ts.Node): void => {
        if (TEXTS.has(node.kind)) {
            texts.push(...textsOf(node as ts.Expression, scope).filter(isTelling));
        }
        uses.push(...usesOf(node, scope));
        ts.forEachChild(node, visit);
    };
    visit(source);
    return {uses, texts};
}

function constantsOf(source: ts.SourceFile): ReadonlyMap<string, ts.Expression> {
    const declared = source.statements.filter(ts.isVariableStatement).flatMap(statement => [...statement.declarationList.declarations]);
    return new Map(declared.flatMap(({name, initializer}) => (ts.isIdentifier(name) && initializer !== undefined ? [[name.text, initializer]] : [])));
}

function usesOf(node: ts.Node, scope: Scope): readonly Use[] {
    if (ts.isObjectLiteralExpression(node)) {
        return [...requestOf(node, scope), ...serviceOf(node, scope)];
    }
    if (!ts.isCallExpression(node)) {
        return [];
    }
    const name = calledName(node.expression);
    const [first, second] = node.arguments;
    if (STRING_ASKERS.has(name) && first !== undefined && isOurs(second, scope)) {
        return asks('string', first, name, scope);
    }
    if (RENDERERS.has(name) && first !== undefined) {
        return asks('template', first, name, scope);
    }
    if (name === 'call' && ts.isIdentifier(node.expression) && first !== undefined) {
        return asks('service', first, name, scope).map(use => ({...use, name: joined(exact(`${scope.component}_`), use.name)}));
    }
    return [];
}

/** `{key: 'a', component: 'ours'}`, as getStrings() takes it. */
function requestOf(node: ts.ObjectLiteralExpression, scope: Scope): readonly Use[] {
    const key = property(node, 'key');
    return key !== undefined && isOurs(property(node, 'component'), scope) ? asks('string', key, 'getStrings', scope) : [];
}

/** `{methodname: 'ours_x', args}`, as core/ajax takes it. */
function serviceOf(node: ts.ObjectLiteralExpression, scope: Scope): readonly Use[] {
    const method = property(node, 'methodname');
    return method === undefined ? [] : asks('service', method, 'methodname', scope);
}

function property(node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
    for (const member of node.properties) {
        if (ts.isPropertyAssignment(member) && member.name.getText() === name) {
            return member.initializer;
        }
        if (ts.isShorthandPropertyAssignment(member) && member.name.text === name) {
            return member.name;
        }
    }
    return undefined;
}

function asks(kind: UseKind, node: ts.Expression, by: string, scope: Scope): readonly Use[] {
    const line = scope.source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    return textsOf(node, scope).map(name => ({kind, name, by, place: {file: scope.path, line}}));
}

function isOurs(node: ts.Expression | undefined, scope: Scope): boolean {
    return node !== undefined && textsOf(node, scope).some(pattern => textOf(pattern) === scope.component);
}

function calledName(node: ts.Expression): string {
    return ts.isIdentifier(node) ? node.text : ts.isPropertyAccessExpression(node) ? node.name.text : '';
}

function textsOf(node: ts.Expression, scope: Scope): readonly Pattern[] {
    if (ts.isStringLiteralLike(node)) {
        return [exact(node.text)];
    }
    if (ts.isTemplateExpression(node)) {
        const parts = node.templateSpans.flatMap(span => [textsOf(span.expression, scope), [exact(span.literal.text)]]);
        return product([[exact(node.head.text)], ...parts]);
    }
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
        return product([textsOf(node.left, scope), textsOf(node.right, scope)]);
    }
    if (ts.isConditionalExpression(node)) {
        return [...textsOf(node.whenTrue, scope), ...textsOf(node.whenFalse, scope)];
    }
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) {
        return textsOf(node.expression, scope);
    }
    const constant = ts.isIdentifier(node) ? scope.constants.get(node.text) : undefined;
    return constant !== undefined && ts.isStringLiteralLike(constant) ? [exact(constant.text)] : [UNKNOWN];
}

function product(parts: readonly (readonly Pattern[])[]): readonly Pattern[] {
    return parts.reduce<readonly Pattern[]>((done, next) => done.flatMap(left => next.map(right => joined(left, right))), [[]]);
}
