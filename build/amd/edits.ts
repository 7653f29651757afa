/** A piece of the source that is replaced; what is between the pieces only loses its types. */
export type Edit = {readonly start: number; readonly end: number; readonly text: string};

/** Stands where a type was. No source holds it. */
const GAP = '\0';

/**
 * The source without its types, and without the holes they leave.
 *
 * `blanked` is as long as `source` and holds blanks where types were.
 */
export function applyEdits(source: string, blanked: string, edits: readonly Edit[]): string {
    const pieces: string[] = [];
    let position = 0;
    for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
        pieces.push(withGaps(source, blanked, position, edit.start), edit.text);
        position = Math.max(position, edit.end);
    }
    pieces.push(withGaps(source, blanked, position, source.length));
    return closeGaps(pieces.join(''));
}

function withGaps(source: string, blanked: string, start: number, end: number): string {
    let text = '';
    for (let at = start; at < end; at++) {
        text += source[at] !== blanked[at] && blanked[at] === ' ' ? GAP : blanked[at];
    }
    return text;
}

function closeGaps(text: string): string {
    return text
        .replace(/\0(?:[\s\0]*\0)?/g, GAP)
        .replace(/^[ \t]*\0[ \t]*\n/gm, '')
        .replace(/(^[ \t]*|[([{])\0[ \t]+/gm, '$1')
        .replace(/[ \t]+\0(?=[ \t]|[;,)\]}.]|$)/gm, '')
        .replaceAll(GAP, '');
}
