import type {Diagnostic, Place} from '../../diagnostics/diagnostic.ts';

/** What is wrong at a path of the manifest; the line is looked up when it is told. `lang, fr, key` points into lang/fr.ts. */
export type Finding = {readonly path: readonly string[]; readonly say: (place: Place) => Diagnostic};
