import type {Description, TypeOf} from '../description.ts';

/** A string that Moodle or a generated file asks for, and why. */
export type Implied = {readonly key: string; readonly why: string};

/** Lengths are those of the columns in which Moodle keeps the names, less the plugin's own name where that comes before. */
export type NameRule = {readonly pattern: RegExp; readonly says: string; readonly most: number};

/** A section of a manifest: entries by name. All that the manifest, its checks and its messages know of the section is said here. */
export type Section<D extends Description = Description, P extends string = string> = {
    /** What an entry is, in messages. */
    readonly what: string;
    readonly entry: D;
    /** What an entry may be named; null where names are somebody else's, such as those of core's events. */
    readonly names: NameRule | null;
    /** Names that are in use already, and by whom. */
    readonly taken?: Readonly<Record<string, string>>;
    /** A class is made for each entry. */
    readonly classes?: true;
    /** Each entry has a string with this beginning; `{plugin}` is the plugin's name. */
    readonly string?: P;
    /** Further strings that an entry asks for. */
    readonly strings?: (name: string, entry: TypeOf<D>) => readonly Implied[];
};

/** Keeps the types of a section as narrow as it is written. */
export const section = <D extends Description, const P extends string = never>(says: Section<D, P>): Section<D, P> => says;

/** Names as most sections have them. */
export const snake = (most: number): NameRule =>
    ({pattern: /^[a-z][a-z0-9_]*$/, says: 'lower-case letters, digits and _, a letter first', most});
