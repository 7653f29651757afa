import ts from '../typescript.js';
import type {ModuleContext} from './moduleContext.ts';
import {moduleName} from './ruleProgram.ts';

/**
 * Modules that import each other's values. PHP reads a constant when it is asked for it, JavaScript when its module is loaded, and
 * in a circle one of them is loaded before what it reads is there.
 */
export function refuseImportCycles(contexts: readonly ModuleContext[]): void {
    const imports = new Map(contexts.map(context => [moduleName(context.source.fileName), valueImports(context.source)]));
    for (const context of contexts) {
        const own = moduleName(context.source.fileName);
        for (const [name, node] of imports.get(own) ?? []) {
            if (leadsTo(imports, name, own)) {
                context.refuseSyntax(node, 'import-cycle');
            }
        }
    }
}

type Imports = ReadonlyMap<string, ts.ImportDeclaration>;

/** The modules that are there at run time, by name. */
function valueImports(source: ts.SourceFile): Imports {
    const found = source.statements.filter(ts.isImportDeclaration).filter(isOfValues);
    return new Map(found.map(node => [moduleName((node.moduleSpecifier as ts.StringLiteral).text), node]));
}

function isOfValues({importClause: clause}: ts.ImportDeclaration): boolean {
    const names = clause?.namedBindings;
    return clause?.phaseModifier !== ts.SyntaxKind.TypeKeyword && (names === undefined || !ts.isNamedImports(names) || names.elements.some(name => !name.isTypeOnly));
}

function leadsTo(imports: ReadonlyMap<string, Imports>, from: string, to: string, seen = new Set<string>()): boolean {
    if (from === to) {
        return true;
    }
    seen.add(from);
    return [...(imports.get(from)?.keys() ?? [])].some(next => !seen.has(next) && leadsTo(imports, next, to, seen));
}
