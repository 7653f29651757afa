import {existsSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {noManifest, unknownPlugin} from '../diagnostics/cli.ts';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {nearest} from '../manifest/nearest.ts';
import {PROJECT, pluginFolder, pluginNames, type PluginFolder} from '../write/pluginFolder.ts';
import type {Command} from './commandLine.ts';

type Chosen = {readonly folders: readonly PluginFolder[]; readonly problems: readonly Diagnostic[]};

/** The folders that a command speaks of: those named, the one given, or all. */
export async function chosenFolders(command: Command): Promise<Chosen> {
    if (command.from !== null) {
        const path = resolve(command.from);
        return existsSync(join(path, 'manifest.ts'))
            ? {folders: [pluginFolder(path)], problems: []}
            : {folders: [], problems: [noManifest(command.from)]};
    }
    const known = await pluginNames();
    const names = command.plugins.length === 0 ? known : command.plugins.map(name => name.replace(/^plugins\/|\/$/g, ''));
    return {
        folders: names.filter(name => known.includes(name)).map(name => pluginFolder(join(PROJECT, 'plugins', name))),
        problems: names.filter(name => !known.includes(name)).map(name => unknownPlugin(name, known, nearest(name, known))),
    };
}
