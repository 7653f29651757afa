import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import type {Model} from '../manifest/model.ts';
import {remembered} from '../memory/remembered.ts';
import {snakeCase} from '../snakeCase.ts';
import type {Assembly} from './assembly.ts';
import {atPart} from './atPart.ts';
import {textsBelow, type PluginFolder} from './pluginFolder.ts';

type Answer = {readonly files: readonly (readonly [string, string])[]; readonly problems: readonly Diagnostic[]};

const CLIENT = 'amd/src/local/client.js';

const isForBrowser = (path: string): boolean => /^(amd\/.+|rules\/[^/]+|client)\.ts$/.test(path) && !/\.(test|d)\.ts$/.test(path);

/** Rules of parts decide on the server alone. */
const ofParts = (model: Model): readonly (readonly [string, string])[] =>
    [...model.stamped].filter(([path]) => isForBrowser(path) && !path.startsWith('rules/')).map(([path, {text}]) => [path, text]);

/** What the browser runs: amd/ and rules/ of the plugin, amd/ of its parts and the generated client, readable and minified. */
export async function browserFiles(folder: PluginFolder, model: Model, assembly: Assembly): Promise<readonly Diagnostic[]> {
    const written = new Map([...ofParts(model), ...await textsBelow(folder.path, isForBrowser)]);
    const services = Object.entries(model.spec.services ?? {}).filter(([, service]) => service.ajax !== false).map(([name]) => name);
    if (written.size === 0) {
        return [];
    }
    const {component} = model;
    const question = {step: 'browser', asked: [component, folder.sources, services, ...written]};
    const {files, problems} = await remembered(question, () => build(component, services, written), answer => answer.problems.length === 0);
    for (const [path, text] of files) {
        const source = sourceOf(path, [...written.keys()]);
        assembly.add(path, {bytes: Buffer.from(text), from: model.stamped.get(source)?.from ?? `${model.sources}/${source}`, by: 'amd'});
    }
    return problems.map(problem => atPart(problem, model));
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
