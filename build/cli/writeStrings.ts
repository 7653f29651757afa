import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {likelyMisspelt, noStrings, stringsAdded} from '../diagnostics/strings.ts';
import {STRING_NAME} from '../manifest/checks/checkStrings.ts';
import {impliedStrings} from '../manifest/checks/impliedStrings.ts';
import {uncheckedModel} from '../manifest/loadModel.ts';
import type {Model} from '../manifest/model.ts';
import {distance} from '../manifest/nearest.ts';
import {toTranslate, toWrite} from '../strings/unwrittenStrings.ts';
import {namingSources} from '../write/crossChecked.ts';
import type {PluginFolder} from '../write/pluginFolder.ts';
import {writeChanged} from '../write/writeFolder.ts';
import {type Ended, refused} from './ended.ts';

type Added = {readonly lines: readonly string[]; readonly problems: readonly Diagnostic[]};

/** Writes what the manifest and the sources ask for and lang/ lacks, marked as still to be written. */
export async function writeStrings(folders: readonly PluginFolder[]): Promise<Ended> {
    const added: Added[] = [];
    for (const folder of folders) {
        added.push(await addMissing(folder));
    }
    const problems = added.flatMap(one => one.problems);
    return problems.length > 0 ? refused(problems) : {lines: added.flatMap(({lines}) => lines), code: 0};
}

async function addMissing(folder: PluginFolder): Promise<Added> {
    const {model, problems} = await uncheckedModel(folder);
    if (model === null) {
        return {lines: [], problems};
    }
    const {en, fr} = model.spec.lang;
    const {wanted, misspelt} = await wantedStrings(folder, model);
    const english = new Map(wanted.map(key => [key, toWrite(key)]));
    const all = {...en, ...Object.fromEntries(english)};
    const french = new Map(Object.entries(all).filter(([key]) => !Object.hasOwn(fr, key)).map(([key, text]) => [key, toTranslate(text)]));
    const done = [await addTo(folder, 'en', english), await addTo(folder, 'fr', french)];
    return {lines: [...done.flatMap(({lines}) => lines), ...misspelt], problems: done.flatMap(one => one.problems)};
}

async function wantedStrings(folder: PluginFolder, model: Model): Promise<{readonly wanted: readonly string[]; readonly misspelt: readonly string[]}> {
    const {stringsWanted} = await import('../crosscheck/crossCheck.ts');
    const known = Object.keys(model.spec.lang.en);
    const implied = impliedStrings(model).map(({key}) => key).filter(key => !known.includes(key));
    // A name that Moodle would not take is the cross-check's to tell.
    const asked = stringsWanted(model, await namingSources(folder, model)).filter(key => STRING_NAME.test(key) && !implied.includes(key));
    const meant = (key: string): string | undefined => known.find(one => key.length > 4 && distance(key, one) <= 2);
    return {
        wanted: [...new Set([...implied, ...asked.filter(key => meant(key) === undefined)])],
        misspelt: asked.flatMap(key => meant(key) === undefined ? [] : [likelyMisspelt(key, meant(key) ?? '')]),
    };
}

async function addTo(folder: PluginFolder, language: string, strings: ReadonlyMap<string, string>): Promise<Added> {
    const {addStrings} = await import('../strings/addStrings.ts');
    const shown = `${folder.sources}/lang/${language}.ts`;
    const path = join(folder.path, 'lang', `${language}.ts`);
    const text = addStrings(await readFile(path, 'utf8').catch(() => ''), strings);
    if (text === null) {
        return {lines: [], problems: [noStrings(shown)]};
    }
    await writeChanged(path, Buffer.from(text));
    return {lines: [stringsAdded(shown, [...strings.keys()])], problems: []};
}
