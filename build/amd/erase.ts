import {blanked, unixLines} from './blanked.ts';
import ts from '../typescript.js';
import {amdFileName, assertionHolds, changesMeaning, defaultWithNamed, notErasable} from '../diagnostics/amd.ts';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {compiled} from './compiled.ts';
import {docEdits} from './docEdits.ts';
import {typeScope} from './docType.ts';
import {fileHeader, leadingNote} from './fileHeader.ts';
import {importEdits} from './importEdits.ts';
import {modulePath} from './moduleName.ts';
import {differingStatement} from './sameProgram.ts';
import {has, holdsOnlyTypes, isExported, isOnlyTypes, leavesNothing, placeOf} from './syntax.ts';
import {withoutTypes} from './withoutTypes.ts';

export type TypedModule = {
    readonly component: string;
    /** Plugin-relative: amd/forecast_chart.ts or rules/endSignals.ts. */
    readonly path: string;
    readonly text: string;
};
export type ErasedModule = {
    /** Plugin-relative: amd/src/forecast_chart.js. */
    readonly path: string;
    /** Null for a module of types only, which becomes no file. */
    readonly text: string | null;
    readonly problems: readonly Diagnostic[];
};

/**
 * A TypeScript module as the JavaScript that a Moodle developer would have written: types are in the comments, imports go by the
 * names of Moodle's loader. What comes out is held against tsc's own output, and refused where it would do anything else.
 *
 * With the plugin's other sources at hand, types imported from them are named in the comments too and imports are checked.
 */
export function erase({component, path, text: written}: TypedModule, sources: ReadonlyMap<string, string> = new Map()): ErasedModule {
    const module = modulePath(path) ?? path;
    const shown = `plugins/${component}/${path}`;
    const text = unixLines(written);
    const made = {path: `amd/src/${module}.js`, text: null};
    const before = blanked(path, text);
    const {file, running} = before;
    const tsc = compiled(file, shown);
    if ('problem' in tsc) {
        return {...made, problems: [tsc.problem]};
    }
    const imports = importEdits(file, {component, path, sources});
    const docs = docEdits(file, typeScope(file, path, sources), shown);
    const problems = [
        ...running.map(node => notErased(node, shown)),
        ...nameProblems(module, shown),
        ...exportProblems(file, shown),
        ...imports.problems,
        ...docs.problems,
    ];
    if (problems.length > 0 || holdsOnlyTypes(file)) {
        return {...made, problems};
    }
    const note = leadingNote(text);
    const body = withoutTypes(before, note.end, [...imports.edits, ...docs.edits]);
    const differing = differingStatement(tsc.output, body, imports.names);
    return differing === null
        ? {...made, text: `${fileHeader(`${component}/${module}`, path, note.about)}\n${body}\n`, problems: []}
        : {...made, problems: [changesMeaning(placeOf(statementOf(file, differing), shown))]};
}

function notErased(node: ts.Node, path: string): Diagnostic {
    const whole = ts.isModifier(node) ? node.parent : node;
    const code = firstLine(whole.getText());
    return ts.isAsExpression(whole) || ts.isSatisfiesExpression(whole)
        ? assertionHolds(placeOf(whole, path), code)
        : notErasable(placeOf(whole, path), code);
}

const firstLine = (code: string): string => code.split('\n')[0] ?? code;

/** The statement that has this place among those that run. */
const statementOf = (file: ts.SourceFile, index: number): ts.Node =>
    file.statements.filter(statement => !leavesNothing(statement))[index] ?? file.endOfFileToken;

function nameProblems(module: string, path: string): Diagnostic[] {
    return /^[a-z][a-z0-9_]*(\/[a-z][a-z0-9_]*)*$/.test(module) ? [] : [amdFileName({file: path, line: null}, module)];
}

function exportProblems(file: ts.SourceFile, path: string): Diagnostic[] {
    const isDefault = (one: ts.Statement): boolean =>
        ts.isExportAssignment(one) || has(one, ts.SyntaxKind.DefaultKeyword);
    const defaulted = file.statements.find(isDefault);
    const named = file.statements.filter(one => !isDefault(one) && !isOnlyTypes(one) && (isExported(one) || ts.isExportDeclaration(one)));
    return defaulted !== undefined && named.length > 0
        ? [defaultWithNamed(placeOf(defaulted, path), named.flatMap(exportedNames))]
        : [];
}

function exportedNames(statement: ts.Statement): string[] {
    if (ts.isVariableStatement(statement)) {
        return statement.declarationList.declarations.map(one => one.name.getText());
    }
    if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name !== undefined) {
        return [statement.name.text];
    }
    return [firstLine(statement.getText())];
}
