import {blankSourceFile} from 'ts-blank-space';
import ts from '../typescript.js';
import {bringsOnlyTypes, isOnlyTypes} from './syntax.ts';

/** A module as TypeScript reads it, and the same text with blanks where its types were: every token stands where it stood. */
export type Blanked = {
    readonly file: ts.SourceFile;
    readonly text: string;
    /** What is written like a type, but runs or holds the expression around it together. */
    readonly running: readonly ts.Node[];
};

export function blanked(path: string, source: string): Blanked {
    const file = parse(path, source);
    const passing = file.statements.filter(vanishes);
    // `import {type A}` is left as `import {}`, which would fetch a module that nobody needs or that is not there.
    const running: ts.Node[] = [];
    const text = blankSourceFile(passing.length === 0 ? file : parse(path, withoutStatements(source, passing)), node => running.push(node));
    return {file, text, running};
}

/** The source as tsc is asked for it: without the imports that nothing is left of. */
export const withoutTypeImports = (file: ts.SourceFile): string => withoutStatements(file.text, file.statements.filter(vanishes));

const parse = (path: string, text: string): ts.SourceFile => ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);

const vanishes = (statement: ts.Statement): boolean =>
    ts.isImportDeclaration(statement) ? bringsOnlyTypes(statement) : ts.isExportDeclaration(statement) && isOnlyTypes(statement);

/** A semicolon stays, since the statement before it may have none. */
function withoutStatements(source: string, statements: readonly ts.Statement[]): string {
    return statements.reduce((text, {end}, index) => {
        const start = statements[index]?.getStart() ?? end;
        return `${text.slice(0, start)};${text.slice(start + 1, end).replace(/[^\n]/g, ' ')}${text.slice(end)}`;
    }, source);
}

/** Lines end in one way for every language that reads them; in a template, too, JavaScript knows no other. */
export const unixLines = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
