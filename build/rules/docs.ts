import ts from '../typescript.js';
import type {Layout} from './layout.ts';
import type {ModuleContext} from './moduleContext.ts';
import {variableName} from './phpNames.ts';

/** What is written above a function, constant or module, taken apart. */
export type Doc = {
    readonly lines: readonly string[];
    readonly parameters: ReadonlyMap<string, string>;
    readonly returns: string;
};

export function docOf(node: ts.Node): Doc {
    const found = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1);
    const tags = found?.tags ?? ([] as readonly ts.JSDocTag[]);
    const returns = tags.find(ts.isJSDocReturnTag);
    return {
        lines: textLines(ts.getTextOfJSDocComment(found?.comment) ?? ''),
        parameters: new Map(tags.filter(ts.isJSDocParameterTag).map(tag => [tag.name.getText(), oneLine(tag.comment)])),
        returns: returns === undefined ? '' : oneLine(returns.comment),
    };
}

function oneLine(comment: string | ts.NodeArray<ts.JSDocComment> | undefined): string {
    return textLines(ts.getTextOfJSDocComment(comment) ?? '').join(' ').replace(/^- /, '');
}

/** Wherever one of both languages ends a line. */
const LINE_END = /\r\n?|[\n\u2028\u2029]/;

function textLines(text: string): readonly string[] {
    return text.trim() === '' ? [] : text.trim().split(LINE_END).map(line => line.trim());
}

/** The comment that opens a file and stands for the whole of it: one that another comment, an import or an empty line follows. */
export function moduleDoc(source: ts.SourceFile): readonly string[] {
    const [first] = source.statements;
    const ranges = ts.getLeadingCommentRanges(source.text, 0) ?? [];
    const [opening] = ranges;
    if (opening === undefined || opening.kind !== ts.SyntaxKind.MultiLineCommentTrivia) {
        return [];
    }
    const stands = ranges.length > 1 || (first !== undefined && ts.isImportDeclaration(first)) || /^\s*\n\s*\n/.test(source.text.slice(opening.end));
    return stands ? commentLines(source.text.slice(opening.pos, opening.end)) : [];
}

function commentLines(comment: string): readonly string[] {
    return textLines(comment.replace(/^\/\*+|\*+\/$/g, '').replace(/^[ \t]*\* ?/gm, ''));
}

/** `name` in backticks is `$name` in PHP where it is a parameter. */
export function withVariables(text: string, parameters: readonly string[]): string {
    return text.replace(/`([A-Za-z]\w*)((?:\.\w+)*)`/g, (whole, name: string, rest: string) =>
        parameters.includes(name) ? `$${variableName(name)}${rest.replace(/\.(\w+)/g, "['$1']")}` : whole,
    );
}

/** The comments above a statement and behind it, as Moodle writes them: `// A sentence.` */
export function comments(context: ModuleContext, node: ts.Node): Layout[] {
    const {text} = context.source;
    const above = ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [];
    const behind = ts.getTrailingCommentRanges(text, node.getEnd()) ?? [];
    const lines = [...above, ...behind].flatMap(range => {
        const comment = text.slice(range.pos, range.end);
        return range.kind === ts.SyntaxKind.SingleLineCommentTrivia ? [comment.slice(2).trim()] : commentLines(comment);
    });
    // Even in a comment `?>` ends PHP.
    return sentence(lines.filter(line => line !== '')).map(line => `// ${line.replaceAll('?>', '? >')}`);
}

function sentence(lines: readonly string[]): readonly string[] {
    return lines.map((line, index) => {
        const opened = index === 0 ? line.charAt(0).toUpperCase() + line.slice(1) : line;
        return index === lines.length - 1 && !/[.!?]$/.test(opened) ? `${opened}.` : opened;
    });
}
