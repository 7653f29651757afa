import ts from '../typescript.js';
import {continues} from './closeGaps.ts';
import type {Edit} from './edits.ts';
import {bringsOnlyTypes, has, isOnlyTypes} from './syntax.ts';

/** Statements and class members that are types only, with the comment above them and the line that they stood on. */
export function goneStatements(file: ts.SourceFile, from: number): Edit[] {
    const edits: Edit[] = [];
    const visit = (node: ts.Node): void => {
        for (const list of listsOf(node)) {
            edits.push(...list.filter(isGone).map(one => goneEdit(one, list, from)));
        }
        ts.forEachChild(node, visit);
    };
    visit(file);
    return edits;
}

function listsOf(node: ts.Node): ts.NodeArray<ts.Node>[] {
    if (ts.isSourceFile(node) || ts.isBlock(node) || ts.isCaseOrDefaultClause(node)) {
        return [node.statements];
    }
    return ts.isClassLike(node) ? [node.members] : [];
}

function isGone(node: ts.Node): boolean {
    if (ts.isClassElement(node)) {
        const isBodiless = (ts.isMethodDeclaration(node) || ts.isConstructorDeclaration(node) || ts.isAccessor(node)) && node.body === undefined;
        const isUnborn = has(node, ts.SyntaxKind.DeclareKeyword) || has(node, ts.SyntaxKind.AbstractKeyword);
        return isBodiless || isUnborn || ts.isIndexSignatureDeclaration(node);
    }
    return (ts.isStatement(node) && isOnlyTypes(node))
        || (ts.isImportDeclaration(node) && bringsOnlyTypes(node))
        || (ts.isFunctionDeclaration(node) && node.body === undefined);
}

function goneEdit(node: ts.Node, list: ts.NodeArray<ts.Node>, from: number): Edit {
    if (keepsOthersApart(node, list)) {
        return {start: node.getStart(), end: node.end, text: ';'};
    }
    const {text} = node.getSourceFile();
    const rest = /^[ \t]*(?:\/\/[^\n]*)?(?:\n\s*?(?=[^\S\n]*\S))?/.exec(text.slice(node.end))?.[0] ?? '';
    const start = Math.max(startOf(node, text), from);
    const opensLine = start === from || text[start - 1] === '\n';
    return {start, end: opensLine && rest.includes('\n') ? node.end + rest.length : node.end, text: ''};
}

/** Where its line begins, or that of the comment right above it; an import's comment is about more than the import. */
function startOf(node: ts.Node, text: string): number {
    const comments = ts.isImportDeclaration(node) ? [] : ts.getLeadingCommentRanges(text, node.pos) ?? [];
    let start = node.getStart();
    for (const comment of comments.toReversed()) {
        if (/\n\s*\n/.test(text.slice(comment.end, start))) {
            break;
        }
        start = comment.pos;
    }
    const indent = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
    return text[start - indent - 1] === '\n' ? start - indent : start;
}

function keepsOthersApart(node: ts.Node, list: ts.NodeArray<ts.Node>): boolean {
    const index = list.indexOf(node);
    const before = list.slice(0, index).findLast(one => !isGone(one));
    const after = list.slice(index + 1).find(one => !isGone(one));
    return before !== undefined && after !== undefined && !before.getText().endsWith(';') && continues(after.getText());
}
