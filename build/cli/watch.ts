import {spawn} from 'node:child_process';
import {join, relative} from 'node:path';
import {nothingWritten} from '../diagnostics/cli.ts';
import {formatDiagnostic, type Diagnostic} from '../diagnostics/diagnostic.ts';
import {startsAgain, stumbled, took, watching} from '../diagnostics/watch.ts';
import {buildPlugin} from '../write/buildPlugin.ts';
import {PROJECT, type PluginFolder} from '../write/pluginFolder.ts';
import {reloadMoodle} from '../write/reloadMoodle.ts';
import {watchFolder} from '../write/watchFolder.ts';
import {writePlugins} from '../write/writePlugins.ts';
import type {Command} from './commandLine.ts';
import {type Ended, refused} from './ended.ts';

/** An editor writes a file in several steps, and a formatter right after it. */
const PAUSE = 30;

/** Builds a plugin again whenever one of its sources changes, until the process is ended. */
export async function watch(command: Command, folders: readonly PluginFolder[]): Promise<Ended> {
    const waiting = new Set(folders);
    let toolsChanged = false;
    let wake = (): void => undefined;
    const watchers = [
        ...['build', 'templates'].map(name => watchFolder(join(PROJECT, name), () => {
            toolsChanged = true;
            wake();
        })),
        ...folders.map(folder => watchFolder(folder.path, () => {
            waiting.add(folder);
            wake();
        })),
    ];
    for (let first = true; ; first = false) {
        const woken = new Promise<void>(resolve => {
            wake = resolve;
        });
        for (const folder of [...waiting]) {
            waiting.delete(folder);
            const problems = await turn(command, folder, first);
            if (problems.length > 0) {
                watchers.forEach(watcher => watcher.close());
                return refused(problems);
            }
        }
        if (first) {
            console.log(watching(folders.map(({path}) => relative(process.cwd(), path) || '.')));
        }
        await (waiting.size > 0 || toolsChanged ? undefined : woken);
        await new Promise(resolve => setTimeout(resolve, PAUSE));
        if (toolsChanged) {
            watchers.forEach(watcher => watcher.close());
            await startAgain();
        }
    }
}

/** One build of one plugin. Sources that do not build leave what stands as it is; a place that cannot be written to ends the watch. */
async function turn(command: Command, folder: PluginFolder, first: boolean): Promise<readonly Diagnostic[]> {
    const start = performance.now();
    const {plugin, problems} = await buildPlugin(folder).catch((error: unknown) => ({plugin: null, problems: [stumbled(folder.sources, error)]}));
    if (plugin === null) {
        console.error([...problems.map(formatDiagnostic), nothingWritten(problems.length)].join('\n'));
        return [];
    }
    const {lines, problems: places, files: [written]} = await writePlugins([plugin], command.moodle, command.zip);
    const isNew = written !== undefined && written.changed.length + written.removed.length > 0;
    const told = isNew && command.moodle !== null ? await reloadMoodle(command.moodle, written) : [];
    if (lines.length > 0 && (isNew || first)) {
        const moment = new Date().toTimeString().slice(0, 8);
        console.log([took(moment, lines.join(', '), (performance.now() - start) / 1000), ...told].join('\n'));
    }
    return places;
}

/** What is loaded of the build is old: a process of its own begins afresh, and this one only waits for it. */
function startAgain(): Promise<never> {
    console.log(startsAgain());
    const child = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {stdio: 'inherit'});
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.on(signal, () => child.kill(signal));
    }
    return new Promise(() => child.on('exit', code => process.exit(code ?? 1)));
}
