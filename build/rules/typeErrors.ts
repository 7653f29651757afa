import {relative} from 'node:path';
import ts from '../typescript.js';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {ruleTypeError} from '../diagnostics/rules.ts';

/** The compiler's own problems, and those of the checker on lines that have none yet: one line, one answer. */
export function typeErrors(program: ts.Program, refused: readonly Diagnostic[], root: string): Diagnostic[] {
    const taken = new Set(refused.map(problem => `${problem.file}:${problem.line}`));
    const found = [...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()].map(error => asDiagnostic(error, root));
    const fresh = found.filter(problem => !taken.has(`${problem.file}:${problem.line}`));
    const order = (problem: Diagnostic) => `${problem.file}:${String(problem.line).padStart(6, '0')}`;
    return [...refused, ...fresh].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}

function asDiagnostic(error: ts.Diagnostic, root: string): Diagnostic {
    const {file} = error;
    const place =
        file === undefined
            ? {file: null, line: null}
            : {file: relative(root, file.fileName), line: file.getLineAndCharacterOfPosition(error.start ?? 0).line + 1};
    return ruleTypeError(place, ts.flattenDiagnosticMessageText(error.messageText, ' '));
}
