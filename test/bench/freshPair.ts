import {chmodSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {buildPlugin} from '../../build/write/buildPlugin.ts';
import {pluginFolder} from '../../build/write/pluginFolder.ts';
import {writeChanged} from '../../build/write/writeFolder.ts';
import {zip, zipName} from '../../build/write/zip.ts';
import {openPair, type Pair} from '../moodle/pair.ts';
import {placesOf} from '../moodle/places.ts';
import {installPlugins} from '../moodle/plugins.ts';
import {PROJECT} from '../moodle/project.ts';
import {down, up} from '../moodle/up.ts';

const PORT = '8900';

/** The other database: BENCH_DB=pgsql. */
export const DATABASE = process.env['BENCH_DB'] === 'pgsql' ? 'pgsql' : 'mariadb';

/** What is measured on a new pair of sites with one plugin as it ships, on both; the pair and the folder are gone afterwards. */
export async function onFreshPair<T>(component: string, measure: (pair: Pair, work: string) => Promise<T>): Promise<T> {
    const work = mkdtempSync(join(tmpdir(), `${component}-bench-`));
    // PostgreSQL runs as a user of its own where we are root.
    chmodSync(work, 0o755);
    const places = placesOf({...process.env, MOODLE_STATE: join(work, 'pair'), MOODLE_PORT: process.env['BENCH_PORT'] ?? PORT}, PROJECT);
    try {
        await up(places, {branches: {client: null, server: null}, database: DATABASE, php: {client: null, server: null}, sameIdentifier: false, clone: false}, () => undefined);
        const pair = openPair(places);
        await installPlugins([pair.client, pair.server], [await builtZip(component, work)]);
        return await measure(pair, work);
    } finally {
        await down(places);
        rmSync(work, {recursive: true, force: true});
    }
}

async function builtZip(component: string, work: string): Promise<string> {
    const {plugin} = await buildPlugin(pluginFolder(join(PROJECT, 'plugins', component)));
    if (plugin === null) {
        throw new Error(`${component} does not build.`);
    }
    const file = join(work, zipName(plugin));
    await writeChanged(file, zip(plugin));
    return file;
}
