/**
 * A message of the tool, as data: what is wrong, where, and what to do about it.
 *
 * The functions that make them stand beside this file, one a message, grouped by the phase that finds them. Nothing else in
 * build/ holds a sentence for people.
 */
export type Diagnostic = {
    /** Kebab-case, stable: people search for it. */
    readonly code: string;
    /** Path relative to the project, or null where the command line itself is wrong. */
    readonly file: string | null;
    /** From 1; null where the whole file is meant. */
    readonly line: number | null;
    /** What is wrong, and what to write or do instead. */
    readonly message: string;
};

/** Where a diagnostic points: the part that every message function takes first. */
export type Place = Pick<Diagnostic, 'file' | 'line'>;

/** As a person reads it: the place and the code on one line, the message indented below. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
    const place = [diagnostic.file, diagnostic.line].filter(part => part !== null).join(':');
    return `${place === '' ? '' : `${place}  `}${diagnostic.code}\n    ${diagnostic.message}`;
}
