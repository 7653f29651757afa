/**
 * The kinds of value a manifest speaks of: table columns, parameters and returns of external functions, and settings share them.
 * A maker gives plain data; what a kind becomes (XMLDB, PARAM_*, admin setting, TypeScript type) is each emitter's own matter.
 */

type Described = {
    /** What it is, for the reader of generated docs. */
    readonly doc?: string;
};

export type Int = Described & {
    readonly kind: 'int';
    readonly default?: number;
    readonly min?: number;
    readonly max?: number;
};
export type Decimal = Described & {readonly kind: 'decimal'; readonly digits: number; readonly decimals: number; readonly default?: number};
export type Bool = Described & {readonly kind: 'bool'; readonly default?: boolean};
/** How text from outside is cleaned, as narrow as can be. */
export type Cleaning = 'text' | 'alphanumext' | 'plugin' | 'username' | 'email' | 'url' | 'host' | 'safepath' | 'cleanhtml' | 'raw';
export type Text = Described & {
    readonly kind: 'text';
    readonly length: number;
    readonly as?: Cleaning;
    readonly default?: string;
    /** Admin settings only: a PCRE that the value must match, without delimiters. */
    readonly pattern?: string;
};
export type LongText = Described & {readonly kind: 'longtext'; readonly as?: Cleaning; readonly default?: string};
export type Html = Described & {readonly kind: 'html'; readonly default?: string};
export type Time = Described & {readonly kind: 'time'; readonly default?: number};
export type Duration = Described & {readonly kind: 'duration'; readonly default?: number; readonly min?: number; readonly max?: number};
export type Choice<V extends string = string> = Described & {
    readonly kind: 'choice';
    readonly values: readonly V[];
    readonly default?: NoInfer<V>;
};
/** Several of a few: an admin setting shown as tick boxes. */
export type Choices<V extends string = string> = Described & {
    readonly kind: 'choices';
    readonly values: readonly V[];
    readonly default?: readonly NoInfer<V>[];
};
export type Id = {readonly kind: 'id'};
export type Ref<T extends string = string> = Described & {readonly kind: 'ref'; readonly table: T; readonly default?: number};
export type Nullable<K extends Kind = Kind> = {readonly kind: 'nullable'; readonly of: K};
export type Optional<K extends Kind = Kind> = {readonly kind: 'optional'; readonly of: K; readonly default: unknown};
export type List<K extends Kind | RecordOf = Kind | RecordOf> = Described & {readonly kind: 'list'; readonly of: K};
export type RecordOf = {readonly [name: string]: Kind};
export type Kind =
    | Int | Decimal | Bool | Text | LongText | Html | Time | Duration | Choice | Choices | Id | Ref | NullableKind | OptionalKind | ListKind
    | GroupKind | RolesKind | CategoryKind | SecretKind | HeadingKind | CustomKind;
type NullableKind = {readonly kind: 'nullable'; readonly of: Kind};
type OptionalKind = {readonly kind: 'optional'; readonly of: Kind; readonly default: unknown};
type ListKind = Described & {readonly kind: 'list'; readonly of: Kind | RecordOf};
/** A record inside a list or a record: what an external function calls a single structure. */
type GroupKind = Described & {readonly kind: 'group'; readonly fields: RecordOf};
/** Settings only: roles of the site, of the archetypes named by default. */
type RolesKind = {readonly kind: 'roles'; readonly default?: readonly string[]; readonly single?: boolean};
/** Settings only: a course category, picked from the tree. */
type CategoryKind = {readonly kind: 'category'; readonly default?: number};
/** Settings only: encrypted at rest by \core\encryption and never shown again. */
type SecretKind = {readonly kind: 'secret'};
type HeadingKind = {readonly kind: 'heading'};
/** Settings only: a hand-written class of the plugin, classes/admin/<name>.php, that extends admin_setting. */
type CustomKind = {readonly kind: 'custom'; readonly class: string; readonly default?: string};

export const id = (): Id => ({kind: 'id'});
export const ref = <const T extends string>(table: T, options: Omit<Ref, 'kind' | 'table'> = {}): Ref<T> => ({kind: 'ref', table, ...options});
export const int = (options: Omit<Int, 'kind'> = {}): Int => ({kind: 'int', ...options});
export const decimal = (digits: number, decimals: number, options: {readonly default?: number} = {}): Decimal =>
    ({kind: 'decimal', digits, decimals, ...options});
export const bool = (options: Omit<Bool, 'kind'> = {}): Bool => ({kind: 'bool', ...options});
export const text = (length: number, options: Omit<Text, 'kind' | 'length'> = {}): Text => ({kind: 'text', length, ...options});
export const longtext = (options: Omit<LongText, 'kind'> = {}): LongText => ({kind: 'longtext', ...options});
export const html = (options: Omit<Html, 'kind'> = {}): Html => ({kind: 'html', ...options});
export const time = (options: Omit<Time, 'kind'> = {}): Time => ({kind: 'time', ...options});
export const duration = (options: Omit<Duration, 'kind'> = {}): Duration => ({kind: 'duration', ...options});
export const choice = <const V extends string>(values: readonly V[], options: {readonly default?: NoInfer<V>; readonly doc?: string} = {}): Choice<V> =>
    ({kind: 'choice', values, ...options});
export const choices = <const V extends string>(values: readonly V[], options: {readonly default?: readonly NoInfer<V>[]} = {}): Choices<V> =>
    ({kind: 'choices', values, ...options});
export const nullable = <const K extends Kind>(of: K): {readonly kind: 'nullable'; readonly of: K} => ({kind: 'nullable', of});
export const optional = <const K extends Kind>(of: K, value: string | number | boolean | null | readonly []): {readonly kind: 'optional'; readonly of: K; readonly default: unknown} =>
    ({kind: 'optional', of, default: value});
export const list = <const K extends Kind | RecordOf>(of: K): {readonly kind: 'list'; readonly of: K} => ({kind: 'list', of});
export const group = <const F extends RecordOf>(fields: F): {readonly kind: 'group'; readonly fields: F} => ({kind: 'group', fields});
export const roles = (options: Omit<RolesKind, 'kind'> = {}): RolesKind => ({kind: 'roles', ...options});
export const category = (options: Omit<CategoryKind, 'kind'> = {}): CategoryKind => ({kind: 'category', ...options});
export const secret = (): SecretKind => ({kind: 'secret'});
export const heading = (): HeadingKind => ({kind: 'heading'});
export const custom = (classname: string, options: {readonly default?: string} = {}): CustomKind => ({kind: 'custom', class: classname, ...options});

/** The TypeScript type of a value of a kind, as it travels between the browser and the server. */
export type Infer<K> =
    K extends {readonly kind: 'int' | 'decimal' | 'time' | 'duration' | 'id' | 'ref'} ? number
    : K extends {readonly kind: 'bool'} ? boolean
    : K extends {readonly kind: 'text' | 'longtext' | 'html'} ? string
    : K extends {readonly kind: 'choice'; readonly values: readonly (infer V)[]} ? V
    : K extends {readonly kind: 'choices'; readonly values: readonly (infer V)[]} ? readonly V[]
    : K extends {readonly kind: 'nullable'; readonly of: infer O} ? Infer<O> | null
    : K extends {readonly kind: 'optional'; readonly of: infer O} ? Infer<O>
    : K extends {readonly kind: 'list'; readonly of: infer O} ? readonly Infer<O>[]
    : K extends {readonly kind: 'group'; readonly fields: infer F} ? InferRecord<F>
    : K extends {readonly kind: string} ? never
    : InferRecord<K>;

type OptionalKeys<F> = {[N in keyof F]: F[N] extends {readonly kind: 'optional'} ? N : never}[keyof F];

export type InferRecord<F> =
    {readonly [N in Exclude<keyof F, OptionalKeys<F>>]: Infer<F[N]>} & {readonly [N in OptionalKeys<F>]?: Infer<F[N]>};
