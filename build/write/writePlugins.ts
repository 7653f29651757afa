import {join} from 'node:path';
import {written as said} from '../diagnostics/cli.ts';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import type {BuiltPlugin} from './builtPlugin.ts';
import {DIST, distFolder, moodleFolder} from './target.ts';
import {writeChanged, writeFolder, type WrittenFiles} from './writeFolder.ts';
import {zip, zipName} from './zip.ts';

type Result = {readonly lines: readonly string[]; readonly problems: readonly Diagnostic[]; readonly files: readonly WrittenFiles[]};

/** Writes plugins that were built whole, to dist/ or into a Moodle tree. */
export async function writePlugins(plugins: readonly BuiltPlugin[], moodle: string | null, zips: boolean): Promise<Result> {
    const targets = await Promise.all(plugins.map(async plugin =>
        ({plugin, folder: moodle === null ? distFolder(plugin.model) : await moodleFolder(moodle, plugin.model)})));
    const problems = targets.map(({folder}) => folder).filter(folder => typeof folder !== 'string');
    const lines: string[] = [];
    const written: WrittenFiles[] = [];
    for (const {plugin, folder} of problems.length === 0 ? targets : []) {
        if (typeof folder === 'string') {
            const files = new Map([...plugin.files].map(([path, {bytes}]) => [path, bytes]));
            const done = await writeFolder(folder, files);
            written.push(done);
            lines.push(said(plugin.model.component, done.changed.length, done.removed.length, files.size - done.changed.length));
        }
        if (zips) {
            const changed = await writeChanged(join(DIST, zipName(plugin)), zip(plugin));
            lines.push(said(`dist/${zipName(plugin)}`, Number(changed), 0, Number(!changed)));
        }
    }
    return {lines, problems, files: written};
}
