import type {PluginShape} from '../../../build/manifest/shape.ts';
import {modelOf, type Model} from '../../../build/manifest/model.ts';
import type {Released} from '../../../build/manifest/schema.ts';
import type {BuiltPlugin} from '../../../build/write/builtPlugin.ts';

const strings = {pluginname: 'Small', 'privacy:metadata': 'Keeps nothing.'};

/** The least that a manifest may say. */
export const small: PluginShape = {
    component: 'local_small',
    release: '1.0.0',
    version: 2026112100,
    maturity: 'stable',
    moodle: {requires: '4.5', supported: ['4.5', '5.3']},
    lang: {en: strings, fr: strings},
};

export const modelLike = (more: Partial<PluginShape> = {}, released: readonly Released[] = []): Model => modelOf({...small, ...more}, {released});

export const builtLike = (texts: Readonly<Record<string, string>>, more: Partial<PluginShape> = {}): BuiltPlugin => ({
    model: modelLike(more),
    files: new Map(Object.entries(texts).map(([path, text]) =>
        [path, {bytes: Buffer.from(text), from: 'plugins/local_small/manifest.ts', by: 'version'}])),
});
