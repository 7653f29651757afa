import {strict as assert} from 'node:assert';
import {copyFileSync} from 'node:fs';
import {join} from 'node:path';
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

/** A request whose worker was killed when the line saw something; all was left to it. */
async function killedAt(stage: Stage, course: number, at: (asked: Asked) => boolean): Promise<number> {
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
    assert.equal(worker.signalCode, 'SIGKILL', `it ended before it could be killed: ${JSON.stringify(await stage.look(request))}`);
    stage.line.fault(null);
    return request;
}

/** Lets so many requests, and so many tasks of Moodle, go on at once for a while. */
export async function sideBySide({client, server}: Stage, most: number, play: () => Promise<void>): Promise<void> {
    const allow = async (requests: number, tasks: number): Promise<void> => {
        await client.set('parallelrequests', requests, 'block_my_external_backup_restore_courses');
        await Promise.all([client, server].map(site => site.set('task_adhoc_concurrency_limit', tasks)));
    };
    await allow(most, most);
    try {
        await play();
    } finally {
        await allow(3, 3);
    }
}

/** Has the contents of a course lie where a worker puts them until it keeps them. */
async function layWhole({client, server}: Stage, course: number, request: number): Promise<void> {
    const folder = join(client.data, 'temp/block_my_external_backup_restore_courses', String(request));
    const files = await server.sql(`SELECT DISTINCT f.contenthash FROM {files} f JOIN {context} x ON x.id = f.contextid AND x.contextlevel = 70
        JOIN {course_modules} m ON m.id = x.instanceid AND m.course = ${course} WHERE f.component = 'mod_folder' AND f.filename <> '.'`);
    assert.equal(files.length, 6);
    for (const {contenthash} of files) {
        const hash = contenthash ?? '';
        copyFileSync(join(server.data, 'filedir', hash.slice(0, 2), hash.slice(2, 4), hash), join(folder, `${hash}.part`));
    }
}

const exportState = async ({server}: Stage): Promise<string> =>
    (await server.sql('SELECT state FROM {block_my_external_backup_restore_courses_export} ORDER BY id DESC LIMIT 1'))[0]?.['state'] ?? '';

/** Processes of either side that are killed at every state: the request goes on, and makes one course. */
export const kills: Scenarios = {
    ...each(AT, name => `killed ${name}, it goes on`, async (stage, course, at) => {
        stage.maker();
        const request = await killedAt(stage, course, at);
        await stage.later(request);
        isDone(await stage.bring(request));
    }),
    'killed between the last byte and keeping it, it fetches none of it twice': async (stage, course) => {
        stage.maker();
        const request = await stage.request(course);
        const worker = stage.worker();
        stage.line.fault(asked => {
            if (download(asked)) {
                worker.kill('SIGKILL');
            }
            return download(asked) ? {does: 'cut', after: 0} : PASS;
        });
        await new Promise(ended => worker.on('exit', ended));
        stage.line.fault(null);
        await layWhole(stage, course, request);
        await stage.later(request);
        stage.line.asked();
        isDone(await stage.bring(request));
        // The backup itself was not among them.
        assert.equal(stage.line.asked().filter(download).length, 1);
    },
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
    'killed for good at each state, each goes on within five minutes, by cron alone': async stage => {
        stage.maker();
        await sideBySide(stage, 9, async () => {
            const died = new Map<number, {readonly name: string; readonly when: number}>();
            for (const [name, at] of Object.entries(AT)) {
                died.set(await killedAt(stage, await stage.course(`c${Date.now()}`, 6, 100_000), at), {name, when: Date.now()});
            }
            const restoring = await stage.request(await stage.course(`p${Date.now()}`, 6, 100_000, 80));
            await killWhileItRestores(stage, restoring, 250);
            died.set(restoring, {name: 'while it restores', when: Date.now()});
            while (died.size > 0) {
                await stage.client.cron();
                for (const [request, {name, when}] of died) {
                    const seconds = Math.round((Date.now() - when) / 1000);
                    assert.ok(seconds < 300, `killed ${name}: five minutes are over, and it is ${(await stage.look(request)).state}`);
                    if ((await stage.look(request)).state === 'done') {
                        console.log(`      killed ${name}: there after ${seconds} seconds`);
                        died.delete(request);
                    }
                }
                await wait(5000);
            }
        });
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
