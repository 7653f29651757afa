import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import type {Stamped} from '../manifest/model.ts';
import {PROJECT, textsBelow} from '../write/pluginFolder.ts';
import type {Part} from './part.ts';

type Strings = Readonly<Record<string, string>>;

/** What stands in the folder of a part. */
export type PartSources = {
    /** `build/parts/outbox` */
    readonly folder: string;
    readonly lang: {readonly en: Strings; readonly fr: Strings};
    /** Text by path: php/, templates/. */
    readonly files: ReadonlyMap<string, string>;
};

export async function partSources(parts: readonly Part[]): Promise<ReadonlyMap<string, PartSources>> {
    return new Map(await Promise.all(parts.map(async ({name}) => [name, await sourcesOf(name)] as const)));
}

async function sourcesOf(part: string): Promise<PartSources> {
    const folder = `build/parts/${part}`;
    const [en, fr] = await Promise.all((['en', 'fr'] as const).map(language => stringsOf(folder, language)));
    return {folder, lang: {en: en ?? {}, fr: fr ?? {}}, files: await textsBelow(join(PROJECT, folder), path => /^(php|templates)\//.test(path))};
}

async function stringsOf(folder: string, language: 'en' | 'fr'): Promise<Strings> {
    const path = pathToFileURL(join(PROJECT, folder, 'lang', `${language}.ts`)).href;
    return (await import(path) as Readonly<Record<'en' | 'fr', Strings>>)[language];
}

/** A source of a part as that of the plugin that asks for it: everything in it that is named after the part gets the plugin's name. */
export function stamped(text: string, part: string, component: string): string {
    const [type = '', ...rest] = component.split('_');
    return text.replaceAll(new RegExp(`\\bpart([_/])${part}(?![a-z0-9])`, 'g'), (_, between) => (between === '_' ? component : `${type}/${rest.join('_')}`));
}

/** The sources of a plugin's parts under its own name, by path below its folder, each with where it comes from. */
export function stampedFiles(sources: ReadonlyMap<string, PartSources>, component: string): Stamped {
    return new Map([...sources].flatMap(([part, {folder, files}]) =>
        [...files].map(([path, text]) => [path, {text: stamped(text, part, component), from: `${folder}/${path}`}] as const)));
}
