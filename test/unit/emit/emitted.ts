import {formatPhp} from '../../../build/php/format.ts';
import {modelOf, type Emitter} from '../../../build/manifest/model.ts';
import type {PluginShape} from '../../../build/manifest/shape.ts';

const BARE: PluginShape = {
    component: 'local_small',
    release: '1.0.0',
    version: 2026112100,
    maturity: 'stable',
    moodle: {requires: '4.5', supported: ['4.5', '5.3']},
    lang: {en: {pluginname: 'Small'}, fr: {pluginname: 'Petit'}},
};

/** One file that an emitter makes of a bare plugin with these declarations, as it is shipped; empty where it makes none. */
export async function emitted(emitter: Emitter, declared: Partial<PluginShape>, path: string): Promise<string> {
    const text = emitter(modelOf({...BARE, ...declared})).get(path);
    return text === undefined ? '' : formatPhp(text, path);
}

/** The paths that an emitter makes. */
export const pathsOf = (emitter: Emitter, declared: Partial<PluginShape>): readonly string[] =>
    [...emitter(modelOf({...BARE, ...declared})).keys()].sort();
