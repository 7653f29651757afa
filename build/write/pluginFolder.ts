import {readdir, readFile} from 'node:fs/promises';
import {join, relative, sep} from 'node:path';

/** One plugin's sources: where they are, and what the project calls that place. */
export type PluginFolder = {
    /** Absolute. */
    readonly path: string;
    /** `plugins/block_course_notification` */
    readonly sources: string;
};

export const PROJECT: string = join(import.meta.dirname, '../..');

export const pluginFolder = (path: string): PluginFolder => ({path, sources: slashed(relative(PROJECT, path))});

/** Plugins that have a manifest, by folder name. */
export async function pluginNames(): Promise<readonly string[]> {
    const all = await filesBelow(join(PROJECT, 'plugins'), 1);
    return all.filter(path => path.endsWith('/manifest.ts')).map(path => path.slice(0, -'/manifest.ts'.length));
}

/** Paths of files below a folder, with slashes, sorted; none where there is no such folder. Hidden files and installed packages are no sources. */
export async function filesBelow(folder: string, depth = Infinity): Promise<readonly string[]> {
    const entries = await readdir(folder, {withFileTypes: true}).catch(() => []);
    const found = await Promise.all(entries.filter(entry => !entry.name.startsWith('.') && entry.name !== 'node_modules').map(async entry => {
        if (!entry.isDirectory()) {
            return [entry.name];
        }
        return depth === 0 ? [] : (await filesBelow(join(folder, entry.name), depth - 1)).map(path => `${entry.name}/${path}`);
    }));
    return found.flat().sort();
}

/** Text files below a folder, by path. */
export async function textsBelow(folder: string, accepts: (path: string) => boolean): Promise<ReadonlyMap<string, string>> {
    const paths = (await filesBelow(folder)).filter(accepts);
    return new Map(await Promise.all(paths.map(async path => [path, await readFile(join(folder, path), 'utf8')] as const)));
}

function slashed(path: string): string {
    return path.split(sep).join('/');
}
