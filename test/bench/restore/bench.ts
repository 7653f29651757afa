import {DATABASE, onFreshPair} from '../freshPair.ts';
import {machine} from '../suite/measure.ts';
import type {Row, Table} from '../table.ts';
import {teacherPage} from './pageRows.ts';
import {COMPONENT, stageOf, type Stage} from './stage.ts';
import {largeCourses, manyCourses, smallCourse} from './transferRows.ts';

/** BENCH_PARTS=page,small takes some of them; BENCH_MB, BENCH_LISTS, BENCH_MANY and BENCH_TIMES make them short. */
const PARTS: Readonly<Record<string, (stage: Stage) => Promise<Row[]>>> = {page: teacherPage, small: smallCourse, large: largeCourses, many: manyCourses};
const parts = (process.env['BENCH_PARTS'] ?? Object.keys(PARTS).join()).split(',');

/** Courses that come from one Moodle to another, beside core's own backup and restore of such courses in the same run. */
export async function bench(): Promise<Table> {
    const rows = await onFreshPair(COMPONENT, async (pair, work) => {
        const stage = await stageOf(pair, work);
        const all: Row[] = [];
        for (const name of parts) {
            const some = await PARTS[name]?.(stage) ?? [];
            // It takes its time: what there is can be read meanwhile.
            some.forEach(({what, seconds}) => console.error(`${what}: ${seconds?.toFixed(2) ?? '-'} s`));
            all.push(...some);
        }
        return all;
    });
    return {title: `Courses from another Moodle on ${DATABASE}, memory_limit 128M (${machine()})`, rows};
}
