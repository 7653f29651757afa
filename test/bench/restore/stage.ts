import type {ChildProcess} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import type {Pair} from '../../moodle/pair.ts';
import type {Site} from '../../moodle/site.ts';
import {startPhp} from '../../moodle/startPhp.ts';
import {Meter} from './meter.ts';

export const COMPONENT = 'block_my_external_backup_restore_courses';
const HERE = import.meta.dirname;
const ADHOC = 'admin/cli/adhoc_task.php';

/** A request as it ended. */
export type Ended = {readonly id: string; readonly state: string; readonly reason: string | null; readonly courseid: string | null};

/** Two Moodles that tell what their processes take, and what the scenes do with them. */
export type Stage = {
    readonly pair: Pair;
    readonly meter: Meter;
    /** Where core's backups lie for a while. */
    readonly work: string;
    readonly fill: (kind: 'small' | 'large' | 'owned', number: number) => Promise<readonly number[]>;
    readonly wish: (courses: readonly number[]) => Promise<readonly number[]>;
    /** Has the client ask one more server. */
    readonly alsoAsk: (address: string) => Promise<void>;
    /** Waits for requests to end, or for a task to be queued. It is ready when this is. */
    readonly watch: (site: Site, what: 'ended' | 'queued', which: string) => Promise<{readonly there: Promise<readonly Ended[]>}>;
    /** A process that does ad hoc tasks until nothing is left to do, or for so many seconds; of one class, or all. */
    readonly runner: (site: Site, seconds: number, task?: string) => Runner;
};

export type Runner = {readonly ended: Promise<void>; readonly stop: () => Promise<void>};

export async function stageOf(pair: Pair, work: string): Promise<Stage> {
    const meter = new Meter(join(work, 'meter'));
    const {client, server} = pair;
    [client, server].forEach(site => meterSite(site, meter));
    const script = async (site: Site, name: string, ...args: readonly string[]): Promise<string> =>
        (await site.php([join(HERE, name), ...args])).trim().split('\n').at(-1) ?? '';
    const {line} = JSON.parse((await server.php(['blocks/my_external_backup_restore_courses/cli/install_server.php', '--json']))
        .trim().split('\n').at(-1) ?? '') as {line: string};
    await script(server, 'settle.php', '{}');
    await script(client, 'settle.php', JSON.stringify({external_moodles: line}));
    return {
        pair, meter, work,
        alsoAsk: async address => {
            await script(client, 'settle.php', JSON.stringify({external_moodles: `${line};${address},${'0'.repeat(32)}`}));
        },
        fill: async (kind, number) => JSON.parse(await script(server, 'fill.php', kind, String(number))) as number[],
        wish: async courses => JSON.parse(await script(client, 'wish.php', JSON.stringify(courses))) as number[],
        watch,
        runner,
    };
}

/** Every process of a site reads its config.php first. */
function meterSite(site: Site, {file}: Meter): void {
    const config = join(site.dir, 'config.php');
    const lines = ['<?php', `define('BENCH_METER', '${file}');`, `require('${join(HERE, 'meter.php')}');`];
    writeFileSync(config, readFileSync(config, 'utf8').replace('<?php', lines.join('\n')));
}

function phpOf(site: Site, args: readonly string[]): ChildProcess {
    return startPhp(site, args, ['ignore', 'pipe', 'inherit']);
}

async function watch(site: Site, what: string, which: string): Promise<{there: Promise<readonly Ended[]>}> {
    const child = phpOf(site, [join(HERE, 'watch.php'), what, which]);
    const lines = createInterface({input: child.stdout ?? process.stdin})[Symbol.asyncIterator]();
    await lines.next();
    return {there: lines.next().then(({value}) => JSON.parse(String(value)) as readonly Ended[])};
}

function runner(site: Site, seconds: number, task?: string): Runner {
    const only = task === undefined ? [] : [`--classname=\\${COMPONENT}\\task\\${task}`];
    const child = phpOf(site, [ADHOC, '--execute', `--keep-alive=${seconds}`, ...only]);
    child.stdout?.resume();
    const ended = new Promise<void>(done => child.on('exit', () => { done(); }));
    return {
        ended,
        // It ends by itself after the task that it works on, and tells what it took.
        stop: () => {
            child.kill('SIGTERM');
            return ended;
        },
    };
}
