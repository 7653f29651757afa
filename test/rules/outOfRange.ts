import {readFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import ts from 'typescript';

/**
 * Whether a call leaves the whole numbers that JavaScript can tell apart. Rules promise the same answer as long as every
 * intermediate result is below 2^53: this runs the rule with each sum, difference and product watched.
 */
export async function rangeWatch(paths: readonly string[]): Promise<(path: string, name: string, given: readonly unknown[]) => boolean> {
    const modules = new Map<string, Record<string, (...given: readonly unknown[]) => unknown>>();
    const urls = new Map<string, string>();
    const load = (path: string): string => {
        const known = urls.get(path);
        if (known !== undefined) {
            return known;
        }
        const text = watched(path, specifier => load(new URL(specifier, pathToFileURL(path)).pathname));
        const url = `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`;
        urls.set(path, url);
        return url;
    };
    for (const path of paths) {
        modules.set(path, (await import(/* @vite-ignore */ load(path))) as Record<string, () => unknown>);
    }
    return (path, name, given) => {
        try {
            modules.get(path)?.[name]?.(...given);
            return false;
        } catch (error) {
            return error instanceof RangeError;
        }
    };
}

const WATCH = "const $watched = value => { if (typeof value === 'number' && !Number.isSafeInteger(value)) { throw new RangeError(String(value)); } return value; };";

const WATCHED = new Set([
    ts.SyntaxKind.PlusToken, ts.SyntaxKind.MinusToken, ts.SyntaxKind.AsteriskToken,
    ts.SyntaxKind.PlusEqualsToken, ts.SyntaxKind.MinusEqualsToken, ts.SyntaxKind.AsteriskEqualsToken,
]);

function watched(path: string, urlOf: (specifier: string) => string): string {
    const transformer: ts.TransformerFactory<ts.SourceFile> = context => file => {
        const {factory} = context;
        const visit = (node: ts.Node): ts.Node => {
            const inner = ts.visitEachChild(node, visit, context);
            if (ts.isImportDeclaration(inner)) {
                const url = urlOf((inner.moduleSpecifier as ts.StringLiteral).text);
                return factory.updateImportDeclaration(inner, inner.modifiers, inner.importClause, factory.createStringLiteral(url), undefined);
            }
            const counts = ts.isBinaryExpression(inner) && WATCHED.has(inner.operatorToken.kind);
            return counts ? factory.createCallExpression(factory.createIdentifier('$watched'), undefined, [inner]) : inner;
        };
        return ts.visitNode(file, visit) as ts.SourceFile;
    };
    const options = {target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true};
    const {outputText} = ts.transpileModule(readFileSync(path, 'utf8'), {compilerOptions: options, transformers: {before: [transformer]}});
    return `${WATCH}\n${outputText}`;
}
