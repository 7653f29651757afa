import {join} from 'node:path';
import type {Site} from '../../moodle/site.ts';
import {DATABASE, onFreshPair} from '../freshPair.ts';
import {machine} from '../suite/measure.ts';
import type {Row, Table} from '../table.ts';
import {SCENES, SHAPES, rowOf, type Scene, type Measured} from './scenes.ts';

const COMPONENT = 'block_course_notification';

/** As many enrolments as the sites that people have asked about; BENCH_SIZES=1000 makes it short. */
const sizes = (process.env['BENCH_SIZES'] ?? '1000,10000,50000').split(',').map(Number);

/** The notifications against the bars that were set for a site of 50,000 enrolments, and how the cost grows up to there. */
export async function bench(): Promise<Table> {
    const rows = await onFreshPair(COMPONENT, ({client}) => rowsOf(client));
    return {title: `Course notifications on ${DATABASE} (${machine()})`, rows};
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
