import {USAGE, fresh, notFresh, releaseWhat} from '../diagnostics/cli.ts';
import {formatDiagnostic, type Diagnostic} from '../diagnostics/diagnostic.ts';
import {unwrittenStrings} from '../strings/unwrittenStrings.ts';
import {buildPlugin} from '../write/buildPlugin.ts';
import type {BuiltPlugin} from '../write/builtPlugin.ts';
import {checkPlugin} from '../write/checkPlugin.ts';
import {explain} from '../write/explain.ts';
import type {PluginFolder} from '../write/pluginFolder.ts';
import {writePlugins} from '../write/writePlugins.ts';
import {chosenFolders} from './chosenFolders.ts';
import {commandLine, type Command} from './commandLine.ts';
import {type Ended, refused} from './ended.ts';
import {release} from './release.ts';

export async function run(words: readonly string[]): Promise<Ended> {
    const command = commandLine(words);
    if ('code' in command) {
        return refused([command]);
    }
    if (command.does === 'help') {
        return {lines: [USAGE], code: 0};
    }
    if (command.does === 'release' && command.plugins.length === 0 && command.from === null) {
        return refused([releaseWhat()]);
    }
    const {folders, problems} = await chosenFolders(command);
    if (problems.length > 0) {
        return refused(problems);
    }
    switch (command.does) {
        case 'watch':
            return (await import('./watch.ts')).watch(command, folders);
        case 'strings':
            return (await import('./writeStrings.ts')).writeStrings(folders);
        default:
            return carryOut(command, folders);
    }
}

async function carryOut(command: Command, folders: readonly PluginFolder[]): Promise<Ended> {
    const outcomes = await Promise.all(folders.map(buildPlugin));
    const problems = outcomes.flatMap(outcome => outcome.problems);
    const plugins = outcomes.flatMap(({plugin}) => (plugin === null ? [] : [plugin]));
    const leaves = command.zip || command.does === 'release';
    const unwritten = leaves ? (await Promise.all(plugins.map(({model}) => unwrittenStrings(model)))).flat() : [];
    if (problems.length + unwritten.length > 0) {
        return refused([...problems, ...unwritten]);
    }
    switch (command.does) {
        case 'check':
            return check(plugins);
        case 'explain':
            return said(explain(plugins, command.path));
        case 'release':
            return said(await release(plugins));
        default: {
            const result = await writePlugins(plugins, command.moodle, command.zip);
            return result.problems.length > 0 ? refused(result.problems) : {lines: result.lines, code: 0};
        }
    }
}

async function check(plugins: readonly BuiltPlugin[]): Promise<Ended> {
    const problems = (await Promise.all(plugins.map(plugin => checkPlugin(plugin)))).flat();
    if (problems.length > 0) {
        return {lines: [...problems.map(formatDiagnostic), notFresh(problems.length)], code: 1};
    }
    const files = plugins.reduce((sum, plugin) => sum + plugin.files.size, 0);
    return {lines: [fresh(plugins.length, files)], code: 0};
}

const said = (answer: readonly string[] | Diagnostic): Ended => ('code' in answer ? refused([answer]) : {lines: answer, code: 0});
