import {strict as assert} from 'node:assert';
import {setTimeout as wait} from 'node:timers/promises';
import type {Asked} from './faultyLine.ts';
import {asks, download, each, hasFailed, isDone, PASS, withPages, type Scenarios} from './scenario.ts';
import {killed, type Stage} from './stage.ts';

/** What the process does that works on a request when it is killed, by what the line has seen by then. */
const AT: Readonly<Record<string, (asked: Asked) => boolean>> = {
    'while it asks': asks('ask_for_export'),
    'while it waits': asks('get_export'),
    'while it transfers': download,
    'when it has the contents': asks('get_contents'),
    'while it confirms': asks('confirm_export'),
};

/** Waits until something is so. */
export async function until(is: () => Promise<boolean>, seconds = 60): Promise<void> {
    for (const end = Date.now() + seconds * 1000; !await is(); await wait(20)) {
        assert.ok(Date.now() < end, 'it never came to that');
    }
}

/** Kills a worker so many milliseconds after it has begun to restore, or to change a course that was there. */
export async function killWhileItRestores(stage: Stage, request: number, pause: number, begun = isRestoring): Promise<void> {
    stage.maker();
    const worker = stage.worker();
    await until(async () => worker.exitCode !== null || await begun(stage, request));
    await wait(pause);
    await killed(worker);
}

/** Whether a process is at it: the state alone may be what a dead one has left. */
export async function isRestoring({client}: Stage, request: number): Promise<boolean> {
    return (await client.sql(`SELECT id FROM {block_my_external_backup_restore_courses_request}
        WHERE id = ${request} AND state = 'restoring' AND worker NOT LIKE 'handed%'`)).length > 0;
}

const exportState = async ({server}: Stage): Promise<string> =>
    (await server.sql('SELECT state FROM {block_my_external_backup_restore_courses_export} ORDER BY id DESC LIMIT 1'))[0]?.['state'] ?? '';

/** Processes of either side that are killed at every state: the request goes on, and makes one course. */
export const kills: Scenarios = {
    ...each(AT, name => `killed ${name}, it goes on`, async (stage, course, at) => {
        stage.maker();
        // All is left to the worker.
        stage.line.fault(() => ({does: 'lose'}));
        const request = await stage.request(course);
        const worker = stage.worker();
        stage.line.fault(asked => {
            if (at(asked)) {
                worker.kill('SIGKILL');
            }
            return PASS;
        });
        await new Promise(ended => worker.on('exit', ended));
        assert.equal(worker.signalCode, 'SIGKILL', 'it ended before it could be killed');
        stage.line.fault(null);
        await stage.later(request);
        isDone(await stage.bring(request));
    }),
    ...withPages(80, each({'at once': 0, 'in the middle': 250, 'near the end': 600}, name => `killed while it restores, ${name}, it begins with a new course and leaves no half one`,
        async (stage, course, pause) => {
            const request = await stage.request(course);
            await killWhileItRestores(stage, request, pause);
            const before = await stage.look(request);
            assert.equal(before.state, 'restoring', 'it ended before it could be killed');
            await stage.later(request);
            isDone(await stage.bring(request));
        })),
    ...withPages(80, {'killed again and again while it restores, it gives up, says so, and leaves nothing': async (stage, course) => {
        const request = await stage.request(course);
        for (let death = 0; death < 6; death++) {
            await killWhileItRestores(stage, request, 100);
            await stage.later(request);
        }
        hasFailed(await stage.bring(request, 1), 'worker_died');
    }}),
    'killed for good, it goes on within five minutes, with nobody helping': async (stage, course) => {
        stage.maker();
        const request = await stage.request(course);
        const worker = stage.worker();
        stage.line.fault(asked => {
            if (download(asked)) {
                worker.kill('SIGKILL');
            }
            return PASS;
        });
        await new Promise(ended => worker.on('exit', ended));
        stage.line.fault(null);
        const died = Date.now();
        while ((await stage.look(request)).state !== 'done') {
            assert.ok(Date.now() - died < 300_000, 'five minutes are over');
            await stage.client.cron();
            await wait(20_000);
        }
        console.log(`      it was there ${Math.round((Date.now() - died) / 1000)} seconds after the death`);
    },
    ...each({'before it begins': '', 'in the middle of it': 'preparing'}, name => `the server's task is killed ${name}: the backup is made anew`,
        async (stage, course, state) => {
            await stage.noMaker();
            const request = await stage.request(course);
            const maker = stage.maker();
            const worker = stage.worker();
            await until(async () => (state === '' ? (await exportState(stage)) !== '' : (await exportState(stage)) === state) || worker.exitCode !== null);
            await killed(maker);
            worker.kill('SIGKILL');
            await stage.laterThere();
            await stage.later(request);
            isDone(await stage.bring(request));
        }),
    'the server\'s task is killed again and again: the request fails in the end and says why': async (stage, course) => {
        await stage.noMaker();
        const request = await stage.request(course);
        for (const tries of [0, 5]) {
            // As after some hours.
            await stage.client.sql(`UPDATE {block_my_external_backup_restore_courses_request} SET tries = ${tries} WHERE id = ${request}`);
            await stage.bring(request, 1, false);
            for (let death = 0; death < 3; death++) {
                const maker = stage.maker();
                await until(async () => await exportState(stage) === 'preparing');
                await killed(maker);
                await stage.laterThere();
            }
            assert.equal(await exportState(stage), 'failed');
            await stage.later(request);
            await stage.noMaker();
            await stage.bring(request, 1, false);
            await stage.later(request);
        }
        hasFailed(await stage.look(request), 'backup_failed');
    },
};
