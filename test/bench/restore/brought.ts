import {mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import type {Spent} from './meter.ts';
import {type Ended, type Stage} from './stage.ts';

/** How courses came: how long it took, and what the processes of both sides took. */
export type Brought = {readonly seconds: number; readonly spent: readonly Spent[]; readonly ended: readonly Ended[]};

const now = (): number => performance.now() / 1000;

/** As core's own commands do it: one course after the other, in as many rows as there are runners. */
export async function byCore({pair: {client, server}, meter, work}: Stage, courses: readonly number[], rows = 1): Promise<Brought> {
    await meter.take();
    const left = [...courses];
    const row = async (): Promise<void> => {
        for (let course = left.shift(); course !== undefined; course = left.shift()) {
            const folder = mkdtempSync(join(work, 'core-'));
            await server.php(['admin/cli/backup.php', `--courseid=${course}`, `--destination=${folder}`]);
            await client.php(['admin/cli/restore_backup.php', `--file=${join(folder, readdirSync(folder)[0] ?? '')}`, '--categoryid=1']);
            rmSync(folder, {recursive: true});
        }
    };
    const start = now();
    await Promise.all(Array.from({length: rows}, row));
    const seconds = now() - start;
    return {seconds, spent: await meter.take(), ended: []};
}

/** By a process on each side that begins when there is work for it, as cron would start it in the best case. */
export async function byProcesses(stage: Stage, course: number): Promise<Brought> {
    const {pair: {client, server}, meter} = stage;
    const requests = await stage.wish([course]);
    const queued = await stage.watch(server, 'queued', 'export_task');
    const ended = await stage.watch(client, 'ended', requests.join());
    await meter.take();
    const start = now();
    // Core has the client do other tasks after a restore, which are none of ours.
    const runners = [stage.runner(client, 0, 'work_task')];
    await queued.there;
    runners.push(stage.runner(server, 0, 'export_task'));
    const states = await ended.there;
    const seconds = now() - start;
    await Promise.all(runners.map(one => one.ended));
    return {seconds, spent: worked(await meter.take()), ended: states};
}

/** By as many runners on each side, which begin when all is asked for. */
export async function byRunners(stage: Stage, courses: readonly number[], count: number): Promise<Brought> {
    const {pair: {client, server}, meter} = stage;
    const requests = await stage.wish(courses);
    const ended = await stage.watch(client, 'ended', requests.join());
    await meter.take();
    const start = now();
    const runners = [client, server].flatMap(site => Array.from({length: count}, () => stage.runner(site, 3600)));
    const states = await ended.there;
    const seconds = now() - start;
    await Promise.all(runners.map(one => one.stop()));
    return {seconds, spent: worked(await meter.take()), ended: states};
}

/** Those that wait only so that we know when it is over do not count. */
const worked = (spent: readonly Spent[]): readonly Spent[] => spent.filter(({script}) => script !== 'watch.php');
