import type {PluginShape, ReportShape, ServiceShape} from './shape.ts';

type Keys<T> = Extract<keyof T, string>;
type Named<S, P extends keyof PluginShape> = P extends keyof S ? Keys<S[P]> : never;
type StringOf<S extends PluginShape> = Keys<S['lang']['en']>;
type CapabilityOf<S extends PluginShape> = Named<S, 'capabilities'>;
type TableOf<S extends PluginShape> = Named<S, 'tables'>;
type FieldOf<T> = T extends {readonly fields: infer F} ? Keys<F> : never;
type ParamOf<T> = T extends {readonly params: infer P} ? Keys<P> : never;
type ShortName<C extends string> = C extends `${string}_${infer Name}` ? Name : C;

/** The strings that Moodle or a generated file asks for by convention. */
export type ImpliedString<S extends PluginShape> =
    | 'pluginname'
    | `${ShortName<S['component']>}:${CapabilityOf<S>}`
    | `messageprovider:${Named<S, 'messages'>}`
    | `task:${Named<S, 'tasks'> | Named<S, 'adhoc'>}`
    | `event:${Named<S, 'events'>}`
    | `cachedef_${Named<S, 'caches'>}`
    | `check:${Named<S, 'checks'>}`
    | `setting:${Named<S, 'settings'>}`
    | `adminpage:${Named<S, 'adminpages'>}`
    | `report:${Named<S, 'reports'>}`;

type ContextOf<A, P extends string> = A extends string ? A : {readonly [L in keyof A]: P};
type PersonalOf<P, F extends string, Text extends string> = P extends null ? null : {
    readonly user: F | readonly F[];
    readonly about: Text;
    readonly context: P extends {readonly context: infer C} ? ContextOf<C, F> : never;
    readonly columns?: readonly F[];
    readonly erase?: readonly F[];
};
type CheckedTable<T, S extends PluginShape> = {
    readonly unique?: readonly (readonly FieldOf<T>[])[];
    readonly index?: readonly (readonly FieldOf<T>[])[];
    readonly personal: T extends {readonly personal: infer P} ? PersonalOf<P, FieldOf<T>, StringOf<S>> : never;
};
type CheckedService<T extends ServiceShape, S extends PluginShape> = {
    readonly at: ContextOf<T['at'], ParamOf<T>>;
    readonly needs: CapabilityOf<S> | null;
};
type CheckedReport<T extends ReportShape, S extends PluginShape> = {
    readonly from: TableOf<S>;
    readonly needs: CapabilityOf<S>;
    readonly sort: {readonly column: Keys<T['columns']>};
};
type Each<S, P extends keyof PluginShape, C> = P extends keyof S ? {readonly [N in keyof S[P]]: C} : unknown;

/** What the names in a manifest must be, given the other names in it. */
export type Checked<S extends PluginShape> = {
    readonly lang: {
        readonly en: {readonly [K in ImpliedString<S>]: string};
        readonly fr: {readonly [K in StringOf<S>]: string};
    };
    readonly tables?: 'tables' extends keyof S ? {readonly [N in keyof S['tables']]: CheckedTable<S['tables'][N], S>} : unknown;
    readonly services?: {readonly [N in keyof S['services']]: S['services'][N] extends ServiceShape ? CheckedService<S['services'][N], S> : never};
    readonly reports?: {readonly [N in keyof S['reports']]: S['reports'][N] extends ReportShape ? CheckedReport<S['reports'][N], S> : never};
    readonly events?: Each<S, 'events', {readonly table?: TableOf<S>}>;
    readonly messages?: Each<S, 'messages', {readonly needs?: CapabilityOf<S>}>;
    readonly adminpages?: Each<S, 'adminpages', {readonly needs: CapabilityOf<S> | `moodle/${string}`}>;
    readonly preferences?: Each<S, 'preferences', {readonly about: StringOf<S>}>;
    readonly external?: Each<S, 'external', {readonly about: StringOf<S>}>;
};

/**
 * Says to Moodle what a plugin is. Names are literal types: what is used and not declared does not compile, and the build finds it
 * again for those who do not run the type checker.
 */
export function definePlugin<const S extends PluginShape>(spec: S & Checked<NoInfer<S>>): S {
    return spec;
}
