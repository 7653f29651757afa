import ts from '../typescript.js';
import {doesNotParse} from '../diagnostics/amd.ts';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {withoutTypeImports} from './blanked.ts';

const OPTIONS = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleDetection: ts.ModuleDetectionKind.Force,
    verbatimModuleSyntax: true,
    removeComments: true,
};

/** What tsc makes of a module: the measure of everything else. */
export function compiled(file: ts.SourceFile, path: string): {readonly output: string} | {readonly problem: Diagnostic} {
    const {outputText, diagnostics = []} = ts.transpileModule(withoutTypeImports(file), {
        fileName: file.fileName,
        reportDiagnostics: true,
        compilerOptions: OPTIONS,
    });
    // What follows the first is mostly its echo.
    const [first] = diagnostics;
    if (first === undefined) {
        return {output: outputText};
    }
    const line = file.getLineAndCharacterOfPosition(first.start ?? 0).line + 1;
    return {problem: doesNotParse({file: path, line}, ts.flattenDiagnosticMessageText(first.messageText, ' '))};
}
