import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {missingFile, orphanedFile, staleFile, staleZip} from '../diagnostics/cli.ts';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import type {BuiltPlugin} from './builtPlugin.ts';
import {filesBelow} from './pluginFolder.ts';
import {DIST} from './target.ts';
import {zip, zipName} from './zip.ts';

/** How dist/ differs from what the sources make: files that are stale, edited, missing or orphaned, and zips. */
export async function checkPlugin(plugin: BuiltPlugin, dist = DIST): Promise<readonly Diagnostic[]> {
    const folder = join(dist, plugin.model.component);
    const shown = `dist/${plugin.model.component}`;
    const orphans = (await filesBelow(folder)).filter(path => !plugin.files.has(path)).map(path => orphanedFile(`${shown}/${path}`));
    const differing = await Promise.all([...plugin.files].map(async ([path, file]) => {
        const now = await readFile(join(folder, path)).catch(() => null);
        if (now === null) {
            return [missingFile(`${shown}/${path}`, file.from)];
        }
        return now.equals(file.bytes) ? [] : [staleFile(`${shown}/${path}`, file.from)];
    }));
    return [...differing.flat(), ...orphans, ...await checkZip(plugin, dist)];
}

/** A zip is checked where there is one: not every build makes them. */
async function checkZip(plugin: BuiltPlugin, dist: string): Promise<readonly Diagnostic[]> {
    const name = zipName(plugin);
    const now = await readFile(join(dist, name)).catch(() => null);
    return now === null || now.equals(zip(plugin)) ? [] : [staleZip(`dist/${name}`)];
}
