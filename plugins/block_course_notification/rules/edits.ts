/** What becomes of a field that two people may have changed. */
export type Outcome = 'same' | 'mine' | 'theirs' | 'conflict';

/** What to do with a field: what it held when the form was opened, what is asked for now, and what is kept by now. */
export function outcomeOf(was: string, mine: string, theirs: string): Outcome {
    if (mine === theirs) {
        return 'same';
    }
    if (theirs === was) {
        return 'mine';
    }
    return mine === was ? 'theirs' : 'conflict';
}
