import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {manifestThrows} from '../diagnostics/manifest.ts';
import type {PluginFolder} from '../write/pluginFolder.ts';
import {modelOf, type Model} from './model.ts';
import {releasedSchemas} from './releasedSchemas.ts';
import type {PluginShape} from './shape.ts';

type Loaded = {readonly model: Model | null; readonly problems: readonly Diagnostic[]};

/** The checked model of a plugin, or what is wrong with its manifest. */
export async function loadModel(folder: PluginFolder): Promise<Loaded> {
    const file = `${folder.sources}/manifest.ts`;
    try {
        const loaded = await import(pathToFileURL(join(folder.path, 'manifest.ts')).href) as {readonly default: PluginShape};
        const {released, problems} = await releasedSchemas(folder);
        return {model: modelOf(loaded.default, {sources: folder.sources, released}), problems};
    } catch (error) {
        return {model: null, problems: [manifestThrows({file, line: null}, error instanceof Error ? error.message : String(error))]};
    }
}
