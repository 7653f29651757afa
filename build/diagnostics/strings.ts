import type {Diagnostic, Place} from './diagnostic.ts';

/** What is said of strings that nobody has written yet. */

export const unwrittenString = (place: Place, key: string): Diagnostic => ({
    ...place, code: 'unwritten-string', message: `'${key}' is only marked as missing. Write it before it leaves this machine in a zip or as a release.`,
});

export const noStrings = (file: string): Diagnostic => ({
    file, line: null, code: 'no-strings', message: 'Holds no `export const en = {…}` that strings could be added to. Write it so, as other plugins do.',
});

export const stringsAdded = (file: string, keys: readonly string[]): string =>
    `${file}  ${keys.length === 0 ? 'nothing is missing' : `${keys.length} to write: ${keys.join(', ')}`}`;

export const likelyMisspelt = (key: string, meant: string): string => `'${key}' is left out: it looks like a misspelt '${meant}'. Correct it, or add it by hand.`;
