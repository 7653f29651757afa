import ts from '../typescript.js';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {manifestSyntax} from '../diagnostics/manifest.ts';

/** Where the sources of a manifest, by project-relative path, are no TypeScript: the first place of each file. */
export function syntaxErrors(sources: ReadonlyMap<string, string>): readonly Diagnostic[] {
    return [...sources].flatMap(([file, text]) => {
        const [first] = ts.transpileModule(text, {fileName: file, reportDiagnostics: true, compilerOptions: {target: ts.ScriptTarget.ESNext}}).diagnostics ?? [];
        if (first?.file === undefined || first.start === undefined) {
            return [];
        }
        const line = first.file.getLineAndCharacterOfPosition(first.start).line + 1;
        return [manifestSyntax({file, line}, ts.flattenDiagnosticMessageText(first.messageText, ' ').replace(/\.$/, ''))];
    });
}
