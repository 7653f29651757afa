/** The known name that somebody who wrote `name` most likely meant, or null where none is near. */
export function nearest(name: string, known: Iterable<string>): string | null {
    let best: string | null = null;
    let least = Math.max(2, Math.floor(name.length / 3)) + 1;
    for (const candidate of known) {
        const away = distance(name.toLowerCase(), candidate.toLowerCase());
        if (away < least) {
            best = candidate;
            least = away;
        }
    }
    return best;
}

/** Edits between two words, counting two neighbours that changed places as one. */
export function distance(a: string, b: string): number {
    let before: number[] = [];
    let last = Array.from({length: b.length + 1}, (_, column) => column);
    for (let row = 1; row <= a.length; row++) {
        const next = [row];
        for (let column = 1; column <= b.length; column++) {
            const cost = a[row - 1] === b[column - 1] ? 0 : 1;
            const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
            next[column] = Math.min(
                at(last, column) + 1,
                at(next, column - 1) + 1,
                at(last, column - 1) + cost,
                swapped ? at(before, column - 2) + 1 : Infinity,
            );
        }
        before = last;
        last = next;
    }
    return at(last, b.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Infinity;
