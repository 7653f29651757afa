import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {filesBelow, type PluginFolder} from './pluginFolder.ts';

/** What is shipped as it is written: source path → path in the plugin. */
function destinationOf(path: string): string | null {
    if (path.startsWith('php/')) {
        return path.slice('php/'.length);
    }
    return /^(templates|pix)\/|^(README(\.fr)?|CHANGES)\.md$|^(thirdpartylibs\.xml|styles\.css)$/.test(path) ? path : null;
}

export type Copied = {readonly from: string; readonly to: string; readonly bytes: Buffer};

export async function copied({path: folder}: PluginFolder): Promise<readonly Copied[]> {
    const pairs = (await filesBelow(folder)).flatMap(from => {
        const to = destinationOf(from);
        return to === null ? [] : [{from, to}];
    });
    return Promise.all(pairs.map(async pair => ({...pair, bytes: await readFile(join(folder, pair.from))})));
}
