import {mkdir, readFile, rename, rm, rmdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {filesBelow} from './pluginFolder.ts';

export type WrittenFiles = {
    readonly changed: readonly string[];
    /** Those of them that were not there before. */
    readonly added: readonly string[];
    readonly removed: readonly string[];
};

/** Makes a folder hold these files and no other. Files that are right already keep their time. */
export async function writeFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<WrittenFiles> {
    const before = await filesBelow(folder);
    const removed = before.filter(path => !files.has(path));
    for (const path of removed) {
        await rm(join(folder, path));
        await removeEmpty(folder, dirname(path));
    }
    const changed: string[] = [];
    for (const [path, bytes] of files) {
        if (await writeChanged(join(folder, path), bytes)) {
            changed.push(path);
        }
    }
    return {changed, added: changed.filter(path => !before.includes(path)), removed};
}

/** Renamed into place, so that a reader never sees half a file. */
export async function writeChanged(path: string, bytes: Uint8Array): Promise<boolean> {
    const now = await readFile(path).catch(() => null);
    if (now !== null && now.equals(bytes)) {
        return false;
    }
    const draft = `${path}.${process.pid}.new`;
    await mkdir(dirname(path), {recursive: true});
    await writeFile(draft, bytes);
    await rename(draft, path);
    return true;
}

async function removeEmpty(top: string, folder: string): Promise<void> {
    if (folder === '.') {
        return;
    }
    const gone = await rmdir(join(top, folder)).then(() => true, () => false);
    if (gone) {
        await removeEmpty(top, dirname(folder));
    }
}
