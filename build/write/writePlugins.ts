import {join} from 'node:path';
import {written} from '../diagnostics/cli.ts';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import type {BuiltPlugin} from './builtPlugin.ts';
import {DIST, distFolder, moodleFolder} from './target.ts';
import {writeChanged, writeFolder} from './writeFolder.ts';
import {zip, zipName} from './zip.ts';

type Result = {readonly lines: readonly string[]; readonly problems: readonly Diagnostic[]};

/** Writes plugins that were built whole, to dist/ or into a Moodle tree. */
export async function writePlugins(plugins: readonly BuiltPlugin[], moodle: string | null, zips: boolean): Promise<Result> {
    const targets = await Promise.all(plugins.map(async plugin =>
        ({plugin, folder: moodle === null ? distFolder(plugin.model) : await moodleFolder(moodle, plugin.model)})));
    const problems = targets.map(({folder}) => folder).filter(folder => typeof folder !== 'string');
    const lines: string[] = [];
    for (const {plugin, folder} of problems.length === 0 ? targets : []) {
        if (typeof folder === 'string') {
            lines.push(await writeOne(plugin, folder));
        }
        if (zips) {
            const changed = await writeChanged(join(DIST, zipName(plugin)), zip(plugin));
            lines.push(written(`dist/${zipName(plugin)}`, Number(changed), 0, Number(!changed)));
        }
    }
    return {lines, problems};
}

async function writeOne(plugin: BuiltPlugin, folder: string): Promise<string> {
    const files = new Map([...plugin.files].map(([path, {bytes}]) => [path, bytes]));
    const {changed, removed} = await writeFolder(folder, files);
    return written(plugin.model.component, changed.length, removed.length, files.size - changed.length);
}
