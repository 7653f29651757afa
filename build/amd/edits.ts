import {GAP} from './typeHoles.ts';

/** A piece of the source that is replaced. */
export type Edit = {readonly start: number; readonly end: number; readonly text: string};

/** The source with its edits made, and without the blanks that its types leave. An edit inside another one is void. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
    const pieces: string[] = [];
    let position = 0;
    for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
        if (edit.start < position) {
            continue;
        }
        pieces.push(source.slice(position, edit.start), edit.text);
        position = edit.end;
    }
    pieces.push(source.slice(position));
    return closeGaps(pieces.join(''));
}

function closeGaps(text: string): string {
    return text
        .replace(/\0(?:[\s\0]*\0)?/g, GAP)
        .replace(/^[ \t]*\0[ \t]*\n/gm, '')
        .replace(/(^[ \t]*|[([{])\0[ \t]+/gm, '$1')
        .replace(/[ \t]+\0(?=[ \t]|[;,)\]}.]|$)/gm, '')
        .replaceAll(GAP, '');
}
