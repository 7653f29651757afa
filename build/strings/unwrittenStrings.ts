import {join} from 'node:path';
import {unwrittenString} from '../diagnostics/strings.ts';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import type {Model} from '../manifest/model.ts';
import {placeOf} from '../manifest/placeOf.ts';
import {PROJECT, pluginFolder} from '../write/pluginFolder.ts';

/** What stands for an English string that nobody has written yet, as Moodle itself shows one that is missing. */
export const toWrite = (key: string): string => `[[write: ${key}]]`;

/** The English text keeps its placeholders, which the translation must have too. */
export const toTranslate = (text: string): string => (isUnwritten(text) ? text : `[[translate: ${text}]]`);

const isUnwritten = (text: string): boolean => /^\[\[(write|translate): /.test(text);

/** Strings that `build --strings` has only marked: fine while one works on them, and nothing that people should see. */
export async function unwrittenStrings({spec, sources}: Model): Promise<readonly Diagnostic[]> {
    const folder = pluginFolder(join(PROJECT, sources));
    const marked = Object.entries(spec.lang).flatMap(([language, strings]) =>
        Object.entries(strings).filter(([, text]) => isUnwritten(text)).map(([key]) => ({language, key})));
    return Promise.all(marked.map(async ({language, key}) => unwrittenString(await placeOf(folder, ['lang', language, key]), key)));
}
