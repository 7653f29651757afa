import type {Diagnostic, Place} from './diagnostic.ts';

/** What the build says of a manifest and of files that are in each other's way. */

export const manifestThrows = (place: Place, reason: string): Diagnostic => ({
    code: 'broken-manifest', ...place, message: `The manifest does not load: ${reason}`,
});

export const handWrittenClash = (place: Place, path: string, other: string): Diagnostic => ({
    code: 'file-made-twice', ...place,
    message: `${path} is made from ${other} already. Delete the hand-written file, or give it another name.`,
});

export const generatedClash = (place: Place, path: string, other: string): Diagnostic => ({
    code: 'file-made-twice', ...place,
    message: `${path} is made from ${other} as well. Rename one of the two things that it is made for.`,
});

export const doesNotFormat = (place: Place, path: string, reason: string): Diagnostic => ({
    code: 'generated-php-broken', ...place,
    message: `What was made of this for ${path} is no PHP: ${reason}. Look for a name or a method that PHP cannot take.`,
});

export const brokenSnapshot = (place: Place): Diagnostic => ({
    code: 'broken-snapshot', ...place,
    message: 'This is no snapshot of released tables: {"version": <the number in its name>, "tables": {<table>: {"fields", "keys", "indexes"}}}. '
        + 'Take it back from the history; snapshots are not edited by hand.',
});
