import {mkdir, rename, rm, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {type Ended, refused} from '../cli/ended.ts';
import {made, NEW_USAGE} from '../diagnostics/new.ts';
import {PROJECT} from '../write/pluginFolder.ts';
import {checkedName, type NewName} from './checkedName.ts';
import {skeleton} from './skeleton.ts';

/** `npm run new -- local_x`: a small plugin that builds, installs and has its first tests. */
export async function newPlugin(words: readonly string[], plugins = join(PROJECT, 'plugins')): Promise<Ended> {
    const [word, ...others] = words;
    if (word === undefined || others.length > 0 || word.startsWith('-')) {
        return {lines: [NEW_USAGE], code: word === '--help' ? 0 : 2};
    }
    const name = checkedName(word, plugins);
    return 'code' in name ? refused([name]) : write(name, plugins);
}

/** Made beside and moved into place: what is cut off leaves no half plugin that every build would stumble over. */
async function write(name: NewName, plugins: string): Promise<Ended> {
    const files = await skeleton(name, new Date());
    const draft = join(plugins, `.${name.component}.new`);
    await rm(draft, {recursive: true, force: true});
    for (const [path, text] of files) {
        await mkdir(dirname(join(draft, path)), {recursive: true});
        await writeFile(join(draft, path), text);
    }
    await rename(draft, join(plugins, name.component));
    return {lines: [made(name.component, [...files.keys()])], code: 0};
}
