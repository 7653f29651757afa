import {createHash} from 'node:crypto';
import {readdir, readFile, stat} from 'node:fs/promises';
import {join} from 'node:path';

/** The same sources become something else when one of these changes: our own code, its templates, and the packages it calls. */
const TOOLS = [
    'build', 'templates', 'package.json', 'package-lock.json', 'tsconfig.json',
    // What is installed, should it not be what the locks ask for.
    'node_modules/.package-lock.json', 'build/amd/node_modules/.package-lock.json',
];

/** A fingerprint of everything that works on a plugin's sources. */
export async function toolsOf(project: string): Promise<string> {
    const hash = createHash('sha256').update(process.version);
    for (const path of (await pathsOf(project)).filter(({isFolder}) => !isFolder).map(one => one.path)) {
        hash.update(`\0${path}\0`).update(await readFile(join(project, path)));
    }
    return hash.digest('hex');
}

/** File systems date with a coarser clock than ours. */
const TICK = 10;

/** Whether one of them changed after a moment: what was loaded before it may be older than what is read after it. */
export async function toolsChangedSince(project: string, moment: number): Promise<boolean> {
    const stats = await Promise.all((await pathsOf(project)).map(({path}) => stat(join(project, path)).catch(() => null)));
    return stats.some(one => one === null || Math.max(one.mtimeMs, one.ctimeMs) > moment - TICK);
}

type Found = {readonly path: string; readonly isFolder: boolean};

async function pathsOf(project: string): Promise<readonly Found[]> {
    return (await Promise.all(TOOLS.map(async path => below(project, path)))).flat();
}

async function below(project: string, path: string): Promise<readonly Found[]> {
    const found = await stat(join(project, path)).catch(() => null);
    if (found === null || !found.isDirectory()) {
        return found === null ? [] : [{path, isFolder: false}];
    }
    const names = (await readdir(join(project, path))).filter(name => name !== 'node_modules' && !name.startsWith('.')).sort();
    return [{path, isFolder: true}, ...(await Promise.all(names.map(name => below(project, `${path}/${name}`)))).flat()];
}
