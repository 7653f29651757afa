import {mkdirSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {formatDiagnostic} from '../../../build/diagnostics/diagnostic.ts';
import {buildPlugin} from '../../../build/write/buildPlugin.ts';
import type {Model} from '../../../build/manifest/model.ts';
import type {BuiltPlugin} from '../../../build/write/builtPlugin.ts';
import {pluginFolder, pluginNames} from '../../../build/write/pluginFolder.ts';
import {zip, zipName} from '../../../build/write/zip.ts';
import {PROJECT} from '../project.ts';
import {previousVersion} from './previousVersion.ts';

/** A plugin as it is checked: what ships, and what an older site has. */
export type Shipped = {
    readonly component: string;
    readonly model: Model;
    readonly zip: string;
    readonly previousZip: string;
    /** One of our plugins, or the golden one that declares one of everything. */
    readonly golden: boolean;
    /** Still in the making: it is not held against a real Moodle yet. */
    readonly alpha: boolean;
};

const FOLDER = join(PROJECT, '.cache', 'test', 'zips');
const GOLDEN = join('test', 'golden', 'plugins', 'everything');

/** Builds all plugins, and the golden one, each with the version before it. */
export async function shipped(): Promise<Shipped[]> {
    const own = (await pluginNames()).map(name => ({path: join(PROJECT, 'plugins', name), golden: false}));
    const golden = readdirSync(join(PROJECT, GOLDEN)).includes('manifest.ts') ? [{path: join(PROJECT, GOLDEN), golden: true}] : [];
    return Promise.all([...own, ...golden].map(async ({path, golden: isGolden}) => {
        const {plugin, problems} = await buildPlugin(pluginFolder(path));
        if (plugin === null) {
            throw new Error(problems.map(formatDiagnostic).join('\n'));
        }
        const before = previousVersion(plugin, path);
        const alpha = plugin.model.spec.maturity === 'alpha';
        return {component: plugin.model.component, model: plugin.model, golden: isGolden, alpha, zip: writeZip(plugin, ''), previousZip: writeZip(before, 'previous-')};
    }));
}

function writeZip(plugin: BuiltPlugin, prefix: string): string {
    mkdirSync(FOLDER, {recursive: true});
    const path = join(FOLDER, `${prefix}${zipName(plugin)}`);
    writeFileSync(path, zip(plugin));
    return path;
}

