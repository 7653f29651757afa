import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import type {Model} from '../manifest/model.ts';
import {remembered} from '../memory/remembered.ts';
import {atPart} from './atPart.ts';
import {textsBelow, type PluginFolder} from './pluginFolder.ts';

/** The texts in which a plugin's names are asked for, those of its parts too, by path below its folder. */
export async function namingSources(folder: PluginFolder, model: Model): Promise<ReadonlyMap<string, string>> {
    const written = await textsBelow(folder.path, path => /\.(php|ts|js|mustache|md|css|xml)$/.test(path) && !path.startsWith('expected/'));
    return new Map([...[...model.stamped].map(([path, {text}]) => [path, text] as const), ...written]);
}

/** What the sources ask for by name and nobody declares, and the other way round. */
export async function crossChecked(folder: PluginFolder, model: Model): Promise<readonly Diagnostic[]> {
    const sources = await namingSources(folder, model);
    const question = {step: 'crosscheck', asked: [model, ...sources]};
    return remembered<readonly Diagnostic[]>(question, async () => {
        const {crossCheck} = await import('../crosscheck/crossCheck.ts');
        return crossCheck(model, sources).map(found => atPart(found, model));
    }, found => found.length === 0);
}

