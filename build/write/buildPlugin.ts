import {EMITTERS} from '../emit/index.ts';
import {loadModel} from '../manifest/loadModel.ts';
import type {Model} from '../manifest/model.ts';
import {Assembly} from './assembly.ts';
import {browserFiles} from './browserFiles.ts';
import type {Outcome} from './builtPlugin.ts';
import {copied} from './copied.ts';
import {crossChecked} from './crossChecked.ts';
import {formatGenerated} from './formatGenerated.ts';
import {parsedGenerated} from './parsedGenerated.ts';
import type {PluginFolder} from './pluginFolder.ts';
import {ruleClasses} from './ruleClasses.ts';

/** Everything a plugin ships, made in memory from its sources alone. */
export async function buildPlugin(folder: PluginFolder): Promise<Outcome> {
    const {model, problems} = await loadModel(folder);
    if (model === null) {
        return {plugin: null, problems};
    }
    const assembly = new Assembly();
    emitAll(model, assembly);
    // Rules and what browsers run are compiled with the plugin's own; what is written is what they become.
    for (const [path, {text, from}] of [...model.stamped].filter(([name]) => !/^(rules|amd)\//.test(name))) {
        assembly.add(path.replace(/^php\//, ''), {bytes: Buffer.from(text), from, by: 'part'});
    }
    const found = [
        ...problems,
        ...await formatGenerated(assembly.files),
        ...await ruleClasses(folder, model, assembly),
        ...await parsedGenerated(assembly.files),
        ...await browserFiles(folder, model, assembly),
        ...await crossChecked(folder, model),
    ];
    for (const file of await copied(folder)) {
        assembly.add(file.to, {bytes: file.bytes, from: `${folder.sources}/${file.from}`, by: 'copy'});
    }
    const all = [...found, ...assembly.clashes];
    return all.length > 0 ? {plugin: null, problems: all} : {plugin: {model, files: assembly.files}, problems: []};
}

function emitAll(model: Model, assembly: Assembly): void {
    for (const [name, emitter] of Object.entries(EMITTERS)) {
        for (const [path, text] of emitter(model)) {
            assembly.add(path, {bytes: Buffer.from(text), from: `${model.sources}/${sourceOf(name, path)}`, by: name});
        }
    }
}

const sourceOf = (emitter: string, path: string): string => (emitter === 'lang' ? `lang/${path.split('/')[1]}.ts` : 'manifest.ts');
