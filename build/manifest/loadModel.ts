import {basename, dirname, join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {declaredTwice, manifestThrows, noDefaultExport, otherName} from '../diagnostics/manifest.ts';
import {remembered} from '../memory/remembered.ts';
import {partSources, stampedFiles} from '../parts/partSources.ts';
import {partsOf} from '../parts/partsOf.ts';
import {withParts} from '../parts/withParts.ts';
import {PROJECT, textsBelow, type PluginFolder} from '../write/pluginFolder.ts';
import {checkModel} from './checks/checkModel.ts';
import {checkShape} from './checks/checkShape.ts';
import type {Finding} from './checks/finding.ts';
import {freshModule} from './freshModule.ts';
import {modelOf, type Model} from './model.ts';
import {placeOf} from './placeOf.ts';
import {releasedSchemas} from './releasedSchemas.ts';
import type {PluginShape} from './shape.ts';

type Loaded = {readonly model: Model | null; readonly problems: readonly Diagnostic[]};

/** The checked model of a plugin, or what is wrong with its manifest. */
export async function loadModel(folder: PluginFolder): Promise<Loaded> {
    const {model, problems} = await uncheckedModel(folder);
    if (model === null) {
        return {model, problems};
    }
    const all = [...problems, ...await duplicates(folder), ...nameOfFolder(folder, model), ...await told(folder, checkModel(model))];
    return {model: all.length === 0 ? model : null, problems: all};
}

/** The model of a manifest of the right shape, whatever else may be wrong with it. */
export async function uncheckedModel(folder: PluginFolder): Promise<Loaded> {
    const loaded = await importManifest(folder);
    if (!('spec' in loaded)) {
        return {model: null, problems: loaded};
    }
    const misshapen = checkShape(loaded.spec);
    if (misshapen.length > 0) {
        return {model: null, problems: await told(folder, misshapen)};
    }
    const {released, problems} = await releasedSchemas(folder);
    const own = loaded.spec as PluginShape;
    const parts = partsOf(own);
    const sources = await partSources(parts);
    const {spec, findings} = withParts(own, parts, sources);
    const model = modelOf(spec, {sources: folder.sources, stamped: stampedFiles(sources, spec.component), released});
    return {model, problems: [...problems, ...await told(folder, findings)]};
}

const told = (folder: PluginFolder, findings: readonly Finding[]): Promise<readonly Diagnostic[]> =>
    Promise.all(findings.map(async ({path, say}) => say(await placeOf(folder, path))));

async function importManifest(folder: PluginFolder): Promise<{readonly spec: unknown} | readonly Diagnostic[]> {
    const path = join(folder.path, 'manifest.ts');
    try {
        const loaded = await freshModule(path, JSON.stringify([...await textsBelow(folder.path, name => name.endsWith('.ts'))]));
        return loaded.default === undefined ? [noDefaultExport({file: `${folder.sources}/manifest.ts`, line: null})] : {spec: loaded.default};
    } catch (error) {
        const {syntaxErrors} = await import('./syntaxErrors.ts');
        const broken = syntaxErrors(new Map([...await manifestSources(folder)].map(([name, text]) => [`${folder.sources}/${name}`, text])));
        return broken.length > 0 ? broken : [thrown(path, error)];
    }
}

const manifestSources = (folder: PluginFolder): Promise<ReadonlyMap<string, string>> =>
    textsBelow(folder.path, path => path === 'manifest.ts' || /^lang\/\w+\.ts$/.test(path));

/** What a manifest throws tells its place in its stack. */
function thrown(path: string, error: unknown): Diagnostic {
    const [message, stack] = error instanceof Error ? [error.message, error.stack ?? ''] : [String(error), ''];
    const frame = new RegExp(`((?:file://)?${escaped(dirname(path))}[^:\\s)]*\\.ts)[^:\\s)]*:(\\d+)`).exec(stack);
    const [, file = path, line] = frame ?? [];
    return manifestThrows(
        {file: relative(PROJECT, file.startsWith('file:') ? fileURLToPath(file) : file), line: line === undefined ? null : Number(line)},
        message.replaceAll(`${PROJECT}/`, '').split('\n')[0] ?? '',
    );
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

async function duplicates(folder: PluginFolder): Promise<readonly Diagnostic[]> {
    const found = await Promise.all([...await manifestSources(folder)].map(async ([path, text]) => {
        const asked = {step: 'duplicates', asked: [path, text]};
        const twice = await remembered(asked, async () => (await import('./duplicateKeys.ts')).duplicateKeys(path, text), none => none.length === 0);
        return twice.map(({name, line, first}) => declaredTwice({file: `${folder.sources}/${path}`, line}, name, first));
    }));
    return found.flat();
}

/** In plugins/, a folder is named as its plugin; elsewhere it may have any name. */
function nameOfFolder(folder: PluginFolder, {component}: Model): readonly Diagnostic[] {
    return folder.sources.startsWith('plugins/') && basename(folder.path) !== component
        ? [otherName({file: `${folder.sources}/manifest.ts`, line: null}, component, folder.sources)] : [];
}
