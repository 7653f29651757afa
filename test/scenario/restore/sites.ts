import {strict as assert} from 'node:assert';
import {asks, download, first, hasFailed, isDone, NotHere, PASS, peopleLeave, type Scenario, type Scenarios} from './scenario.ts';
import type {Stage} from './stage.ts';

const PLUGIN = 'block_my_external_backup_restore_courses';
const BLOCK = '/blocks/my_external_backup_restore_courses';
const OURS = `name LIKE '${PLUGIN}%' AND name NOT IN ('${PLUGIN}_get_courses', '${PLUGIN}_get_courses_zip')`;

const branch = async (site: Stage['client']): Promise<number> =>
    Number((await site.sql(`SELECT value FROM {config} WHERE name = 'branch'`))[0]?.['value']);

/** The number of the newest export. */
const exportsMade = async ({server}: Stage): Promise<string> =>
    (await server.sql(`SELECT MAX(id) AS id FROM {${PLUGIN}_export}`))[0]?.['id'] ?? '';

/** What the status check says of the other side. */
async function findings(stage: Stage): Promise<readonly {readonly level: string; readonly text: string}[]> {
    return JSON.parse(await stage.ask(stage.client, 'look.php', stage.line.url)) as {level: string; text: string}[];
}

/** A scenario for a server that has the earlier plugin's functions and its script, and nothing of ours. */
const earlier = (play: Scenario): Scenario => async (stage, course) => {
    const taken = await stage.server.sql(`SELECT id, name FROM {external_functions} WHERE ${OURS}`);
    await stage.server.sql(`UPDATE {external_functions} SET name = CONCAT('x', name) WHERE ${OURS}`);
    try {
        assert.ok(taken.length > 5);
        await play(stage, course);
    } finally {
        await stage.server.sql(`UPDATE {external_functions} SET name = SUBSTRING(name, 2) WHERE name LIKE 'x${PLUGIN}%'`);
        // Such a client cannot say that it needs a backup no more: the day does.
        await stage.server.sql(`UPDATE {${PLUGIN}_export} SET timecreated = timecreated - 90000 WHERE withfiles = 1`);
        await stage.laterThere();
    }
};

/** Sites of other kinds: clones, other versions, the earlier plugin on either side. */
export const sites: Scenarios = {
    'a clone is told from another site, and treated as another site all the same': peopleLeave(async (stage, course) => {
        const identifier = async (site: Stage['client']): Promise<string> =>
            (await site.sql(`SELECT value FROM {config} WHERE name = 'siteidentifier'`))[0]?.['value'] ?? '';
        const isClone = await identifier(stage.client) === await identifier(stage.server);
        await stage.ask(stage.server, 'cohort.php', course);
        await stage.ask(stage.client, 'cohort.php', 0);
        const ended = await stage.bring(await stage.request(course, {asker: 'admin', withusers: true}));
        isDone(ended);
        const said = (await findings(stage)).filter(({text}) => text.includes('site identifier'));
        assert.deepEqual(said.map(({level}) => level), isClone ? ['warning'] : []);
        console.log(`      ${isClone ? 'a clone' : 'two sites'}: ${said.map(({text}) => text).join(' ')}`);
        const methods = await stage.client.sql(`SELECT DISTINCT enrol FROM {enrol} WHERE courseid = ${ended.courseid}`);
        assert.ok(methods.every(({enrol}) => enrol !== 'cohort' && enrol !== 'meta'), JSON.stringify(methods));
        // The person of another site with the same id is not taken for them.
        const people = await stage.client.sql(`SELECT u.username FROM {user_enrolments} ue JOIN {enrol} e ON e.id = ue.enrolid
            JOIN {user} u ON u.id = ue.userid WHERE e.courseid = ${ended.courseid} ORDER BY u.username`);
        assert.deepEqual([...new Set(people.map(({username}) => username))], ['kiri', 'student', 'teacher']);
    }),
    'a course comes with its people from an older Moodle': peopleLeave(async (stage, course) => {
        if (await branch(stage.client) <= await branch(stage.server)) {
            throw new NotHere('the client is not newer');
        }
        await stage.ask(stage.server, 'cohort.php', course);
        isDone(await stage.bring(await stage.request(course, {asker: 'admin', withusers: true})));
    }),
    'a server that is newer is refused before any backup is made, with both versions': async (stage, course) => {
        if (await branch(stage.client) >= await branch(stage.server)) {
            // The client says that it is older than it is.
            stage.line.fault(asked => (asks('ask_for_export')(asked) ? {does: 'ask', as: body => body.replace(/branch=\d+/, 'branch=401')} : PASS));
        }
        const before = await exportsMade(stage);
        const ended = await stage.bring(await stage.request(course), 1);
        hasFailed(ended, 'server_newer');
        console.log(`      ${ended.detail ?? ''}`);
        assert.match(ended.detail ?? '', /^\d+\.\d+.* > \d+\.\d+/);
        assert.equal(await exportsMade(stage), before);
    },
    'a course comes from a server that has the earlier plugin alone': earlier(async (stage, course) => {
        stage.line.asked();
        isDone(await stage.bring(await stage.request(course)));
        const asked = stage.line.asked();
        assert.ok(asked.some(asks('get_courses_zip')));
        assert.ok(!asked.some(download));
        assert.ok((await findings(stage)).every(({level}) => level !== 'error'));
    }),
    'the line to such a server is cut: it comes all the same': earlier(async (stage, course) => {
        stage.line.fault(first(2, ({script}) => script.endsWith('get_user_backup_course_webservice.php'), {does: 'cut', after: 100_000}));
        isDone(await stage.bring(await stage.request(course)));
    }),
    'such a server gives a backup that it has no more: another is made': earlier(async (stage, course) => {
        let lost = '';
        stage.line.fault(({script, body}) => {
            const file = script.endsWith('get_user_backup_course_webservice.php') ? /filerecordid=(\d+)/.exec(body)?.[1] ?? '' : '';
            lost = lost === '' ? file : lost;
            return file !== '' && file === lost ? {does: 'answer', status: 404, body: ''} : PASS;
        });
        isDone(await stage.bring(await stage.request(course)));
    }),
    'such a server answers the download with an error in words of its own': earlier(async (stage, course) => {
        stage.line.fault(first(1, ({script}) => script.endsWith('get_user_backup_course_webservice.php'), {
            does: 'answer', status: 200, body: JSON.stringify({error: 'Can not find data record', errorcode: 'invalidrecord'}),
        }));
        isDone(await stage.bring(await stage.request(course)));
    }),
    'a client of the earlier plugin gets its list and a whole backup': async (stage, course) => {
        // As it asks: the token in the address, everything else posted, the file by its number.
        const call = async (name: string, params: Readonly<Record<string, string>>): Promise<unknown> => {
            const url = `${stage.server.url}/webservice/rest/server.php?wstoken=${stage.token()}&wsfunction=${name}&moodlewsrestformat=json`;
            return (await fetch(url, {method: 'POST', body: new URLSearchParams(params)})).json();
        };
        assert.ok((await call('core_webservice_get_site_info', {}) as {sitename: string}).sitename.length > 0);
        const courses = await call(`${PLUGIN}_get_courses`, {username: 'teacher', concernedroles: `'editingteacher'`}) as {id: number; concernedusers: string}[];
        assert.ok(courses.some(({id, concernedusers}) => id === course && concernedusers.split(',').includes('teacher')));
        const unknown = await call(`${PLUGIN}_get_courses`, {username: 'nobody', concernedroles: `'editingteacher'`}) as {exception: string};
        assert.equal(unknown.exception, `${PLUGIN}_invalid_username_exception`);
        const {filerecordid, filename} = await call(`${PLUGIN}_get_courses_zip`, {username: 'teacher', courseid: String(course), withuserdatas: '0'}) as {filerecordid: number; filename: string};
        assert.ok(filename !== '');
        const file = `${stage.server.url}${BLOCK}/get_user_backup_course_webservice.php?token=${stage.token()}&filerecordid=${filerecordid}`;
        const backup = Buffer.from(await (await fetch(file)).arrayBuffer());
        assert.equal(backup.subarray(0, 2).toString('hex'), '1f8b');
        assert.ok(backup.length > 20_000, 'the files are in it');
    },
};
