import {buildAmd} from '../amd/buildAmd.ts';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import type {Model} from '../manifest/model.ts';
import type {Assembly} from './buildPlugin.ts';
import {textsBelow, type PluginFolder} from './pluginFolder.ts';

/** What the browser runs: amd/ and rules/ of the plugin and the generated client, readable and minified. */
export async function browserFiles(folder: PluginFolder, model: Model, assembly: Assembly): Promise<readonly Diagnostic[]> {
    const written = await textsBelow(folder.path, path => /^(amd|rules)\/.+\.ts$/.test(path) && !/\.(test|d)\.ts$/.test(path));
    const generated = [...assembly.files].filter(([path]) => path.startsWith('amd/src/'))
        .map(([path, file]) => [path, Buffer.from(file.bytes).toString('utf8')] as const);
    if (written.size + generated.length === 0) {
        return [];
    }
    const {files, problems} = await buildAmd({component: model.component, sources: new Map([...written, ...generated])});
    for (const [path, text] of files) {
        if (!assembly.files.has(path)) {
            assembly.add(path, {bytes: Buffer.from(text), from: `${model.sources}/${sourceOf(path, [...written.keys()])}`, by: 'amd'});
        }
    }
    return problems;
}

function sourceOf(path: string, written: readonly string[]): string {
    const module = path.replace(/^amd\/(src|build)\//, '').replace(/(\.min)?\.js(\.map)?$/, '');
    const snake = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
    return written.find(source => {
        const name = source.replace(/\.ts$/, '');
        return name === `amd/${module}` || snake(name) === module.replace(/^local\//, '');
    }) ?? 'manifest.ts';
}
