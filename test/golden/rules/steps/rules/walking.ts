/** Statements: branches, loops, lists that are filled. */

export type Kind = 'mail' | 'popup' | 'none';

export type Entry = {readonly kind: Kind; readonly weight: number};

/** What one entry costs; nothing falls through. */
export function cost(entry: Entry): number {
    switch (entry.kind) {
        case 'mail':
            return entry.weight * 10;
        case 'popup':
            return entry.weight;
        case 'none':
            return 0;
    }
}

/** A word for a number of days. */
export function dayWord(days: number): string {
    switch (days) {
        case 0:
            return 'today';
        case -1:
        case 1:
            return 'next to today';
        default:
            return 'another day';
    }
}

/** The costs up to the first entry of kind none; light mails are left out. */
export function costs(entries: readonly Entry[], least: number): number[] {
    const found: number[] = [];
    for (const entry of entries) {
        // the switch counts as a loop for PHP
        switch (entry.kind) {
            case 'mail':
                if (entry.weight < least) {
                    continue;
                }
                break;
            case 'none':
                return found;
            default:
                break;
        }
        found.push(cost(entry));
    }
    return found;
}

/** How many entries come before the sum of weights passes `limit`. */
export function fitting(entries: readonly Entry[], limit: number): number {
    let sum = 0;
    let count = 0;
    for (const {weight} of entries) {
        sum += weight;
        if (sum > limit) {
            break;
        }
        count++;
    }
    return count;
}

/** A letter for a size. */
export function size(value: number): string {
    if (value < 0) {
        return '-'; // Less than nothing.
    } else if (value < 10) {
        return 's';
    } else if (value < 100 && value !== 50) {
        return 'm';
    } else {
        return 'l';
    }
}

/** Each text once, in the order of its first place. */
export function withoutRepeats(texts: readonly string[]): string[] {
    const kept: string[] = [];
    for (const text of texts) {
        if (!kept.includes(text)) {
            kept.push(text);
        }
    }
    return kept;
}

/** The positions where a list goes down. */
export function falls(values: readonly number[]): number[] {
    const places: number[] = [];
    for (const [index, value] of values.entries()) {
        if (index > 0 && value < (values[index - 1] ?? 0)) {
            places.push(index);
        }
    }
    return places;
}

/** All pairs of different values, each once. */
export function pairs(values: readonly number[]): (readonly [number, number])[] {
    const found: (readonly [number, number])[] = [];
    for (const left of values) {
        for (const right of values) {
            if (left >= right) {
                continue;
            }
            found.push([left, right]);
        }
    }
    return found;
}

/** The longer way to say a and b or c. */
export function anyOf(a: boolean, b: boolean, c: boolean): boolean {
    return (a && b) || (!a && c) || (a !== b && !(b || c));
}

/** One of four, by two questions. */
export function quarter(first: boolean, second: boolean): number {
    return first ? (second ? 1 : 2) : second ? 3 : 4;
}
