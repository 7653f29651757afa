import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import type {Model} from '../manifest/model.ts';

export type BuiltFile = {
    readonly bytes: Uint8Array;
    /** Project-relative source that a person edits to change this file. */
    readonly from: string;
    /** What turns one into the other: an emitter's name, `copy`, `rules`, `amd`. */
    readonly by: string;
};

/** A whole plugin in memory: nothing is written before all of it is known to be right. */
export type BuiltPlugin = {
    readonly model: Model;
    readonly files: ReadonlyMap<string, BuiltFile>;
};

export type Outcome = {readonly plugin: BuiltPlugin | null; readonly problems: readonly Diagnostic[]};
