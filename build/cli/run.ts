import {USAGE, fresh, notFresh, nothingWritten, releaseWhat} from '../diagnostics/cli.ts';
import {formatDiagnostic, type Diagnostic} from '../diagnostics/diagnostic.ts';
import {buildPlugin} from '../write/buildPlugin.ts';
import type {BuiltPlugin} from '../write/builtPlugin.ts';
import {checkPlugin} from '../write/checkPlugin.ts';
import {explain} from '../write/explain.ts';
import type {PluginFolder} from '../write/pluginFolder.ts';
import {writePlugins} from '../write/writePlugins.ts';
import {chosenFolders} from './chosenFolders.ts';
import {commandLine, type Command} from './commandLine.ts';
import {release} from './release.ts';

/** What a command printed, and how it ended: 0 well, 1 dist/ is not fresh, 2 something is wrong with the sources or the command. */
export type Ended = {readonly lines: readonly string[]; readonly code: 0 | 1 | 2};

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
    return problems.length > 0 ? refused(problems) : carryOut(command, folders);
}

async function carryOut(command: Command, folders: readonly PluginFolder[]): Promise<Ended> {
    const outcomes = await Promise.all(folders.map(buildPlugin));
    const problems = outcomes.flatMap(outcome => outcome.problems);
    const plugins = outcomes.flatMap(({plugin}) => (plugin === null ? [] : [plugin]));
    if (problems.length > 0) {
        return refused(problems);
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

const refused = (problems: readonly Diagnostic[]): Ended => ({
    lines: [...problems.map(formatDiagnostic), nothingWritten(problems.length)],
    code: 2,
});
