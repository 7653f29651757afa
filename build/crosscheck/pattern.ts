/** A text that is known in parts: `'signal:' . $name` is `['signal:', null]`. */
export type Pattern = readonly (string | null)[];

export const UNKNOWN: Pattern = [null];

export const exact = (text: string): Pattern => [text];

/** Two patterns one after the other, neighbours of one sort melted into one. */
export function joined(left: Pattern, right: Pattern): Pattern {
    return [...left, ...right].reduce<Pattern>((done, part) => {
        const last = done.at(-1);
        if (done.length > 0 && typeof last === 'string' && typeof part === 'string') {
            return [...done.slice(0, -1), last + part];
        }
        return done.length > 0 && last === null && part === null ? done : [...done, part];
    }, []);
}

/** The text itself where all of it is known, or null. */
export function textOf(pattern: Pattern): string | null {
    return pattern.every(part => part !== null) ? pattern.join('') : null;
}

/** Something of it is known: enough to be held against a list of names. */
export function isTelling(pattern: Pattern): boolean {
    return pattern.some(part => part !== null && part !== '');
}

/** How a person reads it: `'signal:…'`. */
export const shown = (pattern: Pattern): string => `'${pattern.map(part => part ?? '…').join('')}'`;

export function matches(pattern: Pattern, name: string): boolean {
    const text = textOf(pattern);
    return text === null ? expression(pattern).test(name) : text === name;
}

function expression(pattern: Pattern): RegExp {
    return new RegExp(`^${pattern.map(part => (part === null ? '.*' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))).join('')}$`, 's');
}
