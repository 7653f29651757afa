import {strict as assert} from 'node:assert';
import {existsSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {isRestoring, killWhileItRestores, until} from './kills.ts';
import {each, isDone, PASS, withPages, type Scenarios} from './scenario.ts';
import type {Stage} from './stage.ts';

/** Milliseconds after the beginning of the restore at which its process is killed. */
const PAUSES: Readonly<Record<string, number>> = {'at once': 0, 'early': 150, 'in the middle': 400, 'late': 700};

/** What a target course holds before anything comes into it. */
const BEFORE = ['activity page It was here', 'block html', 'group Ours', 'section 0 ', 'section 1 Mine'];

/** What the course brings that comes into it. */
const COMES = ['activity folder Files', ...Array.from({length: 80}, (_, index) => `activity page Page ${index + 1}`)].sort();

/** Restores into courses that exist: nothing is doubled, and nothing is lost that somebody has not given up. */
export const into: Scenarios = withPages(80, {
    'a course is added to one that exists': async (stage, course) => {
        const target = await stage.target(`target${Date.now()}`);
        isDone(await stage.bring(await stage.request(course, {target: 'into', targetcourse: target})));
        assert.deepEqual(activities(await stage.holds(target)), [...COMES, 'activity page It was here'].sort());
    },
    'a course comes in place of the contents of one that exists': async (stage, course) => {
        const target = await stage.target(`target${Date.now()}`);
        isDone(await stage.bring(await stage.request(course, {target: 'replace', targetcourse: target})));
        assert.deepEqual(activities(await stage.holds(target)), COMES);
        assert.ok((await stage.holds(target)).includes('group Ours'), 'groups are kept');
    },
    ...each(PAUSES, name => `killed ${name} while it is added to a course, nothing is doubled and nothing lost`, async (stage, course, pause) => {
        const target = await stage.target(`target${Date.now()}`);
        const request = await stage.request(course, {target: 'into', targetcourse: target});
        await killWhileItRestores(stage, request, pause, isChanging);
        // A colleague goes on working in the course meanwhile.
        await stage.ask(stage.client, 'colleague.php', target);
        await stage.later(request);
        isDone(await stage.bring(request));
        assert.deepEqual(activities(await stage.holds(target)), [...COMES, 'activity page It was here', 'activity page Of a colleague'].sort());
        assert.equal((await stage.look(request)).warnings, '');
    }),
    ...each(PAUSES, name => `killed ${name} while it comes in place of a course's contents, it is there once`, async (stage, course, pause) => {
        const target = await stage.target(`target${Date.now()}`);
        const request = await stage.request(course, {target: 'replace', targetcourse: target});
        await killWhileItRestores(stage, request, pause, isChanging);
        await stage.later(request);
        isDone(await stage.bring(request));
        assert.deepEqual(activities(await stage.holds(target)), COMES);
    }),
    ...each({'into': 'into', 'replace': 'replace'} as const, name => `a restore (${name}) that dies for the last time leaves no half thing in the course, and says what has become of it`,
        async (stage, course, way) => {
            const target = await stage.target(`target${Date.now()}`);
            const request = await stage.request(course, {target: way, targetcourse: target});
            await killWhileItRestores(stage, request, 50, isChanging);
            // It was the last of many tries.
            await stage.client.sql(`UPDATE {block_my_external_backup_restore_courses_request} SET tries = 5 WHERE id = ${request}`);
            await stage.later(request);
            const ended = await stage.bring(request, 1);
            assert.deepEqual([ended.state, ended.reason], ['failed', 'worker_died']);
            const holds = await stage.holds(target);
            const isGone = !holds.includes('activity page It was here');
            assert.deepEqual(activities(holds), isGone ? [] : ['activity page It was here']);
            assert.ok(way === 'replace' || JSON.stringify(holds) === JSON.stringify(BEFORE), JSON.stringify(holds));
            const words = isGone ? 'they are gone' : 'taken away again';
            assert.ok(ended.warnings.includes(words), ended.warnings);
            const told = await stage.client.sql(`SELECT fullmessage FROM {notifications} WHERE component = 'block_my_external_backup_restore_courses' ORDER BY id DESC LIMIT 1`);
            assert.ok(told[0]?.['fullmessage']?.includes(words), told[0]?.['fullmessage'] ?? 'nobody was told');
        }),
    'cancelled while it is added to a course, what had come is taken away': async (stage, course) => {
        const target = await stage.target(`target${Date.now()}`);
        const request = await stage.request(course, {target: 'into', targetcourse: target});
        stage.maker();
        const worker = stage.worker();
        await until(async () => worker.exitCode !== null || await isRestoring(stage, request));
        const cancelled = await stage.act('cancel', request);
        await new Promise(ended => (worker.exitCode === null ? worker.on('exit', ended) : ended(null)));
        await stage.bring(request, 1);
        const holds = await stage.holds(target);
        assert.deepEqual(cancelled ? holds : activities(holds), cancelled ? BEFORE : [...COMES, 'activity page It was here'].sort());
    },
    'the target course is deleted meanwhile: it fails and says so': async (stage, course) => {
        const target = await stage.target(`target${Date.now()}`);
        const request = await stage.request(course, {target: 'into', targetcourse: target});
        stage.line.fault(asked => {
            if (asked.wants === 'get_contents') {
                return {does: 'hold', until: () => stage.ask(stage.client, 'delete_course.php', target)};
            }
            return PASS;
        });
        const ended = await stage.bring(request, 2);
        assert.deepEqual([ended.state, ended.reason], ['failed', 'target_gone']);
    },
});

/** Whether a process is at the course itself: what stood there before has just been noted. */
async function isChanging(stage: Stage, request: number): Promise<boolean> {
    const note = join(stage.client.data, 'temp/block_my_external_backup_restore_courses', String(request), 'before');
    return await isRestoring(stage, request) && existsSync(note) && Date.now() - statSync(note).mtimeMs < 5000;
}

const activities = (holds: readonly string[]): readonly string[] => holds.filter(one => one.startsWith('activity') || one.includes('broken'));
