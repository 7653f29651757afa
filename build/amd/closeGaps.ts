import ts from '../typescript.js';
import type {Edit} from './edits.ts';

/**
 * What to do with the blanks that types leave in the middle of code. `blank` is `source` with its types blanked, and the edits are
 * edits of it. White space that was there before is touched only where it meets such a blank.
 */
export function closeGaps(source: string, blank: string): Edit[] {
    const edits: Edit[] = [];
    for (let at = 0; at < blank.length; at++) {
        if (blank[at] === source[at] || !isGone(blank, source, at)) {
            continue;
        }
        let end = at + 1;
        let next = end;
        for (; next < blank.length && (isSpace(blank[next]) || isGone(blank, source, next)); next++) {
            end = blank[next] === source[next] ? end : next + 1;
        }
        edits.push(closed(blank, at, end, next));
        at = next - 1;
    }
    return edits;
}

const isSpace = (char: string | undefined): boolean => char !== undefined && /\s/.test(char);

/** A type was here; or a semicolon is now, for a next line that goes very well without. */
function isGone(blank: string, source: string, at: number): boolean {
    if (blank[at] === source[at]) {
        return false;
    }
    return isSpace(blank[at]) || (blank[at] === ';' && !keepsLinesApart(blank, at));
}

function keepsLinesApart(blank: string, semicolon: number): boolean {
    const before = blank.slice(0, semicolon).trimEnd().at(-1) ?? ';';
    const scanner = ts.createScanner(ts.ScriptTarget.ESNext, true, ts.LanguageVariant.Standard, blank);
    scanner.resetTokenState(semicolon + 1);
    scanner.scan();
    return !';{'.includes(before) && continues(scanner.getTokenText());
}

/** Whether a line that begins so would be read as the end of the one before it. */
export const continues = (start: string): boolean => /^(?:[([`+\-/*.,?<>=&|^%!~]|in\b|instanceof\b)/.test(start);

/** The gap from `start` to `end`, with white space up to `next`. */
function closed(blank: string, start: number, end: number, next: number): Edit {
    const before = /\s*$/.exec(blank.slice(0, start))?.[0] ?? '';
    const after = blank.slice(end, next);
    const opensLine = before.includes('\n') || start === before.length;
    const closesLine = after.includes('\n') || next === blank.length;
    if (opensLine && closesLine) {
        return {start: start - (before.length - before.lastIndexOf('\n') - 1), end: end + after.indexOf('\n') + 1, text: ''};
    }
    if (opensLine) {
        return {start, end: next, text: ''};
    }
    if (closesLine) {
        return {start: start - before.length, end: end + Math.max(after.indexOf('\n'), 0), text: ''};
    }
    return {start: start - before.length, end: next, text: inLine(blank[start - before.length - 1] ?? '', before, after, blank[next] ?? '')};
}

/** The white space that stays between two characters of a line. */
function inLine(left: string, before: string, after: string, right: string): string {
    if ('([{'.includes(left)) {
        return before;
    }
    if (';,)]}.'.includes(right)) {
        return after !== '' || (/\d/.test(left) && right === '.') ? ' ' : '';
    }
    return before + after !== '' || (isWord(left) && isWord(right)) ? ' ' : '';
}

export const isWord = (char: string): boolean => /[\w$\u0080-\uffff]/.test(char);
