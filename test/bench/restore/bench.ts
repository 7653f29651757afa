import {chmodSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {placesOf} from '../../moodle/places.ts';
import {PROJECT} from '../../moodle/project.ts';
import {down, up} from '../../moodle/up.ts';
import {machine} from '../suite/measure.ts';
import type {Row, Table} from '../table.ts';
import {teacherPage} from './pageRows.ts';
import {stageAt, type Stage} from './stage.ts';
import {largeCourses, manyCourses, smallCourse} from './transferRows.ts';

const PORT = '8900';
/** The other database: BENCH_DB=pgsql. */
const DATABASE = process.env['BENCH_DB'] === 'pgsql' ? 'pgsql' : 'mariadb';

/** BENCH_PARTS=page,small takes some of them; BENCH_MB, BENCH_LISTS, BENCH_MANY and BENCH_TIMES make them short. */
const PARTS: Readonly<Record<string, (stage: Stage) => Promise<Row[]>>> = {page: teacherPage, small: smallCourse, large: largeCourses, many: manyCourses};
const parts = (process.env['BENCH_PARTS'] ?? Object.keys(PARTS).join()).split(',');

/** Courses that come from one Moodle to another, beside core's own backup and restore of such courses in the same run. */
export async function bench(): Promise<Table> {
    const work = mkdtempSync(join(tmpdir(), 'restore-bench-'));
    // PostgreSQL runs as a user of its own where we are root.
    chmodSync(work, 0o755);
    const places = placesOf({...process.env, MOODLE_STATE: join(work, 'pair'), MOODLE_PORT: process.env['BENCH_PORT'] ?? PORT}, PROJECT);
    try {
        await up(places, {branches: {client: null, server: null}, database: DATABASE, php: {client: null, server: null}, sameIdentifier: false, clone: false}, () => undefined);
        const stage = await stageAt(places, work);
        const rows: Row[] = [];
        for (const name of parts) {
            const some = await PARTS[name]?.(stage) ?? [];
            // It takes its time: what there is can be read meanwhile.
            some.forEach(({what, seconds}) => console.error(`${what}: ${seconds?.toFixed(2) ?? '-'} s`));
            rows.push(...some);
        }
        return {title: `Courses from another Moodle on ${DATABASE}, memory_limit 128M (${machine()})`, rows};
    } finally {
        await down(places);
        rmSync(work, {recursive: true, force: true});
    }
}
