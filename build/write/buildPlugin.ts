import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {generatedClash, handWrittenClash} from '../diagnostics/manifest.ts';
import {EMITTERS} from '../emit/index.ts';
import {loadModel} from '../manifest/loadModel.ts';
import type {Model} from '../manifest/model.ts';
import {browserFiles} from './browserFiles.ts';
import type {BuiltFile, Outcome} from './builtPlugin.ts';
import {copied} from './copied.ts';
import {formatGenerated} from './formatGenerated.ts';
import type {PluginFolder} from './pluginFolder.ts';

/** Everything a plugin ships, made in memory from its sources alone. */
export async function buildPlugin(folder: PluginFolder): Promise<Outcome> {
    const {model, problems} = await loadModel(folder);
    if (model === null) {
        return {plugin: null, problems};
    }
    const assembly = new Assembly(model);
    for (const [name, emitter] of Object.entries(EMITTERS)) {
        for (const [path, text] of emitter(model)) {
            assembly.add(path, {bytes: Buffer.from(text), from: sourceOf(model, name, path), by: name});
        }
    }
    const formatted = await formatGenerated(assembly.files);
    const browser = await browserFiles(folder, model, assembly);
    for (const file of await copied(folder)) {
        assembly.add(file.to, {bytes: file.bytes, from: `${folder.sources}/${file.from}`, by: 'copy'});
    }
    const found = [...problems, ...formatted, ...browser, ...assembly.clashes];
    return found.length > 0 ? {plugin: null, problems: found} : {plugin: {model, files: assembly.files}, problems: []};
}

/** Files as they come in; the second source of a path is a problem, not an overwrite. */
export class Assembly {
    readonly files = new Map<string, BuiltFile>();
    readonly clashes: Diagnostic[] = [];
    readonly model: Model;

    constructor(model: Model) {
        this.model = model;
    }

    add(path: string, file: BuiltFile): void {
        const other = this.files.get(path);
        if (other === undefined) {
            this.files.set(path, file);
            return;
        }
        const clash = file.by === 'copy' ? handWrittenClash : generatedClash;
        this.clashes.push(clash({file: file.from, line: null}, path, other.from));
    }
}

function sourceOf(model: Model, emitter: string, path: string): string {
    return emitter === 'lang' ? `${model.sources}/lang/${path.split('/')[1]}.ts` : `${model.sources}/manifest.ts`;
}
