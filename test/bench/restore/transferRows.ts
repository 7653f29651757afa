import {setTimeout as wait} from 'node:timers/promises';
import {Visitor} from '../../moodle/checks/visitor.ts';
import {PASSWORD} from '../../moodle/fixture.ts';
import type {Row} from '../table.ts';
import {byCore, byProcesses, byRunners, type Brought} from './brought.ts';
import {cpu, of, peak, queries} from './meter.ts';
import type {Stage} from './stage.ts';

const TIMES = Number(process.env['BENCH_TIMES'] ?? '5');
const MEGABYTES = (process.env['BENCH_MB'] ?? '200,480').split(',').map(Number);
const MANY = Number(process.env['BENCH_MANY'] ?? '100');

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const seconds = (value: number): string => `${value.toFixed(2)} s`;
const mib = (value: number): string => `${Math.round(value)} MiB`;
const allDone = ({ended}: Brought): boolean => ended.every(({state}) => state === 'done');

/** What became of those that did not come. */
function trouble(brought: Brought): string {
    const failed = brought.ended.filter(({state}) => state !== 'done');
    return failed.length === 0 ? '' : `; NOT DONE: ${failed.map(({state, reason}) => `${state} ${reason ?? ''}`).join(', ')}`;
}

/** A small course: in processes beside core's, and with runners that are there already, from the click. */
export async function smallCourse(stage: Stage): Promise<Row[]> {
    const courses = await stage.fill('small', 3 * TIMES + 1);
    const [first, ...others] = courses;
    // Whatever is made at the first time is made for both.
    await byCore(stage, [first ?? 0]);
    await byProcesses(stage, first ?? 0);
    const [core, ours, live]: [Brought[], Brought[], Brought[]] = [[], [], []];
    for (let time = 0; time < TIMES; time++) {
        core.push(await byCore(stage, [others[3 * time] ?? 0]));
        ours.push(await byProcesses(stage, others[3 * time + 1] ?? 0));
    }
    for (let time = 0; time < TIMES; time++) {
        live.push(await fromClick(stage, others[3 * time + 2] ?? 0));
    }
    const [byThem, byUs, byLive] = [core, ours, live].map(kind => median(kind.map(one => one.seconds))) as [number, number, number];
    const cpuOf = (kind: readonly Brought[]): number => median(kind.map(one => cpu(one.spent)));
    return [
        {what: 'small course by core', seconds: byThem, memory: Math.max(...core.map(one => peak(one.spent))), queries: queries(core[0]?.spent ?? []),
            note: `median of ${TIMES}; processors ${seconds(cpuOf(core))}`},
        {what: 'small course, processes', seconds: byUs, memory: Math.max(...ours.map(one => peak(one.spent))), queries: queries(ours[0]?.spent ?? []),
            bar: '≤ 1.2 s', met: byUs <= 1.2 && ours.every(allDone),
            note: `${(byUs / byThem).toFixed(2)} × core; processors ${seconds(cpuOf(ours))}${ours.map(trouble).join('')}`},
        {what: 'small course, click to done', seconds: byLive, bar: '≤ 2.0 s', met: byLive <= 2 && live.every(allDone),
            note: `longest ${seconds(Math.max(...live.map(one => one.seconds)))}${live.map(trouble).join('')}`},
    ];
}

/** From the press of the button in a browser, with a runner on each side. */
async function fromClick(stage: Stage, course: number): Promise<Brought> {
    const {pair: {client, server}, meter} = stage;
    const visitor = new Visitor(client.url);
    await visitor.signIn('admin', PASSWORD);
    const sesskey = await visitor.sesskey();
    const [teacher] = await client.sql("SELECT id FROM {user} WHERE username = 'teacher'");
    const runners = [stage.runner(client, 3600), stage.runner(server, 3600)];
    const [last] = await client.sql('SELECT MAX(id) AS id FROM {block_my_external_backup_restore_courses_request}');
    const ended = await stage.watch(client, 'ended', String(Number(last?.['id']) + 1));
    // A runner looks for work once in a second: people come at any moment of it.
    await wait(2000 + Math.random() * 1000);
    await meter.take();
    const wanted = {target: 'new', categoryid: 0, targetcourse: 0, withusers: true, enrolment: 2};
    const start = performance.now();
    const [answer] = await visitor.call('block_my_external_backup_restore_courses_request_courses', {
        userid: Number(teacher?.['id']), notbefore: 0, courses: [{remote: server.url, remotecourse: course, ...wanted}],
    }, sesskey) as [{problem: string}];
    if (answer.problem !== '') {
        throw new Error(answer.problem);
    }
    const states = await ended.there;
    const spent = performance.now() - start;
    await Promise.all(runners.map(one => one.stop()));
    return {seconds: spent / 1000, spent: await meter.take(), ended: states};
}

/** A course of large files: for the first time, and again when the client has its contents; beside core's. */
export async function largeCourses(stage: Stage): Promise<Row[]> {
    const rows: Row[] = [];
    for (const [index, size] of MEGABYTES.entries()) {
        const [theirs = 0] = await stage.fill('large', size);
        const [ours = 0] = await stage.fill('large', size);
        const core = await byCore(stage, [theirs]);
        const cold = await byProcesses(stage, ours);
        const known = await byProcesses(stage, ours);
        // The times were set for the first of them, the memory for all.
        rows.push(
            {what: `${size} MB by core`, seconds: core.seconds, memory: peak(core.spent), queries: queries(core.spent), note: `processors ${seconds(cpu(core.spent))}`},
            largeRow(`${size} MB, cold`, core, cold, index === 0 ? 3 : null),
            largeRow(`${size} MB, contents known`, core, known, index === 0 ? 1.5 : null),
        );
    }
    return rows;
}

function largeRow(what: string, core: Brought, ours: Brought, bar: number | null): Row {
    const [server, client] = [of(ours.spent, 'server'), of(ours.spent, 'client')];
    const met = allDone(ours) && peak(ours.spent) <= 48 && (bar === null || (ours.seconds <= bar && cpu(server) <= 0.5));
    return {
        what, seconds: ours.seconds, memory: peak(ours.spent), queries: queries(ours.spent), met,
        bar: bar === null ? '≤ 48 MiB' : `≤ ${bar.toFixed(1)} s, server ≤ 0.5 s, ≤ 48 MiB`,
        note: `${(ours.seconds / core.seconds).toFixed(2)} × core; server ${seconds(cpu(server))} of a processor in ${server.length} requests and tasks, `
            + `${mib(peak(server))}; client ${seconds(cpu(client))}, ${mib(peak(client))}${trouble(ours)}`,
    };
}

/** Ten small courses with one, two and three runners on each side, and then many: none may be lost. */
export async function manyCourses(stage: Stage): Promise<Row[]> {
    const rows: Row[] = [];
    for (const [runners, bar] of [[1, 5], [2, 3], [3, null]] as const) {
        const core = await byCore(stage, await stage.fill('small', 10), runners);
        const ours = await byRunners(stage, await stage.fill('small', 10), runners);
        rows.push({
            what: `ten small, ${runners} runner${runners === 1 ? '' : 's'}`, seconds: ours.seconds, memory: peak(ours.spent), queries: queries(ours.spent),
            ...(bar === null ? {} : {bar: `≤ ${bar.toFixed(1)} s`}), met: allDone(ours) && (bar === null || ours.seconds <= bar),
            note: `core ${seconds(core.seconds)}, ratio ${(ours.seconds / core.seconds).toFixed(2)}; `
                + `processors ${seconds(cpu(ours.spent))}, core ${seconds(cpu(core.spent))}${trouble(ours)}`,
        });
    }
    if (MANY > 0) {
        const ours = await byRunners(stage, await stage.fill('small', MANY), 3);
        const courses = new Set(ours.ended.map(({courseid}) => courseid));
        rows.push({
            what: `${MANY} small, 3 runners`, seconds: ours.seconds, memory: peak(ours.spent), bar: '0 lost', met: allDone(ours) && courses.size === MANY,
            note: `${courses.size} courses; processors ${seconds(cpu(ours.spent))}${trouble(ours)}`,
        });
    }
    return rows;
}
