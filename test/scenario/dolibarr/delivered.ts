import assert from 'node:assert/strict';
import {join} from 'node:path';
import type {Scenario, Stage} from './stage.ts';

/** What happens in Moodle is in Dolibarr. */
export const DELIVERED: Readonly<Record<string, Scenario>> = {
    'a completed course is told with the key in the header': completed,
    'who has no idnumber is held, and told of once there is one': held,
    'extra fields that others wrote stay': extrafields,
    'learning time comes from checklists where there are any, and from activities where there are none': hours,
    'who opens a course for the first time has entered it, and nobody asks again': entered,
    'an event of the agenda is made once, though the line was cut behind it': agenda,
};

async function completed({dolibarr, people, complete, drain, states}: Stage): Promise<string> {
    const {course, learners} = await people(3);
    await complete(course, learners);
    assert.deepEqual(await states(), {waiting: 3}, 'nothing is sent from the page');
    const {code, said} = await drain().ended;
    assert.equal(code, 0, said);
    assert.deepEqual(await states(), {sent: 3}, said);
    const [first] = dolibarr.books.messages as readonly Record<string, Record<string, unknown>>[];
    assert.ok(dolibarr.heard.every(({headers, path}) => headers['dolapikey'] === dolibarr.key && !path.includes(dolibarr.key)));
    assert.equal(first?.['type'], 'completed');
    assert.deepEqual(Object.keys(first ?? {}), ['caller', 'uid', 'type', 'sitetime', 'site', 'user', 'course', 'session', 'data']);
    assert.deepEqual(first?.['course'], {id: course, idnumber: 'FIRE', shortname: 'dolibarr'});
    assert.equal(first?.['user']?.['dolibarrid'], '5000');
    assert.equal(first?.['data']?.['state'], 'completed');
    return said.trim();
}

async function held({site, dolibarr, people, complete, drain, states}: Stage): Promise<string> {
    const {course, learners: [learner = 0]} = await people(1);
    await site.sql(`UPDATE {user} SET idnumber = '' WHERE id = ${learner}`);
    await complete(course, [learner]);
    await drain().ended;
    assert.deepEqual(await states(), {held: 1});
    assert.equal(dolibarr.heard.length, 0);
    await site.php(['-r', `define('CLI_SCRIPT', true); require(getenv('MOODLE_SITE_DIR') . '/config.php'); require_once($CFG->dirroot . '/user/lib.php');
        user_update_user((object) ['id' => ${learner}, 'idnumber' => '777'], false);`]);
    assert.deepEqual(await states(), {waiting: 1}, 'the observer lets it go');
    await drain().ended;
    assert.deepEqual(await states(), {sent: 1});
    return `told of ${String((dolibarr.books.messages[0]?.['user'] as Record<string, unknown>)['dolibarrid'])}`;
}

async function extrafields({dolibarr, people, configure, complete, drain, states}: Stage): Promise<string> {
    await configure(dolibarr.key, 'extrafields');
    for (const wipes of [true, false]) {
        const {course, learners} = await people(1);
        dolibarr.wipes = wipes;
        dolibarr.books.people.set('contacts/5000', {id: '5000', lastname: 'One', array_options: {options_diet: 'vegan'}});
        await complete(course, learners);
        const {said} = await drain().ended;
        assert.deepEqual(await states(), {sent: 1}, said);
        const kept = dolibarr.books.people.get('contacts/5000')?.['array_options'] as Record<string, unknown>;
        assert.equal(kept['options_diet'], 'vegan');
        assert.equal(kept['options_moodle_state'], 'completed');
    }
    return 'with versions that empty them and with those that do not';
}

async function agenda({dolibarr, people, configure, complete, drain, states, later}: Stage): Promise<string> {
    await configure(dolibarr.key, 'agenda');
    for (const missesEmptyLists of [false, true]) {
        const {course, learners} = await people(2);
        dolibarr.books.events.splice(0);
        dolibarr.missesEmptyLists = missesEmptyLists;
        await complete(course, learners);
        dolibarr.fault = {fault: 'cut'};
        await drain().ended;
        assert.equal(dolibarr.books.events.length, 2, 'it was taken');
        assert.deepEqual(await states(), {waiting: 2}, 'and nobody here knows');
        // One of them Dolibarr has lost.
        dolibarr.books.events.pop();
        dolibarr.fault = null;
        await later();
        await drain().ended;
        assert.deepEqual(await states(), {sent: 2});
        assert.equal(dolibarr.books.events.length, 2, 'each is there once');
    }
    return `${dolibarr.heard.filter(({method}) => method === 'GET').length} looked up`;
}

type Told = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

async function hours({site, dolibarr, people, checklists, drain}: Stage): Promise<string> {
    const {course, learners: [first = 0, second = 0]} = await people(2);
    const count = (): Promise<string> => site.php([join(site.root, 'local/dolibarr/cli/update_course_hours.php'), `--course=${course}`]);
    try {
        await count();
        await drain().ended;
        assert.deepEqual(dolibarr.books.messages.map(one => (one as Told)['data']?.['hours']), [none(), none()], 'without the module');
        await checklists(course, [first, second]);
        assert.match(await count(), /^2 to be told/m);
        assert.match(await count(), /^0 to be told/m, 'what was told is no news');
        await drain().ended;
        const told = new Map(dolibarr.books.messages.slice(2).map(one => [(one as Told)['user']?.['id'], (one as Told)['data']]));
        assert.deepEqual(told.get(first)?.['hours'], {mandatory_total: 90, mandatory_acquired: 75, optional_acquired: 20, measured: null});
        assert.deepEqual(told.get(first)?.['mandatory'], {items: 2, done: 2, minutes: 90, acquired: 75, ratio: 100});
        assert.deepEqual(told.get(second)?.['hours'], {mandatory_total: 90, mandatory_acquired: 0, optional_acquired: 0, measured: null});
        return `${JSON.stringify(told.get(first)?.['hours'])}`;
    } finally {
        await checklists(course, null);
    }
}

const none = (): object => ({mandatory_total: 0, mandatory_acquired: 0, optional_acquired: 0, measured: null});

async function entered({site, dolibarr, people, drain}: Stage): Promise<string> {
    const {course, learners: [learner = 0]} = await people(1);
    const [row] = await site.sql(`SELECT username FROM {user} WHERE id = ${learner}`);
    for (let session = 0; session < 2; session++) {
        const open = await loggedIn(site.url, row?.['username'] ?? '', 'Moodle-12345');
        for (let view = 0; view < 2; view++) {
            assert.equal(await open(`/course/view.php?id=${course}`), 200);
        }
    }
    await drain().ended;
    const told = dolibarr.books.messages.map(one => (one as Told)['type']);
    assert.deepEqual(told, ['entered']);
    return 'four views in two sessions, told once';
}

/** Opens pages as somebody; gives the status of each. */
async function loggedIn(url: string, username: string, password: string): Promise<(path: string) => Promise<number>> {
    const cookies = new Map<string, string>();
    const ask = async (path: string, body?: URLSearchParams): Promise<Response> => {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const given = body === undefined ? {} : {method: 'POST', body};
        const answer = await fetch(`${url}${path}`, {...given, headers: {cookie}, redirect: 'manual'});
        for (const set of answer.headers.getSetCookie()) {
            const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
            cookies.set(name, value);
        }
        return answer;
    };
    const logintoken = /logintoken" value="([^"]+)"/.exec(await (await ask('/login/index.php')).text())?.[1] ?? '';
    await ask('/login/index.php', new URLSearchParams({username, password, logintoken}));
    return async path => (await ask(path)).status;
}
