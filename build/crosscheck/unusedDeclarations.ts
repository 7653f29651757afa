import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {unusedColumn, unusedDeclaration} from '../diagnostics/crosscheck.ts';
import type {Model} from '../manifest/model.ts';
import {lineOf} from './lineOf.ts';
import {matches, textOf, type Pattern} from './pattern.ts';

/** Sections whose entries somebody must ask for by name, and what to do with one that is asked for nowhere. */
const ASKED_FOR = {
    events: 'trigger it',
    messages: 'send it',
    caches: 'read and fill it',
    settings: 'read it',
} as const;

/** Settings that may have no value: a heading, and a class of the plugin that only shows something. */
const SHOWS_ONLY: readonly string[] = ['heading', 'custom'];

/** Finds what the manifest declares and no hand-written source names: an event, message, cache, setting or column. */
export function unusedDeclarations(model: Model, sources: ReadonlyMap<string, string>, texts: readonly Pattern[]): readonly Diagnostic[] {
    const manifest = sources.get('manifest.ts') ?? '';
    const at = (name: string) => ({file: `${model.sources}/manifest.ts`, line: lineOf(manifest, name)});
    const isNamed = namesIn(model, sources, texts);
    const entries = Object.entries(ASKED_FOR).flatMap(([section, remedy]) => Object.entries(model.spec[section as keyof typeof ASKED_FOR] ?? {})
        .filter(([name, entry]) => !isNamed(name) && !SHOWS_ONLY.includes((entry as {readonly kind?: string}).kind ?? ''))
        .map(([name]) => unusedDeclaration(at(name), section, name, remedy)));
    const columns = Object.entries(model.spec.tables ?? {}).flatMap(([table, {fields}]) => Object.keys(fields)
        .filter(column => column !== 'id' && !isNamed(column)).map(column => unusedColumn(at(column), table, column)));
    return [...entries, ...columns];
}

/** A word of a source may stand in SQL, in a property, in a method of the typed config, or in a text that is put together. */
function namesIn(model: Model, sources: ReadonlyMap<string, string>, texts: readonly Pattern[]): (name: string) => boolean {
    const written = [...sources].filter(([path]) => /^(php|rules|amd|templates)\//.test(path) && !path.startsWith('php/tests/')).map(([, text]) => text);
    const words = new Set(written.flatMap(text => text.match(/\w+/g) ?? []));
    const reported = Object.values(model.spec.reports ?? {}).flatMap(({columns, join, sort}) =>
        [...Object.values(columns).map(({field}) => field), ...Object.values(join ?? {}), sort.column]);
    reported.forEach(column => words.add(column));
    const partly = texts.filter(pattern => textOf(pattern) === null && (pattern[0] ?? '').length > 2);
    return name => words.has(name) || partly.some(pattern => matches(pattern, name));
}
