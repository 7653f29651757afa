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
import type {Site} from '../../moodle/site.ts';
import {down, up} from '../../moodle/up.ts';
import {machine} from '../suite/measure.ts';
import type {Row, Table} from '../table.ts';
import {SCENES, SHAPES, rowOf, type Scene, type Measured} from './scenes.ts';

const PORT = '8900';
/** The other database: BENCH_DB=pgsql. */
const DATABASE = process.env['BENCH_DB'] === 'pgsql' ? 'pgsql' : 'mariadb';
const COMPONENT = 'block_course_notification';

/** As many enrolments as the sites that people have asked about; BENCH_SIZES=1000 makes it short. */
const sizes = (process.env['BENCH_SIZES'] ?? '1000,10000,50000').split(',').map(Number);

/** The notifications against the bars that were set for a site of 50,000 enrolments, and how the cost grows up to there. */
export async function bench(): Promise<Table> {
    const work = mkdtempSync(join(tmpdir(), 'notification-bench-'));
    // PostgreSQL runs as a user of its own where we are root.
    chmodSync(work, 0o755);
    const places = placesOf({...process.env, MOODLE_STATE: join(work, 'pair'), MOODLE_PORT: process.env['BENCH_PORT'] ?? PORT}, PROJECT);
    try {
        await up(places, {branches: {client: null, server: null}, database: DATABASE, php: {client: null, server: null}, sameIdentifier: false, clone: false}, () => undefined);
        return {title: `Course notifications on ${DATABASE} (${machine()})`, rows: await rowsOf(await siteWithPlugin(places, work))};
    } finally {
        await down(places);
        rmSync(work, {recursive: true, force: true});
    }
}

async function siteWithPlugin(places: Places, work: string): Promise<Site> {
    const {plugin} = await buildPlugin(pluginFolder(join(PROJECT, 'plugins', COMPONENT)));
    if (plugin === null) {
        throw new Error(`${COMPONENT} does not build.`);
    }
    const file = join(work, zipName(plugin));
    await writeChanged(file, zip(plugin));
    const {client} = openPair(places);
    await installPlugins([client], [file]);
    return client;
}

async function rowsOf(site: Site): Promise<Row[]> {
    const rows: Row[] = [];
    for (const size of sizes) {
        await site.php([join(import.meta.dirname, 'fill.php'), String(size)]);
        for (const scene of SCENES) {
            rows.push(await measured(site, scene, size));
        }
    }
    return [...rows, ...await shapes(site)];
}

/** The same people in many courses: as many enrolments as SAME_SIZE says, two hundred thousand by default. */
async function shapes(site: Site): Promise<Row[]> {
    const size = Number(process.env['SAME_SIZE'] ?? '200000');
    if (size === 0) {
        return [];
    }
    await site.php([join(import.meta.dirname, 'fill.php'), String(size), 'same']);
    await site.php([join(import.meta.dirname, 'measure.php'), 'plan']);
    const rows: Row[] = [];
    for (const scene of SHAPES) {
        rows.push(await measured(site, scene, size));
    }
    return rows;
}

async function measured(site: Site, scene: Scene, size: number): Promise<Row> {
    const said = await site.php([join(import.meta.dirname, 'measure.php'), scene.name]);
    return rowOf(scene, size, JSON.parse(said.trim().split('\n').at(-1) ?? '') as Measured);
}
