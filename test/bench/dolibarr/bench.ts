import {chmodSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {buildPlugin} from '../../../build/write/buildPlugin.ts';
import {pluginFolder} from '../../../build/write/pluginFolder.ts';
import {writeChanged} from '../../../build/write/writeFolder.ts';
import {zip, zipName} from '../../../build/write/zip.ts';
import {openPair} from '../../moodle/pair.ts';
import {placesOf, type Places} from '../../moodle/places.ts';
import {installPlugins} from '../../moodle/plugins.ts';
import {PROJECT} from '../../moodle/project.ts';
import {down, up} from '../../moodle/up.ts';
import {machine} from '../suite/measure.ts';
import type {Row, Table} from '../table.ts';
import {deliveries} from './deliveries.ts';
import {observers, recounts} from './scenes.ts';

const PORT = '8920';
/** The other database: BENCH_DB=pgsql. */
const DATABASE = process.env['BENCH_DB'] === 'pgsql' ? 'pgsql' : 'mariadb';

/** The link to Dolibarr against its bars: what observers add to a page, what counting the hours of a course costs, how fast messages leave. */
export async function bench(): Promise<Table> {
    const work = mkdtempSync(join(tmpdir(), 'dolibarr-bench-'));
    // PostgreSQL runs as a user of its own where we are root.
    chmodSync(work, 0o755);
    const places = placesOf({...process.env, MOODLE_STATE: join(work, 'pair'), MOODLE_PORT: process.env['BENCH_PORT'] ?? PORT}, PROJECT);
    try {
        await up(places, {branches: {client: null, server: null}, database: DATABASE, php: {client: null, server: null}, sameIdentifier: false, clone: false}, () => undefined);
        return {title: `Dolibarr on ${DATABASE} (${machine()})`, rows: await rowsOf(places, work)};
    } finally {
        await down(places);
        rmSync(work, {recursive: true, force: true});
    }
}

async function rowsOf(places: Places, work: string): Promise<Row[]> {
    const {plugin} = await buildPlugin(pluginFolder(join(PROJECT, 'plugins', 'local_dolibarr')));
    if (plugin === null) {
        throw new Error('local_dolibarr does not build.');
    }
    const file = join(work, zipName(plugin));
    await writeChanged(file, zip(plugin));
    const pair = openPair(places);
    await installPlugins([pair.client], [file]);
    return [...await observers(pair), ...await recounts(pair), ...await deliveries(pair)];
}
