/** A piece of the source that is replaced. */
export type Edit = {readonly start: number; readonly end: number; readonly text: string};

/** The text with its edits made. An edit that begins inside another one is void; of two at one place the first counts, after what is only put in. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
    const pieces: string[] = [];
    let position = 0;
    for (const edit of edits.toSorted((a, b) => a.start - b.start || Number(isReplaced(a)) - Number(isReplaced(b)))) {
        if (edit.start < position) {
            continue;
        }
        pieces.push(text.slice(position, edit.start), edit.text);
        position = edit.end;
    }
    pieces.push(text.slice(position));
    return pieces.join('');
}

const isReplaced = ({start, end}: Edit): boolean => end > start;
