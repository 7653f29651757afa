/** What a name in a manifest can stand for, and the names there are: at run time in NAMES, for the type checker in NamesIn. */

type Keys<T> = Extract<keyof T, string>;
type OwnIn<S, P extends string> = S extends {readonly [Q in P]: infer T} ? Keys<T> : never;
/** What the parts of a plugin say, each for itself. */
type Pieces<S> = S extends {readonly parts: infer T} ? {[N in keyof T]: T[N] extends {readonly piece: infer Piece} ? Piece : never}[keyof T] : never;
type InPieces<Piece, P extends string> = Piece extends unknown ? OwnIn<Piece, P> : never;
type In<S, P extends string> = OwnIn<S, P> | InPieces<Pieces<S>, P>;
type FieldsOf<T> = T extends {readonly fields: infer F} ? Keys<F> : never;
type FieldsIn<S, E> = S extends {readonly tables: infer T} ? E extends {readonly from: infer F extends keyof T} ? FieldsOf<T[F]> : never : never;
type FieldsInPieces<Piece, E> = Piece extends unknown ? FieldsIn<Piece, E> : never;
type FieldsOfSource<S, E> = FieldsIn<S, E> | FieldsInPieces<Pieces<S>, E>;

/** The names that may be used in the entry `E` of a section of the plugin `S`. */
export type NamesIn<S, E> = {
    readonly string: S extends {readonly lang: {readonly en: infer L}} ? Keys<L> : never;
    readonly capability: In<S, 'capabilities'>;
    readonly anycapability: In<S, 'capabilities'> | `${string}/${string}:${string}`;
    readonly table: In<S, 'tables'>;
    readonly column: FieldsOf<E>;
    readonly parameter: In<E, 'params'>;
    readonly reportcolumn: In<E, 'columns'>;
    readonly sourcecolumn: FieldsOfSource<S, E>;
    readonly sourcecolumnormethod: FieldsOfSource<S, E> | `${string}::${string}`;
    /** Those of core and of other plugins are not ours to know. */
    readonly externalfunction: string;
};

export type Nameable = keyof NamesIn<unknown, unknown>;

/** As much of a manifest as names are looked up in. */
type Spec = {
    readonly component: string;
    readonly lang: {readonly en: object};
    readonly capabilities?: object | undefined;
    readonly tables?: {readonly [name: string]: {readonly fields: object}} | undefined;
    readonly services?: object | undefined;
};
type Entry = {readonly fields?: object; readonly params?: object; readonly columns?: object; readonly from?: string};

type Names = {
    readonly what: string;
    readonly among: (spec: Spec, entry: Entry) => readonly string[];
    /** The part of a used name that must be declared; null where somebody else declares it. */
    readonly own?: (name: string, component: string) => string | null;
};

const keys = (record: object | undefined): readonly string[] => Object.keys(record ?? {});
const capabilities = (spec: Spec): readonly string[] => keys(spec.capabilities);
const sourceColumns = ({tables}: Spec, {from}: Entry): readonly string[] => keys(tables?.[from ?? '']?.fields);

/** A full name, which has the kind of a plugin before its first underscore. */
const FULL_NAME = /^(core|mod|local|block|tool|auth|enrol|report|format|gradereport|message|qtype|theme|webservice)_/;
export const isFullFunctionName = (name: string): boolean => FULL_NAME.test(name);

export const NAMES: {readonly [N in Nameable]: Names} = {
    string: {what: 'string', among: spec => keys(spec.lang.en)},
    capability: {what: 'capability', among: capabilities},
    anycapability: {what: 'capability', among: capabilities, own: name => (name.includes('/') ? null : name)},
    table: {what: 'table', among: spec => keys(spec.tables)},
    column: {what: 'column', among: (_, entry) => keys(entry.fields)},
    parameter: {what: 'parameter', among: (_, entry) => keys(entry.params)},
    reportcolumn: {what: 'column of the report', among: (_, entry) => keys(entry.columns)},
    sourcecolumn: {what: 'column', among: sourceColumns},
    sourcecolumnormethod: {what: 'column', among: sourceColumns, own: name => (name.includes('::') ? null : name)},
    externalfunction: {
        what: 'external function',
        among: spec => keys(spec.services),
        own: (name, component) => {
            if (name.startsWith(`${component}_`)) {
                return name.slice(component.length + 1);
            }
            return isFullFunctionName(name) ? null : name;
        },
    },
};
