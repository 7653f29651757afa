import {strict as assert} from 'node:assert';
import {execFileSync} from 'node:child_process';
import {rmSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {PASSWORD} from '../../moodle/fixture.ts';
import {Visitor} from '../../moodle/checks/visitor.ts';
import {asks, first, hasFailed, isDone, PASS, type Scenario, type Scenarios} from './scenario.ts';
import type {Stage} from './stage.ts';

const PLUGIN = 'block_my_external_backup_restore_courses';
const BLOCK = '/blocks/my_external_backup_restore_courses';
const UNKNOWN = '0'.repeat(40);

/** What a function answers: its value, or the code of the error. */
type Answered = {readonly error: string; readonly value: unknown; readonly text: string};

/** Asks the server as a client does that is none of ours. */
async function ask(stage: Stage, name: string, params: Readonly<Record<string, string | number>>, token = stage.token()): Promise<Answered> {
    const body = new URLSearchParams({wstoken: token, wsfunction: name.startsWith('core_') ? name : `${PLUGIN}_${name}`, moodlewsrestformat: 'json'});
    for (const [key, value] of Object.entries(params)) {
        body.append(key, String(value));
    }
    const text = await (await fetch(`${stage.server.url}/webservice/rest/server.php`, {method: 'POST', body})).text();
    const value: unknown = JSON.parse(text);
    return {error: value !== null && typeof value === 'object' && 'errorcode' in value ? String(value.errorcode) : '', value, text};
}

/** An export that is ready, asked for by us. */
async function readyExport(stage: Stage, course: number, more: Readonly<Record<string, string | number>> = {}): Promise<string> {
    stage.maker();
    const wish = `wish${Date.now()}`.padEnd(40, 'x');
    const {value} = await ask(stage, 'ask_for_export', {match: 'username', username: 'teacher', courseid: course, withusers: 0, branch: '502', wish, ...more});
    const name = (value as {export: string}).export;
    for (let looks = 0; looks < 100; looks++) {
        const {state} = (await ask(stage, 'get_export', {export: name})).value as {state: string};
        if (!['waiting', 'preparing'].includes(state)) {
            assert.equal(state, 'ready');
            return name;
        }
        await new Promise(passed => setTimeout(passed, 200));
    }
    throw new Error('it is never ready');
}

/** A file, or a page that says why there is none. */
type Fetched = {readonly status: number; readonly type: string; readonly bytes: Buffer};

/** Fetches to the end: an answer that nobody reads stands in the way of the next one. */
async function read(asked: Promise<Response>): Promise<Fetched> {
    const response = await asked;
    return {status: response.status, type: response.headers.get('content-type') ?? '', bytes: Buffer.from(await response.arrayBuffer())};
}

const fetched = (stage: Stage, ticket: string, method = 'POST'): Promise<Fetched> => {
    const query = new URLSearchParams({ticket});
    const url = `${stage.server.url}${BLOCK}/download.php`;
    return read(method === 'GET' ? fetch(`${url}?${query.toString()}`) : fetch(url, {method, body: query}));
};

const ticketFor = async (stage: Stage, name: string): Promise<string> => {
    const {contenthash} = (await ask(stage, 'get_export', {export: name})).value as {contenthash: string};
    return ((await ask(stage, 'get_tickets', {export: name, 'hashes[0]': contenthash})).value as {ticket: string}[])[0]?.ticket ?? '';
};

const cancel = (stage: Stage, name: string): Promise<Answered> => ask(stage, 'cancel_export', {export: name});

/** What somebody with the token of a service account tries. */
const atTheServer: Scenarios = {
    'a forged course id': async (stage, course) => {
        const asked = {match: 'username', withusers: 0, branch: '502', wish: 'w'.repeat(40)};
        assert.equal((await ask(stage, 'ask_for_export', {...asked, username: 'professeure', courseid: course})).error, 'reason:not_yours');
        assert.equal((await ask(stage, 'ask_for_export', {...asked, username: 'student', courseid: course})).error, 'reason:not_yours');
        assert.equal((await ask(stage, 'ask_for_export', {...asked, username: 'teacher', courseid: 1})).error, 'reason:course_gone');
        assert.equal((await ask(stage, 'look_at_course', {match: 'username', username: 'professeure', courseid: course})).error, 'reason:not_yours');
        assert.notEqual((await ask(stage, 'get_courses_zip', {username: 'professeure', courseid: course})).error, '');
    },
    'an empty, a deleted, a suspended and a guessed user': async (stage, course) => {
        const asked = {courseid: course, withusers: 0, branch: '502', wish: 'w'.repeat(40)};
        for (const match of ['username', 'email', 'idnumber', 'profile_x']) {
            for (const username of ['', ' ', '%', 'teach%', '_eacher', 'guest']) {
                assert.equal((await ask(stage, 'ask_for_export', {...asked, match, username})).error, 'reason:user_unknown', `${match} ${username}`);
            }
        }
        assert.notEqual((await ask(stage, 'ask_for_export', {...asked, match: 'password', username: 'x'})).error, '');
        assert.notEqual((await ask(stage, 'get_courses', {username: '', concernedroles: 'editingteacher'})).error, '');
        await stage.server.sql(`UPDATE {user} SET suspended = 1 WHERE username = 'teacher'`);
        const suspended = await ask(stage, 'ask_for_export', {...asked, match: 'username', username: 'teacher'});
        await stage.server.sql(`UPDATE {user} SET suspended = 0 WHERE username = 'teacher'`);
        assert.equal(suspended.error, 'reason:user_unknown');
    },
    'SQL and markup in every filter': async (stage, course) => {
        const asked = {match: 'username', username: 'teacher', search: '', categoryid: 0, sort: 'fullname', page: 0, perpage: 50};
        const own = (await ask(stage, 'list_courses', asked)).value as {total: number};
        assert.ok(own.total > 0);
        for (const evil of [`' OR '1'='1`, `%`, `x%' UNION SELECT password FROM mdl_user -- `, `\\' OR 1=1 -- `, '"; DROP TABLE mdl_user; --']) {
            const searched = await ask(stage, 'list_courses', {...asked, search: evil});
            assert.equal((searched.value as {total: number}).total, 0, `${evil} ${searched.text}`);
            for (const [key, value] of [['match', `username${evil}`], ['match', `profile_x${evil}`], ['username', evil], ['sort', `fullname ${evil}`], ['categoryid', `0 ${evil}`]] as const) {
                const {error, text} = await ask(stage, 'list_courses', {...asked, [key]: value});
                assert.ok(['invalidparameter', 'reason:user_unknown'].includes(error), `${key} ${evil}: ${text}`);
            }
        }
        assert.equal((await ask(stage, 'list_courses', {...asked, perpage: 100_000})).error, 'invalidparameter');
        assert.ok(course > 0);
    },
    'the user data of those who may not take them': async (stage, course) => {
        await stage.ask(stage.server, 'prohibit.php', course, 'moodle/backup:userinfo');
        const asked = {match: 'username', username: 'teacher', courseid: course, branch: '502', wish: 'w'.repeat(40)};
        assert.equal((await ask(stage, 'ask_for_export', {...asked, withusers: 1})).error, 'reason:userdata_refused');
        assert.notEqual((await ask(stage, 'get_courses_zip', {username: 'teacher', courseid: course, withuserdatas: 1})).error, '');
        await stage.ask(stage.server, 'prohibit.php', course, 'moodle/backup:backupcourse');
        assert.equal((await ask(stage, 'ask_for_export', {...asked, withusers: 0})).error, 'reason:backup_right');
    },
    'a right that is taken away before the backup is made': async (stage, course) => {
        await stage.noMaker();
        const request = await stage.request(course);
        const worker = stage.worker();
        await new Promise(ended => worker.on('exit', ended));
        await stage.ask(stage.server, 'prohibit.php', course, 'moodle/backup:backupcourse');
        hasFailed(await stage.bring(request, 2), 'backup_right');
    },
    'hashes that the backup does not hold': async (stage, course) => {
        const name = await readyExport(stage, course);
        const other = (await stage.server.sql(`SELECT contenthash FROM {files} WHERE component = 'core' OR filesize > 0 ORDER BY id LIMIT 1`))[0]?.['contenthash'] ?? UNKNOWN;
        for (const hash of [UNKNOWN, other]) {
            assert.equal((await ask(stage, 'get_tickets', {export: name, 'hashes[0]': hash})).error, 'reason:content_missing');
            assert.equal((await ask(stage, 'prove_contents', {export: name, nonce: 'n'.repeat(40), 'hashes[0]': hash})).error, 'reason:content_missing');
        }
        await cancel(stage, name);
    },
    'tickets that are used, old, made up, of a cancelled backup, or in an address': async (stage, course) => {
        const name = await readyExport(stage, course);
        const used = await ticketFor(stage, name);
        assert.equal((await fetched(stage, used, 'GET')).status, 405);
        assert.equal((await fetched(stage, used)).status, 200);
        assert.equal((await fetched(stage, used)).status, 403);
        assert.equal((await fetched(stage, 'a'.repeat(64))).status, 403);
        assert.equal((await fetched(stage, '')).status, 403);
        const old = await ticketFor(stage, name);
        await stage.server.sql(`UPDATE {${PLUGIN}_ticket} SET timeexpires = 1`);
        assert.equal((await fetched(stage, old)).status, 403);
        const withdrawn = await ticketFor(stage, name);
        await stage.server.sql(`UPDATE {user} SET suspended = 1 WHERE username = 'scenarioservice'`);
        const suspended = (await fetched(stage, withdrawn)).status;
        await stage.server.sql(`UPDATE {user} SET suspended = 0 WHERE username = 'scenarioservice'`);
        assert.equal(suspended, 403);
        const cancelled = await ticketFor(stage, name);
        await cancel(stage, name);
        assert.ok([403, 404].includes((await fetched(stage, cancelled)).status));
    },
    'the backup of another service account': async (stage, course) => {
        const name = await readyExport(stage, course);
        const other = await stage.ask(stage.server, 'second_account.php');
        for (const [asked, params] of [
            ['get_export', {}], ['get_contents', {after: UNKNOWN, most: 10}], ['get_tickets', {'hashes[0]': UNKNOWN}],
            ['prove_contents', {nonce: 'n'.repeat(40), 'hashes[0]': UNKNOWN}],
        ] as const) {
            assert.equal((await ask(stage, asked, {export: name, ...params}, other)).error, 'reason:export_gone', asked);
        }
        await ask(stage, 'confirm_export', {export: name}, other);
        await ask(stage, 'cancel_export', {export: name}, other);
        assert.equal(((await ask(stage, 'get_export', {export: name})).value as {state: string}).state, 'ready');
        const made = await ask(stage, 'get_courses_zip', {username: 'teacher', courseid: course});
        const {filerecordid} = made.value as {filerecordid: number};
        const script = `${stage.server.url}${BLOCK}/get_user_backup_course_webservice.php`;
        const whole = (token: string, id: number): Promise<Fetched> =>
            read(fetch(script, {method: 'POST', body: new URLSearchParams({token, filerecordid: String(id)})}));
        assert.equal((await whole(other, filerecordid)).status, 404);
        const export1 = (await stage.server.sql(`SELECT id FROM {files} WHERE component = '${PLUGIN}' AND filename <> '.' AND id <> ${filerecordid}`))[0]?.['id'];
        assert.equal((await whole(stage.token(), Number(export1))).status, 404);
        const any = (await stage.server.sql(`SELECT id FROM {files} WHERE component <> '${PLUGIN}' AND filesize > 0 ORDER BY id LIMIT 1`))[0]?.['id'];
        assert.equal((await whole(stage.token(), Number(any))).status, 404);
        assert.notEqual((await whole('f'.repeat(32), filerecordid)).type, 'application/vnd.moodle.backup');
        const got = await whole(stage.token(), filerecordid);
        assert.equal(got.type, 'application/vnd.moodle.backup');
        assert.equal(got.bytes.subarray(0, 2).toString('hex'), '1f8b');
        await cancel(stage, name);
    },
    'the server\'s functions through the session of an admin': async stage => {
        const admin = new Visitor(stage.server.url);
        await admin.signIn('admin', PASSWORD);
        const sesskey = await admin.sesskey();
        for (const name of ['list_courses', 'look_at_course', 'ask_for_export', 'get_export', 'get_contents', 'prove_contents', 'get_tickets', 'confirm_export', 'cancel_export', 'get_courses', 'get_courses_zip', 'get_status']) {
            const {text} = await admin.ajax(`${PLUGIN}_${name}`, {}, sesskey);
            assert.match(text, /servicenotavailable/, `${name} ${text.slice(0, 200)}`);
        }
    },
};

type Wish = Readonly<Record<string, unknown>>;

/** Somebody on the client with a browser, and what their scripts can be made to ask. */
async function visitor(stage: Stage, username: string): Promise<{readonly who: Visitor; readonly key: string; readonly call: (name: string, args: object, key?: string) => Promise<string>}> {
    const who = new Visitor(stage.client.url);
    await who.signIn(username, PASSWORD);
    const key = await who.sesskey();
    return {who, key, call: async (name, args, given = key) => (await who.ajax(`${PLUGIN}_${name}`, args, given)).text};
}

const count = async ({client}: Stage): Promise<number> => Number((await client.sql(`SELECT COUNT(*) AS n FROM {${PLUGIN}_request}`))[0]?.['n']);

const wish = (stage: Stage, course: number, more: Wish = {}): object => ({
    userid: 0,
    notbefore: 4_000_000_000,
    courses: [{remote: stage.line.url, remotecourse: course, target: 'new', categoryid: 0, targetcourse: 0, withusers: false, enrolment: 2, ...more}],
});

/** A request that has failed, and of which the other Moodle has never heard. */
async function failedRequest(stage: Stage, course: number): Promise<number> {
    stage.line.fault(() => ({does: 'answer', status: 503, body: ''}));
    const request = await stage.request(course);
    stage.line.fault(null);
    await stage.client.sql(`UPDATE {${PLUGIN}_request} SET state = 'failed', reason = 'token', timeended = 1, worker = NULL, exportid = NULL WHERE id = ${request}`);
    return request;
}

/** What somebody with a browser tries on the client. */
const atTheClient: Scenarios = {
    'forged wishes of a teacher': async (stage, course) => {
        isDone(await stage.bring(await stage.request(course)));
        const teacher = await visitor(stage, 'teacher');
        const others = await stage.course(`e${Date.now()}`, 1, 1000);
        const francais = Number((await stage.client.sql(`SELECT id FROM {course} WHERE shortname = 'francais'`))[0]?.['id']);
        const foreign = Number((await stage.server.sql(`SELECT id FROM {course} WHERE shortname = 'francais'`))[0]?.['id']);
        const languages = Number((await stage.client.sql(`SELECT id FROM {course_categories} WHERE idnumber = 'languages'`))[0]?.['id']);
        const student = Number((await stage.client.sql(`SELECT id FROM {user} WHERE username = 'student'`))[0]?.['id']);
        const before = await count(stage);
        let heard = 0;
        const bad = createServer((_, answer) => { heard++; answer.end('[]'); });
        await new Promise<void>(ready => { bad.listen(0, '127.0.0.1', ready); });
        const forged = `http://127.0.0.1:${(bad.address() as AddressInfo).port}`;
        try {
            const wishes: Readonly<Record<string, Wish>> = {
                'a server of their own': {remote: forged},
                'a server with a path': {remote: `${stage.line.url}@127.0.0.1:${(bad.address() as AddressInfo).port}`},
                'a course of somebody else': {remotecourse: foreign},
                'the front page': {remotecourse: 1},
                'a category': {categoryid: languages},
                'user data': {withusers: true},
                'enrolment methods': {enrolment: 0},
                'an enrolment that is none': {enrolment: 7},
                'into a course of somebody else': {target: 'into', targetcourse: francais},
                'in place of a course of somebody else': {target: 'replace', targetcourse: francais},
                'into the front page': {target: 'into', targetcourse: 1},
                'into nothing': {target: 'into'},
                'a target that is none': {target: 'site'},
            };
            for (const [name, more] of Object.entries(wishes)) {
                const text = await teacher.call('request_courses', wish(stage, others, more));
                assert.ok(/"error":true/.test(text) || /"request":0,"problem":"[^"]+"/.test(text), `${name}: ${text.slice(0, 300)}`);
            }
            assert.match(await teacher.call('request_courses', {...wish(stage, others), userid: student}), /"error":true/);
            assert.match(await teacher.call('request_courses', wish(stage, others), 'wrongkey00'), /invalidsesskey/);
            assert.equal(await count(stage), before);
            for (const name of ['get_remote_courses', 'look_at_remote_course']) {
                const text = await teacher.call(name, {remote: forged, courseid: others, userid: 0, search: '', categoryid: 0, sort: 'fullname', page: 0, refresh: true});
                assert.ok(!text.includes('"problem":""'), text.slice(0, 300));
            }
            const manager = await visitor(stage, 'manager');
            assert.match(await manager.call('test_remote', {url: forged, token: 'a'.repeat(32)}), /"error":true/);
            const admin = await visitor(stage, 'admin');
            await admin.call('test_remote', {url: forged, token: ''});
            assert.equal(heard, 0, 'the forged server was asked');
            // The same wish unforged is heard, so that the refusals above say something.
            assert.match(await teacher.call('request_courses', wish(stage, others)), /"problem":""/);
        } finally {
            bad.close();
            await stage.client.sql(`DELETE FROM {${PLUGIN}_request} WHERE remotecourse = ${others}`);
        }
    },
    'the requests of others': async (stage, course) => {
        const request = await failedRequest(stage, course);
        await stage.ask(stage.client, 'may_view.php', 'sue');
        const sue = await visitor(stage, 'sue');
        const teacherid = Number((await stage.client.sql(`SELECT id FROM {user} WHERE username = 'teacher'`))[0]?.['id']);
        for (const [name, args] of [
            ['cancel_request', {request}], ['retry_request', {request, withoutusers: false}], ['enrol_me', {request}], ['get_states', {userid: teacherid}],
            ['get_remote_courses', {remote: stage.line.url, userid: teacherid, search: '', categoryid: 0, sort: 'fullname', page: 0, refresh: false}],
            ['look_at_remote_course', {remote: stage.line.url, userid: teacherid, courseid: course}],
        ] as const) {
            assert.match(await sue.call(name, args), /"error":true/, name);
        }
        assert.ok(!(await sue.call('get_states', {userid: 0})).includes(`"request":${request}`));
        for (const page of ['managment', 'restorecourseforuser', 'list', 'request', 'act']) {
            const answer = await sue.who.get(`${BLOCK}/admin/${page}.php`, {id: String(request), act: 'delete', ids: String(request)});
            assert.ok(!answer.text.includes(`Course ${course}`) && /nopermissions|accessdenied|do not currently have permissions|Access denied/i.test(answer.text + answer.location), `${page} ${answer.status} ${answer.location}`);
        }
        await sue.who.post(`${BLOCK}/admin/act.php`, {act: 'delete', ids: String(request), sesskey: sue.key});
        const student = await visitor(stage, 'student');
        assert.match(await student.call('request_courses', wish(stage, course)), /"error":true/);
        assert.match((await student.who.get(`${BLOCK}/index.php`, {})).text, /nopermissions|permissions/);
        const stranger = new Visitor(stage.client.url);
        assert.match((await stranger.get(`${BLOCK}/index.php`, {})).location, /login/);
        assert.equal((await stage.look(request)).state, 'failed');
    },
    'writing with an address, or without the key of the session': async (stage, course) => {
        const request = await failedRequest(stage, course);
        const admin = await visitor(stage, 'admin');
        const act = {act: 'delete', ids: String(request)};
        await admin.who.get(`${BLOCK}/admin/act.php`, {...act, sesskey: admin.key, confirm: '1'});
        await admin.who.post(`${BLOCK}/admin/act.php`, act);
        await admin.who.post(`${BLOCK}/admin/act.php`, {...act, sesskey: 'wrongkey00'});
        await admin.who.get('/lib/ajax/service.php', {sesskey: admin.key, args: JSON.stringify([{index: 0, methodname: `${PLUGIN}_retry_request`, args: {request, withoutusers: false}}])});
        assert.match(await admin.call('retry_request', {request, withoutusers: false}, ''), /"error"|sesskey/);
        assert.equal((await stage.look(request)).state, 'failed');
        await admin.who.post(`${BLOCK}/admin/act.php`, {...act, sesskey: admin.key});
        assert.equal((await stage.look(request)).state, 'none', 'with the key it is deleted');
    },
    'markup of the other Moodle': async (stage, course) => {
        const evil = '<img src=x onerror=alert(1)><script>alert(2)</script>';
        await stage.request(course, {user: 'manager'});
        await stage.client.sql(`DELETE FROM {${PLUGIN}_request} WHERE remotecourse = ${course}`);
        stage.line.fault(asked => {
            if (asks('look_at_course')(asked)) {
                return {does: 'rewrite', as: body => JSON.stringify({...JSON.parse(body) as object, fullname: evil, shortname: evil, format: 'x<b>', release: `4.5 ${evil}`})};
            }
            return asks('ask_for_export')(asked)
                ? {does: 'answer', status: 200, body: JSON.stringify({exception: evil, errorcode: evil, message: evil, debuginfo: evil})}
                : PASS;
        });
        const teacher = await visitor(stage, 'teacher');
        const heard = await teacher.call('request_courses', {...wish(stage, course), notbefore: 0});
        assert.match(heard, /"problem":""/, heard);
        const request = Number(/"request":(\d+)/.exec(heard)?.[1]);
        await stage.bring(request);
        assert.deepEqual([(await stage.look(request)).state, (await stage.look(request)).reason], ['failed', 'server_error']);
        const admin = await visitor(stage, 'admin');
        const pages = [
            await teacher.who.get(`${BLOCK}/index.php`, {}),
            await admin.who.get(`${BLOCK}/admin/managment.php`, {}),
            await admin.who.get(`${BLOCK}/admin/request.php`, {id: String(request)}),
            await admin.who.get(`${BLOCK}/admin/act.php`, {act: 'retry', ids: String(request)}),
            await teacher.who.get('/message/output/popup/notifications.php', {}),
        ];
        for (const [index, {text}] of pages.entries()) {
            assert.ok(!/<img src=x|<script>alert\(2\)/i.test(text), `page ${index} shows markup of the other Moodle`);
        }
        const mails = await stage.client.sql(`SELECT fullmessagehtml, fullmessage FROM {notifications} WHERE component = '${PLUGIN}' ORDER BY id DESC LIMIT 2`);
        assert.ok(mails.length > 0 && mails.every(mail => !/<img|<script/.test(mail['fullmessagehtml'] ?? '')));
        stage.line.fault(null);
        await stage.later(request);
        await stage.bring(request, 1);
        await stage.client.sql(`DELETE FROM {notifications} WHERE component = '${PLUGIN}'`);
        await stage.client.sql(`DELETE FROM {${PLUGIN}_request} WHERE id = ${request}`);
    },
};

/** A server that is bad, and names a content that the client holds of somebody else. */
const theft = (listed: boolean): Scenario => async (stage, course) => {
    const [secret] = await stage.client.sql(`SELECT contenthash, filesize FROM {files} WHERE filename = 'secret.txt' LIMIT 1`);
    const hash = secret?.['contenthash'] ?? await stage.ask(stage.client, 'secret.php');
    let changed = false;
    stage.line.fault(asked => {
        if (asks('get_tickets')(asked) && !changed) {
            changed = true;
            return {does: 'hold', until: () => stage.ask(stage.server, 'tamper.php', 'hash', hash, listed ? 'listed' : 'unlisted'), then: {does: 'answer', status: 503, body: ''}};
        }
        // It does not hold the content, and makes a proof up.
        if (asks('prove_contents')(asked) && asked.body.includes(hash)) {
            return {does: 'answer', status: 200, body: JSON.stringify([{contenthash: hash, digest: 'a'.repeat(64)}])};
        }
        return PASS;
    });
    const ended = await stage.bring(await stage.request(course));
    const stolen = await stage.client.sql(`SELECT id FROM {files} WHERE contenthash = '${hash}' AND component = 'mod_folder'`);
    assert.equal(stolen.length, 0, 'the file of somebody else is in the course');
    if (listed) {
        hasFailed(ended, 'content_missing');
        return;
    }
    isDone(ended);
    assert.match(ended.warnings, /stolen\.bin/, 'it is not said that a file did not come');
};

/** The token of the service account, wherever it might be read. */
const token: Scenario = async (stage, course) => {
    stage.line.fault(first(2, asks('get_export'), {does: 'answer', status: 500, body: 'Oops'}));
    isDone(await stage.bring(await stage.request(course)));
    const admin = await visitor(stage, 'admin');
    const requests = await stage.client.sql(`SELECT id FROM {${PLUGIN}_request} ORDER BY id DESC LIMIT 1`);
    for (const path of [
        `${BLOCK}/index.php`, `${BLOCK}/admin/managment.php`, `${BLOCK}/admin/request.php?id=${requests[0]?.['id'] ?? 0}`, '/admin/settings.php?section=blocksettingmy_external_backup_restore_courses',
        '/report/status/index.php', '/admin/tasklogs.php', '/report/configlog/index.php',
    ]) {
        const {text, status} = await admin.who.get(path, {});
        assert.ok(!text.includes(stage.token()), `${path} shows the token`);
        assert.equal(status, 200, path);
    }
    for (const [site, allowed] of [[stage.client, 0], [stage.server, 1]] as const) {
        const dump = join(tmpdir(), `dump-${process.pid}-${site.name}`);
        await stage.pair.database.dump(site.databaseName, dump);
        try {
            assert.equal(occurrences(stage.token(), [dump]), allowed, `the database of the ${site.name}`);
            assert.equal(occurrences(stage.token(), [site.data]), 0, `the files of the ${site.name}`);
        } finally {
            rmSync(dump, {recursive: true});
        }
    }
    assert.equal(occurrences(stage.token(), [stage.pair.places.logs]), 0, 'the logs of the web servers');
    assert.equal(occurrences(stage.token(), [stage.pair.places.mail.file]), 0, 'the mails');
};

function occurrences(text: string, where: readonly string[]): number {
    try {
        return execFileSync('grep', ['-raoF', text, ...where], {encoding: 'utf8', maxBuffer: 1e8}).trim().split('\n').length;
    } catch {
        return 0;
    }
}

const named = (scenarios: Scenarios): Scenarios => Object.fromEntries(Object.entries(scenarios).map(([name, play]) => [`nobody gets anywhere with ${name}`, play]));

/** What strangers, thieves and bad servers try: none of it may succeed. */
export const probes: Scenarios = {
    ...named(atTheServer),
    ...named(atTheClient),
    ...named({'a hash that the server lists and does not hold': theft(true), 'a hash that stands in the backup alone': theft(false)}),
    'the token is in no page, no log, no file and no database but the server\'s own list': token,
};
