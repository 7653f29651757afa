import {strict as assert} from 'node:assert';
import {asks, PASS, peopleLeave, type Scenarios} from './scenario.ts';
import type {Stage} from './stage.ts';

const PLUGIN = 'block_my_external_backup_restore_courses';
/** RESTORE_ROUNDS makes it short. */
const ROUNDS = Number(process.env['RESTORE_ROUNDS'] ?? '10');

/** What becomes of the requests of a round, and how often. */
type Fate = 'done' | 'with people' | 'into a course' | 'cancelled at once' | 'cancelled on its way' | 'deleted' | 'course gone' | 'not yours' | 'broken for ever';
const FATES: readonly Fate[] = [
    'done', 'with people', 'into a course', 'cancelled at once', 'cancelled on its way', 'deleted', 'course gone', 'not yours', 'broken for ever',
];
const ENDS: Readonly<Record<Fate, string>> = {
    'done': 'done', 'with people': 'done', 'into a course': 'done', 'cancelled at once': 'cancelled', 'cancelled on its way': 'cancelled',
    'deleted': 'none', 'course gone': 'failed', 'not yours': 'failed', 'broken for ever': 'failed',
};

/** Requests of every fate, ten rounds of nine: when they have ended, both sides are as they were. */
export const rest: Scenarios = {
    [`${ROUNDS * FATES.length} requests of every fate leave nothing on either side`]: peopleLeave(async stage => {
        const courses: number[] = [];
        for (let number = 0; number < FATES.length; number++) {
            courses.push(await stage.course(`n${Date.now()}`, 3, 20_000));
        }
        const target = await stage.target(`target${Date.now()}`);
        // What is made once for all of them counts as what was there.
        await stage.bring(await stage.request(courses[0] ?? 0));
        await forgetCourses(stage);
        const before = await disks(stage);
        // What processes have left that were killed between two writes of core's file storage is not of these requests.
        const orphans = await stage.left(true);
        for (let round = 0; round < ROUNDS; round++) {
            await playRound(stage, courses, target);
        }
        await stage.settle();
        const ended = await stage.client.sql(`SELECT state, COUNT(*) AS n FROM {${PLUGIN}_request} GROUP BY state`);
        console.log(`      ${ended.map(row => `${row['n']} ${row['state']}`).join(', ')}`);
        assert.deepEqual(await stage.left(true), orphans);
        await forgetCourses(stage);
        await stage.ask(stage.client, 'empty_course.php', target);
        assert.deepEqual(await disks(stage), before);
    }),
};

async function playRound(stage: Stage, courses: readonly number[], target: number): Promise<void> {
    const requests = new Map<Fate, number>();
    for (const [index, fate] of FATES.entries()) {
        const course = courses[index] ?? 0;
        const request = await stage.request(fate === 'course gone' ? 999_999 : course, {
            ...(fate === 'with people' ? {asker: 'admin', withusers: true} : {}),
            ...(fate === 'into a course' ? {target: 'into', targetcourse: target} : {}),
            ...(fate === 'not yours' ? {user: 'professeure'} : {}),
        });
        requests.set(fate, request);
        if (fate === 'broken for ever') {
            await stage.client.sql(`UPDATE {${PLUGIN}_request} SET tries = 5 WHERE id = ${request}`);
        }
    }
    await stage.act('cancel', requests.get('cancelled at once') ?? 0);
    stage.line.fault(({wants, body}) => {
        if (!asks('get_contents')({wants, body, script: ''})) {
            return PASS;
        }
        const name = /export=(\w+)/.exec(body)?.[1] ?? '';
        return {does: 'hold', until: async () => {
            const [row] = await stage.client.sql(`SELECT id FROM {${PLUGIN}_request} WHERE exportid = '${name}'`);
            if (Number(row?.['id']) === requests.get('cancelled on its way')) {
                await stage.act('cancel', Number(row?.['id']));
            }
            if (Number(row?.['id']) === requests.get('broken for ever')) {
                await stage.server.sql(`UPDATE {${PLUGIN}_export} SET state = 'failed' WHERE name = '${name}'`);
            }
        }};
    });
    for (const request of requests.values()) {
        await stage.bring(request, 2);
    }
    const deleted = requests.get('deleted') ?? 0;
    await stage.ask(stage.client, 'delete_course.php', (await stage.look(deleted)).courseid ?? 0);
    await stage.act('delete', deleted);
    for (const [fate, request] of requests) {
        assert.equal((await stage.look(request)).state, ENDS[fate], fate);
    }
}

/** Deletes what has come, so that what is left is what the way has left. */
async function forgetCourses(stage: Stage): Promise<void> {
    const come = await stage.client.sql(`SELECT courseid FROM {${PLUGIN}_request} WHERE state = 'done' AND target = 'new' AND courseid IS NOT NULL`);
    for (const {courseid} of come) {
        await stage.ask(stage.client, 'delete_course.php', courseid ?? '');
    }
    await stage.client.sql(`UPDATE {${PLUGIN}_request} SET courseid = NULL WHERE target = 'new'`);
}

/** What lies on both disks, counted when the trash is out. */
async function disks(stage: Stage): Promise<Readonly<Record<string, unknown>>> {
    return {
        client: JSON.parse(await stage.ask(stage.client, 'disk.php')) as unknown,
        server: JSON.parse(await stage.ask(stage.server, 'disk.php')) as unknown,
    };
}
