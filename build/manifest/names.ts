/** What a name in a manifest can stand for, and the names there are: at run time in NAMES, for the type checker in NamesIn. */

type Keys<T> = Extract<keyof T, string>;
type In<S, P extends string> = S extends {readonly [Q in P]: infer T} ? Keys<T> : never;
type FieldsOf<T> = T extends {readonly fields: infer F} ? Keys<F> : never;
type FieldsOfSource<S, E> = S extends {readonly tables: infer T} ? E extends {readonly from: infer F extends keyof T} ? FieldsOf<T[F]> : never : never;

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
            return FULL_NAME.test(name) ? null : name;
        },
    },
};
