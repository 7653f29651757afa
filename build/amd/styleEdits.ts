import ts from '../typescript.js';
import type {Blanked} from './blanked.ts';
import type {Edit} from './edits.ts';
import {typeBrackets} from './typeBrackets.ts';

/**
 * Where Moodle's style for JavaScript differs from TypeScript's: no blank after `async`, record keys with underscores
 * or reserved words in quotes, members by their dot where they can. And brackets that held a type have done their work.
 */
export function styleEdits({file, text}: Blanked): Edit[] {
    const edits: Edit[] = [];
    const visit = (node: ts.Node): void => {
        edits.push(...blankAfterAsync(node, text), ...quotedKey(node, file), ...dottedMember(node), ...typeBrackets(node, text));
        ts.forEachChild(node, visit);
    };
    visit(file);
    return edits;
}

function blankAfterAsync(node: ts.Node, text: string): Edit[] {
    const async = ts.isArrowFunction(node) ? node.modifiers?.find(({kind}) => kind === ts.SyntaxKind.AsyncKeyword) : undefined;
    const blanks = async === undefined ? '' : /^\s*(?=\()/.exec(text.slice(async.end))?.[0] ?? '';
    return async === undefined || blanks === '' ? [] : [{start: async.end, end: async.end + blanks.length, text: ''}];
}

function quotedKey(node: ts.Node, file: ts.SourceFile): Edit[] {
    const key = ts.isPropertyAssignment(node) ? node.name : ts.isBindingElement(node) ? node.propertyName : undefined;
    return key !== undefined && (ts.isNumericLiteral(key) || (ts.isIdentifier(key) && needsQuotes(key.text)))
        ? [{start: key.getStart(file), end: key.end, text: `'${key.text}'`}]
        : [];
}

function dottedMember(node: ts.Node): Edit[] {
    if (!ts.isElementAccessExpression(node) || !ts.isStringLiteral(node.argumentExpression) || ts.isNumericLiteral(node.expression)) {
        return [];
    }
    const name = node.argumentExpression.text;
    const dot = node.questionDotToken === undefined ? '.' : '?.';
    return /^[a-z_$][\w$]*$/i.test(name) ? [{start: node.expression.end, end: node.end, text: dot + name}] : [];
}

/** The words that ECMAScript 3 kept for itself, which Moodle's rule for keys still counts. */
const RESERVED = new Set((
    'abstract boolean break byte case catch char class const continue debugger default delete do double else enum export extends false ' +
    'final finally float for function goto if implements import in instanceof int interface long native new null package private ' +
    'protected public return short static super switch synchronized this throw throws transient true try typeof var void volatile while with'
).split(' '));

const needsQuotes = (key: string): boolean => RESERVED.has(key) || /[a-z0-9]_[a-z0-9]/i.test(key);

