import type {TypeOf} from './description.ts';
import type {PLAIN_KINDS} from './describedKinds.ts';

/**
 * The kinds of value a manifest speaks of: table columns, parameters and returns of external functions, and settings share them.
 * A maker gives plain data; what a kind becomes (XMLDB, PARAM_*, admin setting, TypeScript type) is each emitter's own matter.
 */

type Described<N extends keyof typeof PLAIN_KINDS> = TypeOf<(typeof PLAIN_KINDS)[N]>;

export type Int = Described<'int'>;
export type Decimal = Described<'decimal'>;
export type Bool = Described<'bool'>;
export type Text = Described<'text'>;
export type Cleaning = NonNullable<Text['as']>;
export type LongText = Described<'longtext'>;
export type Html = Described<'html'>;
export type Time = Described<'time'>;
export type Duration = Described<'duration'>;
export type Choice<V extends string = string> = Omit<Described<'choice'>, 'values' | 'default'>
    & {readonly values: readonly V[]; readonly default?: NoInfer<V>};
export type Choices<V extends string = string> = Omit<Described<'choices'>, 'values' | 'default'>
    & {readonly values: readonly V[]; readonly default?: readonly NoInfer<V>[]};
export type Id = Described<'id'>;
export type Ref<T extends string = string> = Omit<Described<'ref'>, 'table'> & {readonly table: T};
export type Roles = Described<'roles'>;
export type Category = Described<'category'>;
export type Secret = Described<'secret'>;
export type Heading = Described<'heading'>;
export type Custom = Described<'custom'>;
export type RecordOf = {readonly [name: string]: Kind};
export type Kind =
    | Int | Decimal | Bool | Text | LongText | Html | Time | Duration | Choice | Choices | Id | Ref | Roles | Category | Secret | Heading | Custom
    | Nullable | Optional | List | Group;
// These hold other kinds, and a type that holds itself cannot be had from a value.
type Nullable = {readonly kind: 'nullable'; readonly of: Kind};
type Optional = {readonly kind: 'optional'; readonly of: Kind; readonly default: unknown};
type List = {readonly doc?: string; readonly kind: 'list'; readonly of: Kind | RecordOf};
type Group = {readonly doc?: string; readonly kind: 'group'; readonly fields: RecordOf};

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
export const roles = (options: Omit<Roles, 'kind'> = {}): Roles => ({kind: 'roles', ...options});
export const category = (options: Omit<Category, 'kind'> = {}): Category => ({kind: 'category', ...options});
export const secret = (): Secret => ({kind: 'secret'});
export const heading = (): Heading => ({kind: 'heading'});
export const custom = (classname: string, options: {readonly default?: string} = {}): Custom => ({kind: 'custom', class: classname, ...options});

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
