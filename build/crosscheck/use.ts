import type {Place} from '../diagnostics/diagnostic.ts';
import type {Pattern} from './pattern.ts';

/** The sorts of name that a source file may ask for. */
export type UseKind = 'string' | 'capability' | 'config' | 'setconfig' | 'template' | 'module' | 'service' | 'message' | 'cache' | 'adminpage' | 'webservice';

/** A name that a source file asks for. */
export type Use = {
    readonly kind: UseKind;
    readonly name: Pattern;
    /** What asks, as a message names it: `get_string`. */
    readonly by: string;
    readonly place: Place;
};

/** What one file says, for all checks. */
export type Said = {
    readonly uses: readonly Use[];
    /** Every text in the file, known whole or in part: a name among them is not unused, whoever asks for it. */
    readonly texts: readonly Pattern[];
};
