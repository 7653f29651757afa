import {strict as assert} from 'node:assert';
import {setTimeout as wait} from 'node:timers/promises';
import type {Pair} from '../../moodle/pair.ts';
import type {Asked, Fault} from './faultyLine.ts';
import {stageOn, type Stage} from './stage.ts';

/** How one scenario went. */
export type Played = {readonly name: string; readonly passed: boolean; readonly said: string};

type Scenario = (stage: Stage, course: number) => Promise<void>;

const PASS: Fault = {does: 'pass'};

/** A fault for the first requests that are meant, then a line that works. */
function first(times: number, meant: (asked: Asked) => boolean, fault: Fault): (asked: Asked) => Fault {
    let left = times;
    return asked => (meant(asked) && left-- > 0 ? fault : PASS);
}

const download = ({script}: Asked): boolean => script.endsWith('/download.php');
const asks = (name: string) => ({wants}: Asked): boolean => wants === name;
const service = ({script}: Asked): boolean => script.endsWith('/server.php');

/** Troubles that pass: the course comes, once, and nothing stays behind. */
const PASSING: Readonly<Record<string, (asked: Asked) => Fault>> = {
    'the line is cut in the middle of each file, once': first(7, download, {does: 'cut', after: 3000}),
    'the line is cut before the first byte': first(4, download, {does: 'cut', after: 0}),
    'bits are turned over on the way': first(2, download, {does: 'flip'}),
    'a download is answered with an error 500': first(3, download, {does: 'answer', status: 500, body: 'Oops'}),
    'a download is answered by somebody else': first(3, download, {does: 'answer', status: 200, body: '<html>Sign in</html>'}),
    'the server is down for a while': first(3, () => true, {does: 'lose'}),
    // It is asked when it is requested, and by the worker where that came to nothing.
    'the answer to the wish is lost': first(2, asks('ask_for_export'), {does: 'lose'}),
    'the answer to the confirmation is lost': first(1, asks('confirm_export'), {does: 'lose'}),
    'tickets are answered with garbage': first(1, asks('get_tickets'), {does: 'answer', status: 200, body: 'tickets!'}),
    'the list of contents is empty words': first(1, asks('get_contents'), {does: 'answer', status: 200, body: ''}),
    'a proxy gives up': first(2, service, {does: 'answer', status: 504, body: ''}),
    'the site is in maintenance': first(2, service, {does: 'answer', status: 503, body: '<html>Maintenance</html>'}),
};

/** Troubles that stay: the request fails, with the reason that is meant, and nothing stays behind. */
const LASTING: Readonly<Record<string, {readonly fault: (asked: Asked) => Fault; readonly reason: string}>> = {
    'the server never comes back': {fault: () => ({does: 'lose'}), reason: 'unreachable'},
    'the service is switched off': {fault: asked => (service(asked) ? {does: 'answer', status: 403, body: ''} : PASS), reason: 'service_off'},
    'every file comes damaged': {fault: asked => (download(asked) ? {does: 'flip'} : PASS), reason: 'export_broken'},
    'every answer is garbage': {fault: () => ({does: 'answer', status: 200, body: 'welcome'}), reason: 'garbage'},
};

/** What the process does that works on a request when it is killed, by what the line has seen by then. */
const KILLED: Readonly<Record<string, (asked: Asked) => boolean>> = {
    'while it asks': asks('ask_for_export'),
    'while it waits': asks('get_export'),
    'while it transfers': download,
    'when it has the contents': asks('get_contents'),
};

const SCENARIOS: Readonly<Record<string, Scenario>> = {
    'a course comes, all of it': async (stage, course) => {
        const ended = await stage.bring(await stage.request(course));
        assert.equal(ended.state, 'done', ended.reason ?? '');
        const files = await stage.client.sql(`SELECT COUNT(*) AS n FROM {files} f JOIN {context} x ON x.id = f.contextid AND x.contextlevel = 70
            JOIN {course_modules} m ON m.id = x.instanceid AND m.course = ${ended.courseid}
            WHERE f.component = 'mod_folder' AND f.filename <> '.'`);
        assert.equal(Number(files[0]?.['n']), 6);
        assert.ok(stage.line.asked().filter(download).every(({body}) => !body.includes('token')), 'a download shows the token');
    },
    'its backup is asked for at once, before a worker is free here': async (stage, course) => {
        const request = await stage.request(course);
        assert.deepEqual(stage.line.asked().map(({wants}) => wants), ['ask_for_export']);
        assert.equal((await stage.look(request)).state, 'preparing');
        assert.equal((await stage.bring(request)).state, 'done');
        assert.ok(!stage.line.asked().some(asks('ask_for_export')), 'it is asked for twice');
    },
    'what the client holds already is proved and not sent': async (stage, course) => {
        assert.equal((await stage.bring(await stage.request(course))).state, 'done');
        stage.line.asked();
        const ended = await stage.bring(await stage.request(course));
        assert.equal(ended.state, 'done', ended.reason ?? '');
        const asked = stage.line.asked();
        // The backup itself is new each time.
        assert.equal(asked.filter(download).length, 1);
        assert.ok(asked.some(asks('prove_contents')));
    },
    ...Object.fromEntries(Object.entries(PASSING).map(([name, fault]): [string, Scenario] => [`${name}: it comes all the same`, async (stage, course) => {
        stage.line.fault(fault);
        const request = await stage.request(course);
        const ended = await stage.bring(request);
        assert.equal(ended.state, 'done', `${ended.state} ${ended.reason ?? ''}`);
    }])),
    ...Object.fromEntries(Object.entries(LASTING).map(([name, {fault, reason}]): [string, Scenario] => [`${name}: it fails and says why`, async (stage, course) => {
        stage.line.fault(fault);
        const request = await stage.request(course);
        const ended = await stage.bring(request);
        stage.line.fault(null);
        assert.deepEqual([ended.state, ended.reason, ended.courseid], ['failed', reason, null]);
        // What could not be cleared there, since nobody answered, is cleared when somebody does.
        await stage.later(request);
        await stage.bring(request, 1);
    }])),
    'a wrong token fails in the end, and says so': async (stage, course) => {
        const ended = await stage.bring(await stage.request(course, 'f'.repeat(32)));
        assert.deepEqual([ended.state, ended.reason], ['failed', 'token']);
    },
    'a course that is gone fails at once': async stage => {
        const ended = await stage.bring(await stage.request(999_999), 1);
        assert.equal(ended.state, 'failed');
        assert.ok(['course_gone', 'not_yours'].includes(ended.reason ?? ''), ended.reason ?? '');
    },
    ...Object.fromEntries(Object.entries(KILLED).map(([name, at]): [string, Scenario] => [`killed ${name}, it goes on`, async (stage, course) => {
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
        const ended = await stage.bring(request);
        assert.equal(ended.state, 'done', `${ended.state} ${ended.reason ?? ''}`);
    }])),
    'killed while it restores, it begins with a new course and leaves no half one': async (stage, course) => {
        for (const pause of [100, 400, 900]) {
            const request = await stage.request(course);
            const worker = stage.worker();
            while ((await stage.look(request)).state !== 'restoring' && worker.exitCode === null) {
                await wait(20);
            }
            await wait(pause);
            worker.kill('SIGKILL');
            await stage.later(request);
            const ended = await stage.bring(request);
            assert.equal(ended.state, 'done', `${ended.state} ${ended.reason ?? ''}`);
        }
    },
};

/** What two Moodles and a bad line between them show. The plugin has to be installed on both sites. */
export async function restoreScenario(pair: Pair, only = ''): Promise<Played[]> {
    const stage = await stageOn(pair);
    const played: Played[] = [];
    try {
        const others = await otherCourses(stage);
        for (const [name, scenario] of Object.entries(SCENARIOS).filter(([one]) => one.includes(only))) {
            stage.line.fault(null);
            played.push({name, ...await outcome(async () => {
                // Contents that no scenario before has brought.
                await scenario(stage, await stage.course(`c${Date.now()}`, 6, 300_000));
                assert.equal(await otherCourses(stage), others, 'there are courses that belong to no request');
                assert.deepEqual(await stage.left(), []);
            })});
        }
    } finally {
        await stage.close();
    }
    return played;
}

/** Courses of the client that no request has brought. */
async function otherCourses({client}: Stage): Promise<number> {
    const rows = await client.sql(`SELECT COUNT(*) AS n FROM {course} WHERE id NOT IN
        (SELECT courseid FROM {block_my_external_backup_restore_courses_request} WHERE state = 'done' AND courseid IS NOT NULL)`);
    return Number(rows[0]?.['n']);
}

/** Plays one, and says how it went. */
export async function outcome(play: () => Promise<void>): Promise<{passed: boolean; said: string}> {
    try {
        await play();
        return {passed: true, said: ''};
    } catch (problem) {
        return {passed: false, said: problem instanceof Error ? problem.message : String(problem)};
    }
}
