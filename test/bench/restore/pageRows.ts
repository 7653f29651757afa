import {createServer, type AddressInfo, type Server} from 'node:net';
import {setTimeout as wait} from 'node:timers/promises';
import {Visitor} from '../../moodle/checks/visitor.ts';
import type {Row} from '../table.ts';
import {of, peak, queries} from './meter.ts';
import type {Stage} from './stage.ts';

const LISTS = (process.env['BENCH_LISTS'] ?? '10,200,2000').split(',').map(Number);
const PAGE = '/blocks/my_external_backup_restore_courses/index.php';
const FUNCTION = 'block_my_external_backup_restore_courses_get_remote_courses';
const TIMES = 5;

type List = {readonly courses: readonly unknown[]; readonly total: number; readonly problem: string};

/** The page of somebody with many courses on the server, and with a second server that hangs. */
export async function teacherPage(stage: Stage): Promise<Row[]> {
    const rows: Row[] = [];
    for (const size of LISTS) {
        await stage.fill('owned', size);
        rows.push(await pageRow(stage, size));
    }
    return [...rows, await besideHanging(stage)];
}

async function pageRow(stage: Stage, size: number): Promise<Row> {
    const {pair: {server}, meter} = stage;
    const {visitor, ask} = await owner(stage);
    await visitor.get(PAGE, {});
    await ask(server.url);
    await meter.take();
    const page = await visitor.get(PAGE, {});
    const opened = await meter.take();
    const times: number[] = [];
    let list: List | null = null;
    for (let time = 0; time < TIMES; time++) {
        const start = performance.now();
        list = await ask(server.url);
        times.push((performance.now() - start) / 1000);
    }
    const spent = await meter.take();
    const [there, here] = [queries(of(spent, 'server')) / TIMES, queries(of(spent, 'client')) / TIMES];
    const {courses, total} = list ?? {courses: [], total: 0};
    const first = times.sort((a, b) => a - b)[TIMES >> 1] ?? 0;
    const kilobytes = Buffer.byteLength(page.text + JSON.stringify(list)) / 1000;
    return {
        what: `list of ${size.toLocaleString('en')}`, seconds: first, memory: peak(spent), queries: there + here,
        bar: '≤ 15 / ≤ 15 queries, ≤ 0.2 s, ≤ 200 kB', met: total === size && there <= 15 && here <= 15 && first <= 0.2 && kilobytes <= 200,
        note: `server ${there}, client ${here} queries; ${courses.length} rows of ${total}, ${Math.round(kilobytes)} kB with the page, `
            + `which takes ${queries(of(opened, 'client'))} queries itself`,
    };
}

/** One server hangs: those who look at another's courses do not wait for it. */
async function besideHanging(stage: Stage): Promise<Row> {
    const {server} = stage.pair;
    const hanging = await hangingServer();
    const address = `http://127.0.0.1:${(hanging.address() as AddressInfo).port}`;
    try {
        await stage.alsoAsk(address);
        const {visitor, ask} = await owner(stage);
        await visitor.get(PAGE, {});
        const never = ask(address);
        await wait(100);
        const start = performance.now();
        const page = await visitor.get(PAGE, {});
        const opened = (performance.now() - start) / 1000;
        await ask(server.url);
        const first = (performance.now() - start) / 1000 - opened;
        hanging.close();
        const {problem} = await never;
        return {
            what: 'list while a second server hangs', seconds: first, bar: '≤ 0.3 s', met: first <= 0.3 && page.status === 200,
            note: `the page itself ${opened.toFixed(2)} s; of the other: ${problem}`,
        };
    } finally {
        hanging.close();
    }
}

/** Somebody at the page, and what its script asks. */
async function owner({pair: {client}}: Stage): Promise<{visitor: Visitor; ask: (remote: string) => Promise<List>}> {
    const visitor = new Visitor(client.url);
    await visitor.signIn('owner', 'moodle');
    const sesskey = await visitor.sesskey();
    const question = {userid: 0, search: '', categoryid: 0, sort: 'fullname', page: 0, refresh: true};
    return {visitor, ask: async remote => await visitor.call(FUNCTION, {remote, ...question}, sesskey) as List};
}

function hangingServer(): Promise<Server> {
    const server = createServer(() => undefined);
    return new Promise(ready => { server.listen(0, '127.0.0.1', () => { ready(server); }); });
}
