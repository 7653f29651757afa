import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import type {Model} from '../manifest/model.ts';
import {remembered} from '../memory/remembered.ts';
import {snakeCase} from '../snakeCase.ts';
import type {Assembly} from './assembly.ts';
import {textsBelow, type PluginFolder} from './pluginFolder.ts';

type Answer = {readonly files: readonly (readonly [string, string])[]; readonly problems: readonly Diagnostic[]};

const CLIENT = 'amd/src/local/client.js';

/** What the browser runs: amd/ of the plugin and of its parts, rules/ and the generated client, readable and minified. */
export async function browserFiles(folder: PluginFolder, model: Model, assembly: Assembly): Promise<readonly Diagnostic[]> {
    const own = await textsBelow(folder.path, path => /^(amd\/.+|rules\/[^/]+|client)\.ts$/.test(path) && !/\.(test|d)\.ts$/.test(path));
    const ofParts = [...model.stamped].flatMap(([path, {text}]) => (path.startsWith('amd/') ? [[path, text] as const] : []));
    const written = new Map([...ofParts, ...own]);
    const services = Object.entries(model.spec.services ?? {}).filter(([, service]) => service.ajax !== false).map(([name]) => name);
    if (written.size === 0) {
        return [];
    }
    const {component} = model;
    const question = {step: 'browser', asked: [component, folder.sources, services, ...written]};
    const {files, problems} = await remembered(question, () => build(component, services, written), answer => answer.problems.length === 0);
    for (const [path, text] of files) {
        const source = sourceOf(path, [...written.keys()]);
        const from = own.has(source) ? undefined : model.stamped.get(source)?.from;
        assembly.add(path, {bytes: Buffer.from(text), from: from ?? `${model.sources}/${source}`, by: 'amd'});
    }
    return problems;
}

async function build(component: string, services: readonly string[], written: ReadonlyMap<string, string>): Promise<Answer> {
    const {buildAmd} = await import('../amd/buildAmd.ts');
    const {clientModule} = await import('../amd/clientModule.ts');
    const client = written.has('client.ts') && services.length > 0 ? [[CLIENT, clientModule(component, services)] as const] : [];
    const {files, problems} = await buildAmd({component, sources: new Map([...written, ...client])});
    return {files: [...files], problems};
}

function sourceOf(path: string, written: readonly string[]): string {
    const module = path.replace(/^amd\/(src|build)\//, '').replace(/(\.min)?\.js(\.map)?$/, '');
    return written.find(source => `amd/${module}.ts` === source || `local/${snakeCase(source)}` === `${module}.ts`) ?? 'manifest.ts';
}
