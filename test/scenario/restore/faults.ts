import {strict as assert} from 'node:assert';
import type {Asked, Fault} from './faultyLine.ts';
import {always, asks, download, each, first, hasFailed, isDone, service, type Scenarios} from './scenario.ts';

const answer = (status: number, body = ''): Fault => ({does: 'answer', status, body});

/** Troubles that pass: the course comes, once, and nothing stays behind. */
const PASSING: Readonly<Record<string, () => (asked: Asked) => Fault>> = {
    'the line is cut in the middle of each file, once': () => first(7, download, {does: 'cut', after: 3000}),
    'the line is cut before the first byte': () => first(4, download, {does: 'cut', after: 0}),
    'bits are turned over on the way': () => first(2, download, {does: 'flip'}),
    'a download is answered with an error 500': () => first(3, download, answer(500, 'Oops')),
    'a download is answered by somebody else': () => first(3, download, answer(200, '<html>Sign in</html>')),
    'a download hangs in the middle': () => first(1, download, {does: 'stall', after: 2000}),
    'the server is down for a while': () => first(3, () => true, {does: 'lose'}),
    // It is asked when it is requested, and by the worker where that came to nothing.
    'the answer to the wish is lost': () => first(2, asks('ask_for_export'), {does: 'lose'}),
    'the answer to the confirmation is lost': () => first(1, asks('confirm_export'), {does: 'lose'}),
    'tickets are answered with garbage': () => first(1, asks('get_tickets'), answer(200, 'tickets!')),
    'the list of contents is empty words': () => first(1, asks('get_contents'), answer(200)),
    'a bit of an answer is turned over': () => first(2, asks('get_export'), {does: 'flip'}),
    'an answer is cut': () => first(2, service, {does: 'cut', after: 20}),
    'an answer hangs': () => first(1, asks('get_export'), {does: 'stall', after: 5}),
    'the server answers with an error 500': () => first(2, service, answer(500, '<h1>Oops</h1>')),
    'a proxy gives up': () => first(2, service, answer(504)),
    'the site is in maintenance': () => first(2, service, answer(503, '<html>Maintenance</html>')),
};

/** Troubles that stay: the request fails, with the reason that is meant, and nothing stays behind. */
const LASTING: Readonly<Record<string, {readonly fault: (asked: Asked) => Fault; readonly reason: string}>> = {
    'the server never comes back': {fault: () => ({does: 'lose'}), reason: 'unreachable'},
    'the service is switched off': {fault: always(service, answer(403)), reason: 'service_off'},
    'every file comes damaged': {fault: always(download, {does: 'flip'}), reason: 'export_broken'},
    'every file is cut before its first byte': {fault: always(download, {does: 'cut', after: 0}), reason: 'transfer_cut'},
    'every answer is garbage': {fault: () => answer(200, 'welcome'), reason: 'garbage'},
    'every answer is empty': {fault: () => answer(200), reason: 'garbage'},
    'every answer is an error 500': {fault: () => answer(500, 'Oops'), reason: 'http_error'},
    'every answer is a time-out of a proxy': {fault: () => answer(504), reason: 'timeout'},
    'the maintenance never ends': {fault: () => answer(503, '<html>Maintenance</html>'), reason: 'maintenance'},
};

/** What lines and servers do to answers and files. */
export const faults: Scenarios = {
    'a course comes, all of it': async (stage, course) => {
        const ended = await stage.bring(await stage.request(course));
        isDone(ended);
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
        isDone(await stage.bring(request));
        assert.ok(!stage.line.asked().some(asks('ask_for_export')), 'it is asked for twice');
    },
    'what the client holds already is proved and not sent': async (stage, course) => {
        isDone(await stage.bring(await stage.request(course)));
        stage.line.asked();
        isDone(await stage.bring(await stage.request(course)));
        const asked = stage.line.asked();
        // The backup itself is new each time.
        assert.equal(asked.filter(download).length, 1);
        assert.ok(asked.some(asks('prove_contents')));
    },
    ...each(PASSING, name => `${name}: it comes all the same`, async (stage, course, fault) => {
        stage.line.fault(fault());
        isDone(await stage.bring(await stage.request(course)));
    }),
    ...each(LASTING, name => `${name}: it fails and says why`, async (stage, course, {fault, reason}) => {
        stage.line.fault(fault);
        const request = await stage.request(course);
        const ended = await stage.bring(request);
        stage.line.fault(null);
        hasFailed(ended, reason);
        // What could not be cleared there, since nobody answered, is cleared when somebody does.
        await stage.later(request);
        await stage.bring(request, 1);
    }),
    'a wrong token fails in the end, and says so': async (stage, course) => {
        hasFailed(await stage.bring(await stage.request(course, {token: 'f'.repeat(32)})), 'token');
        // With the right one among the settings, the other side can be asked to clear.
        isDone(await stage.bring(await stage.request(course)));
    },
    'a course that never was fails at once': async stage => {
        hasFailed(await stage.bring(await stage.request(999_999), 1), 'course_gone');
    },
    'a course of somebody else fails at once': async (stage, course) => {
        hasFailed(await stage.bring(await stage.request(course, {user: 'professeure'}), 1), 'not_yours');
    },
    'a person whom nobody knows there fails at once': async (stage, course) => {
        await stage.server.sql(`UPDATE {user} SET username = 'tom' WHERE username = 'teacher'`);
        try {
            hasFailed(await stage.bring(await stage.request(course), 1), 'user_unknown');
        } finally {
            await stage.server.sql(`UPDATE {user} SET username = 'teacher' WHERE username = 'tom'`);
        }
    },
    'the course is deleted while its backup waits: it fails and says so': async (stage, course) => {
        await stage.noMaker();
        const request = await stage.request(course);
        const worker = stage.worker();
        await new Promise(ended => worker.on('exit', ended));
        assert.equal((await stage.look(request)).state, 'preparing');
        await stage.ask(stage.server, 'delete_course.php', course);
        hasFailed(await stage.bring(request, 3), 'course_gone');
    },
    'two backups of one person at once do not meet': async (stage, course) => {
        const other = await stage.course(`d${Date.now()}`, 3, 200_000);
        const requests = [await stage.request(course), await stage.request(other)];
        await stage.client.task('block_my_external_backup_restore_courses\\task\\backup_restore_task');
        const makers = [stage.maker(), ...[0, 1].map(() => stage.worker())];
        await Promise.all(makers.slice(1).map(worker => new Promise(ended => worker.on('exit', ended))));
        for (const request of requests) {
            isDone(await stage.bring(request));
        }
    },
};
