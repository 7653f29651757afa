import ts from '../typescript.js';
import {importLeavesPlugin, packageImport, unknownCoreModule, unknownOwnModule, valueOfTypes} from '../diagnostics/amd.ts';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {coreModules} from './coreModules.ts';
import type {Edit} from './edits.ts';
import {importedPath, modulePath} from './moduleName.ts';
import {bringsOnlyTypes, holdsOnlyTypes, isOnlyTypes, placeOf} from './syntax.ts';

/** What is known of the plugin when one of its modules is read. */
export type Plugin = {
    readonly component: string;
    /** Plugin-relative path of the module that is read. */
    readonly path: string;
    /** The plugin's sources by plugin-relative path. */
    readonly sources: ReadonlyMap<string, string>;
};

type Changes = {
    readonly edits: Edit[];
    readonly problems: Diagnostic[];
    /** Names of Moodle's loader by the paths that the source has. */
    readonly names: Map<string, string>;
};

/** Imports by the names that Moodle's loader knows. */
export function importEdits(file: ts.SourceFile, plugin: Plugin): Changes {
    const changes: Changes = {edits: [], problems: [], names: new Map()};
    const rename = (specifier: ts.Expression): string => {
        if (!ts.isStringLiteralLike(specifier)) {
            return '';
        }
        const found = amdName(specifier, plugin);
        if (typeof found === 'string') {
            changes.names.set(specifier.text, found);
            changes.edits.push({start: specifier.getStart(), end: specifier.end, text: `'${found}'`});
            return found;
        }
        changes.problems.push(found);
        return specifier.text;
    };
    const visit = (node: ts.Node): void => {
        if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0] !== undefined) {
            rename(node.arguments[0]);
        }
        ts.forEachChild(node, visit);
    };
    for (const statement of file.statements) {
        if (ts.isImportDeclaration(statement)) {
            if (bringsOnlyTypes(statement)) {
                continue;
            }
            const name = rename(statement.moduleSpecifier);
            if (statement.importClause !== undefined) {
                const {importClause: clause} = statement;
                changes.edits.push({start: clause.getStart(), end: clause.end, text: clauseOf(keptParts(clause), name)});
            }
        } else if (ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined && !isOnlyTypes(statement)) {
            rename(statement.moduleSpecifier);
        } else {
            visit(statement);
        }
    }
    return changes;
}

type Kept = {readonly whole: readonly string[]; readonly named: readonly string[]};

/** What an import still brings where its types are gone. */
function keptParts({name, namedBindings: bindings}: ts.ImportClause): Kept {
    const whole = name === undefined ? [] : [name.text];
    if (bindings !== undefined && ts.isNamespaceImport(bindings)) {
        return {whole: [...whole, `* as ${bindings.name.text}`], named: []};
    }
    return {whole, named: (bindings?.elements ?? []).filter(one => !one.isTypeOnly).map(one => one.getText())};
}

const WIDTH = 132;

/** Everything between `import` and `from`, broken where the line would be too long. */
function clauseOf({whole, named}: Kept, from: string): string {
    const line = [...whole, ...named.length > 0 || whole.length === 0 ? [`{${named.join(', ')}}`] : []].join(', ');
    return `import ${line} from '${from}';`.length <= WIDTH
        ? line
        : [...whole, `{\n    ${named.join(',\n    ')},\n}`].join(', ');
}

function amdName(specifier: ts.StringLiteralLike, {component, path, sources}: Plugin): string | Diagnostic {
    const name = specifier.text;
    const place = placeOf(specifier, `plugins/${component}/${path}`);
    if (!name.startsWith('.')) {
        if (coreModules().has(name)) {
            return name;
        }
        const isMoodles = /^(core|jquery|(core|mod|block|local|tool|report|theme|qtype|format|filter|editor|tiny|atto)_\w+)(\/|$)/.test(name);
        return isMoodles ? unknownCoreModule(place, name) : packageImport(place, name);
    }
    const target = importedPath(path, name);
    const module = target === null ? null : modulePath(target);
    if (target === null || module === null) {
        return importLeavesPlugin(place, name);
    }
    const isThere = sources.size === 0 || target === 'client.ts' || sources.has(target);
    if (!isThere) {
        return unknownOwnModule(place, name);
    }
    return isModuleOfTypes(target, sources.get(target)) ? valueOfTypes(place, name) : `${component}/${module}`;
}

const isModuleOfTypes = (path: string, text: string | undefined): boolean =>
    text !== undefined && path.endsWith('.ts') && path !== 'client.ts' && holdsOnlyTypes(ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true));
