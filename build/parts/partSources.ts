import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {HOMES, type Stamped} from '../manifest/model.ts';
import {PROJECT, textsBelow} from '../write/pluginFolder.ts';
import {givenConstants} from './givenConstants.ts';
import type {Part} from './part.ts';

type Strings = Readonly<Record<string, string>>;

/** What stands in the folder of a part, with what the options of one plugin make of it. */
export type PartSources = {
    /** `build/parts/outbox` */
    readonly folder: string;
    readonly lang: {readonly en: Strings; readonly fr: Strings};
    /** By path in the plugin: php/, templates/, rules/, amd/. */
    readonly files: ReadonlyMap<string, {readonly text: string; /** Path in the part's folder. */ readonly from: string}>;
};

export async function partSources(parts: readonly Part[]): Promise<ReadonlyMap<string, PartSources>> {
    return new Map(await Promise.all(parts.map(async part => [part.name, await sourcesOf(part)] as const)));
}

async function sourcesOf({name: part, given = {}, renamed = {}}: Part): Promise<PartSources> {
    const folder = `build/parts/${part}`;
    const [en, fr] = await Promise.all((['en', 'fr'] as const).map(language => stringsOf(folder, language)));
    const files = await textsBelow(join(PROJECT, folder), path => /^(php|templates|rules|amd)\//.test(path));
    return {
        folder,
        lang: {en: renamedKeys(en ?? {}, renamed), fr: renamedKeys(fr ?? {}, renamed)},
        files: new Map([...files].map(([path, text]) => [renamed[path] ?? path, {text: givenConstants(text, given[path] ?? {}), from: path}])),
    };
}

const renamedKeys = (strings: Strings, renamed: Strings): Strings =>
    Object.fromEntries(Object.entries(strings).map(([key, text]) => [renamed[key] ?? key, text]));

async function stringsOf(folder: string, language: 'en' | 'fr'): Promise<Strings> {
    const path = pathToFileURL(join(PROJECT, folder, 'lang', `${language}.ts`)).href;
    return (await import(path) as Readonly<Record<'en' | 'fr', Strings>>)[language];
}

/**
 * A source of a part as that of the plugin that asks for it: everything in it that is named after the part gets the plugin's name,
 * and a path gets the plugin's place in Moodle.
 */
export function stamped(text: string, part: string, component: string): string {
    const [type = '', ...rest] = component.split('_');
    const name = rest.join('_');
    return text
        .replaceAll(`/part/${part}/`, `/${HOMES[type] ?? type}/${name}/`)
        .replaceAll(new RegExp(`\\bpart([_/])${part}(?![a-z0-9])`, 'g'), (_, between) => (between === '_' ? component : `${type}/${name}`));
}

/** The sources of a plugin's parts under its own name, by path below its folder, each with where it comes from. */
export function stampedFiles(sources: ReadonlyMap<string, PartSources>, component: string): Stamped {
    return new Map([...sources].flatMap(([part, {folder, files}]) =>
        [...files].map(([path, {text, from}]) => [path, {text: stamped(text, part, component), from: `${folder}/${from}`}] as const)));
}
