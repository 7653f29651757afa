import ts from '../typescript.js';
import {amdFileName, defaultWithNamed, doesNotParse, notErasable} from '../diagnostics/amd.ts';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {docEdits} from './docEdits.ts';
import {typeScope} from './docType.ts';
import {applyEdits, type Edit} from './edits.ts';
import {fileHeader, leadingNote} from './fileHeader.ts';
import {importEdits} from './importEdits.ts';
import {modulePath} from './moduleName.ts';
import {styleEdits} from './styleEdits.ts';
import {has, holdsOnlyTypes, isExported, isOnlyTypes, placeOf} from './syntax.ts';
import {typeHoles} from './typeHoles.ts';

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
 * names of Moodle's loader.
 *
 * With the plugin's other sources at hand, types imported from them are named in the comments too and imports are checked.
 */
export function erase({component, path, text}: TypedModule, sources: ReadonlyMap<string, string> = new Map()): ErasedModule {
    const module = modulePath(path) ?? path;
    const shown = `plugins/${component}/${path}`;
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
    const syntax = syntaxProblems(file, shown);
    if (syntax.length > 0) {
        return {path: `amd/src/${module}.js`, text: '', problems: syntax};
    }
    const {holes, running} = typeHoles(file);
    const imports = importEdits(file, {component, path, sources});
    const docs = docEdits(file, typeScope(file, path, sources), shown);
    const note = leadingNote(text);
    const edits = [
        {start: 0, end: note.end, text: ''},
        ...typeEdits(file, note.end),
        ...imports.edits.map(edit => ({...edit, start: Math.max(edit.start, note.end)})),
        ...docs.edits,
        ...styleEdits(file),
        ...holes,
    ];
    const body = applyEdits(text, edits).trim();
    return {
        path: `amd/src/${module}.js`,
        text: holdsOnlyTypes(file) ? null : `${fileHeader(`${component}/${module}`, path, note.about)}\n${body}\n`,
        problems: [
            ...running.map(node => notErasable(placeOf(node, shown), firstLine(node.getText(file)))),
            ...nameProblems(module, shown),
            ...exportProblems(file, shown),
            ...imports.problems,
            ...docs.problems,
        ],
    };
}

const firstLine = (code: string): string => code.split('\n')[0] ?? code;

function syntaxProblems(file: ts.SourceFile, path: string): Diagnostic[] {
    const {diagnostics = []} = ts.transpileModule(file.text, {
        fileName: path,
        reportDiagnostics: true,
        compilerOptions: {target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext},
    });
    // What follows the first is mostly its echo.
    return diagnostics.slice(0, 1).map(({start = 0, messageText}) => doesNotParse(
        {file: path, line: file.getLineAndCharacterOfPosition(start).line + 1},
        ts.flattenDiagnosticMessageText(messageText, ' '),
    ));
}

/** Types go with the comment above them. */
function typeEdits(file: ts.SourceFile, from: number): Edit[] {
    return file.statements.filter(isOnlyTypes).map(({end, pos}) => ({start: Math.max(pos, from), end, text: ''}));
}

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
