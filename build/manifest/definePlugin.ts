import type {Named, NamesOf} from './description.ts';
import type {NamesIn} from './names.ts';
import type {SECTIONS, SectionName} from './sections/index.ts';
import type {PluginShape} from './shape.ts';

type Keys<T> = Extract<keyof T, string>;
type Entries<S, P> = P extends keyof S ? Keys<S[P]> : never;
type ShortName<C> = C extends `${string}_${infer Name}` ? Name : C;
type Prefix<P extends SectionName> = (typeof SECTIONS)[P] extends {readonly string?: infer T} ? Extract<T, string> : never;
type Filled<T extends string, C> = T extends `{plugin}${infer Rest}` ? `${ShortName<C> & string}${Rest}` : T;

/** The strings that Moodle or a generated file asks for by convention. */
export type ImpliedString<S extends PluginShape> =
    'pluginname' | {[P in SectionName]: `${Filled<Prefix<P>, S['component']>}${Entries<S, P>}`}[SectionName];

/** What must stand where `N` says that names stand, in the entry `E` of a section of the plugin `S`. */
type Resolved<N, S, E> =
    N extends Named<infer Of> ? NamesIn<S, E>[Of]
    : N extends readonly (infer I)[] ? readonly Resolved<I, S, E>[]
    : N extends object ? {readonly [K in keyof N]: Resolved<N[K], S, E>}
    : N;
type CheckedSection<P extends SectionName, S, Section> = {readonly [N in keyof Section]: Resolved<NamesOf<(typeof SECTIONS)[P]['entry']>, S, Section[N]>};

/** What the names in a manifest must be, given the other names in it. */
export type Checked<S extends PluginShape> = {
    readonly lang: {
        readonly en: {readonly [K in ImpliedString<S>]: string};
        readonly fr: {readonly [K in Keys<S['lang']['en']>]: string};
    };
} & {readonly [P in SectionName & keyof S]: CheckedSection<P, S, S[P]>};

/**
 * Says to Moodle what a plugin is. Names are literal types: what is used and not declared does not compile, and the build finds it
 * again for those who do not run the type checker.
 */
export function definePlugin<const S extends PluginShape>(spec: S & Checked<NoInfer<S>>): S {
    return spec;
}
