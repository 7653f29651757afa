import type {Blanked} from './blanked.ts';
import {closeGaps} from './closeGaps.ts';
import {applyEdits, type Edit} from './edits.ts';
import {goneStatements} from './goneStatements.ts';
import {styleEdits} from './styleEdits.ts';

/** What is left of a module behind its head when its types are gone, in Moodle's style, with other changes made on the way. */
export function withoutTypes(module: Blanked, head: number, changes: readonly Edit[]): string {
    return applyEdits(module.text, [
        {start: 0, end: head, text: ''},
        ...goneStatements(module.file, head),
        ...changes,
        ...styleEdits(module),
        ...closeGaps(module.file.text, module.text),
    ]).trim();
}
