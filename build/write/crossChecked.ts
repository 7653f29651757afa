import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import type {Model} from '../manifest/model.ts';
import {textsBelow, type PluginFolder} from './pluginFolder.ts';
import {remembered} from './remembered.ts';

/** What the sources ask for by name and nobody declares, and the other way round. */
export async function crossChecked(folder: PluginFolder, model: Model): Promise<readonly Diagnostic[]> {
    const sources = await textsBelow(folder.path, path => /\.(php|ts|js|mustache|md|css|xml)$/.test(path) && !path.startsWith('expected/'));
    const question = {step: 'crosscheck', tools: ['crosscheck', 'emit', 'manifest', 'php', '../templates'], asked: [folder.sources, ...sources]};
    return remembered<readonly Diagnostic[]>(question, async () => {
        const {crossCheck} = await import('../crosscheck/crossCheck.ts');
        return crossCheck(model, sources);
    }, found => found.length === 0);
}
