import {existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {unzipSync} from 'fflate';
import {missingZip, notAPlugin, unknownPlugin} from '../../build/diagnostics/harness.ts';
import {PROJECT} from './project.ts';
import {Refusal} from './refusal.ts';
import type {Site} from './site.ts';
import {skipThemes} from './skipThemes.ts';

type PluginZip = {readonly component: string; readonly folder: string; readonly files: Readonly<Record<string, Uint8Array>>};

/** Puts the plugins into the sites' trees and lets Moodle install or upgrade them; both sites at once. */
export async function installPlugins(sites: readonly Site[], zips: readonly string[] = builtZips()): Promise<string[]> {
    const components = placePlugins(sites, zips);
    await Promise.all(sites.map(async site => {
        const said = await site.php(['admin/cli/upgrade.php', '--non-interactive']);
        if (said.includes('No upgrade needed')) {
            // The same version again, with other files. An upgrade would have purged by itself, and built the theme anew.
            await site.php(['admin/cli/purge_caches.php']);
        }
        await skipThemes(site);
    }));
    return components;
}

/** Puts the plugins into the sites' trees and lets nothing happen yet. */
export function placePlugins(sites: readonly Site[], zips: readonly string[]): string[] {
    const plugins = zips.map(readPlugin);
    for (const site of sites) {
        plugins.forEach(plugin => placePlugin(site, plugin));
    }
    return plugins.map(plugin => plugin.component);
}

export async function uninstallPlugin(site: Site, component: string): Promise<void> {
    const dir = pluginDir(site, component);
    if (!existsSync(dir)) {
        throw new Refusal(unknownPlugin(component));
    }
    await site.php(['admin/cli/uninstall_plugins.php', `--plugins=${component}`, '--run']);
    rmSync(dir, {recursive: true, force: true});
    await site.php(['admin/cli/purge_caches.php']);
}

/** The folder of a plugin in the site's copy of the tree. */
export function pluginDir(site: Site, component: string): string {
    const [type = '', ...name] = component.split('_');
    const home = pluginHomes(site)[type];
    if (home === undefined || name.length === 0) {
        throw new Refusal(unknownPlugin(component));
    }
    return join(site.dir, home, name.join('_'));
}

/** The plugins that stand in the copy and not in the given tree, however they came there. */
export function addedPlugins(site: Site): string[] {
    return Object.entries(pluginHomes(site)).flatMap(([type, home]) => {
        const [given, ours] = [join(site.tree.dir, home), join(site.dir, home)].map(foldersIn) as [string[], string[]];
        return ours.filter(name => !given.includes(name) && existsSync(join(site.dir, home, name, 'version.php'))).map(name => `${type}_${name}`);
    });
}

/** The newest zip in dist/ of each of our plugins, but for those in the making. */
function builtZips(): string[] {
    const dist = join(PROJECT, 'dist');
    const ours = foldersIn(join(PROJECT, 'plugins'));
    const zips = foldersIn(dist).filter(name => name.endsWith('.zip') && ours.includes(componentOf(name)) && !isAlpha(join(dist, componentOf(name))));
    if (zips.length === 0) {
        throw new Refusal(missingZip('dist'));
    }
    return [...new Map(byRelease(zips).map(name => [componentOf(name), join(dist, name)])).values()];
}

/** What is still in the making is installed only by its zip: `npm run moodle -- install --zip dist/X-1.0.0.zip`. */
function isAlpha(folder: string): boolean {
    const version = join(folder, 'version.php');
    return existsSync(version) && readFileSync(version, 'utf8').includes('MATURITY_ALPHA');
}

/** The oldest first; 1.10.0 is newer than 1.9.0. */
export function byRelease(zips: readonly string[]): string[] {
    return [...zips].sort((a, b) => a.localeCompare(b, 'en', {numeric: true}));
}

function componentOf(zip: string): string {
    return zip.replace(/-\d.*$/, '');
}

function readPlugin(zip: string): PluginZip {
    const files = existsSync(zip) ? unzipSync(readFileSync(zip)) : {};
    const [folder = ''] = Object.keys(files)[0]?.split('/') ?? [];
    const version = files[`${folder}/version.php`];
    const component = version === undefined ? undefined : /\$plugin->component\s*=\s*'(\w+)'/.exec(Buffer.from(version).toString())?.[1];
    if (component === undefined) {
        throw new Refusal(notAPlugin(zip));
    }
    return {component, folder, files};
}

function placePlugin(site: Site, plugin: PluginZip): void {
    const dir = pluginDir(site, plugin.component);
    rmSync(dir, {recursive: true, force: true});
    for (const [path, bytes] of Object.entries(plugin.files)) {
        if (!path.endsWith('/')) {
            const target = join(dir, path.slice(plugin.folder.length + 1));
            mkdirSync(dirname(target), {recursive: true});
            writeFileSync(target, bytes);
        }
    }
}

/** Moodle's own list of where each type of plugin lives, from the top of the tree. */
function pluginHomes(site: Site): Record<string, string> {
    const list = JSON.parse(readFileSync(join(site.dir, 'lib', 'components.json'), 'utf8')) as {plugintypes: Record<string, string>};
    return list.plugintypes;
}

function foldersIn(dir: string): string[] {
    return existsSync(dir) ? readdirSync(dir) : [];
}
