import assert from 'node:assert/strict';
import {join} from 'node:path';
import type {Scenario, Stage} from './stage.ts';

/** The other direction: Dolibarr calls Moodle. */
export const CALLED: Readonly<Record<string, Scenario>> = {
    'Dolibarr makes people, enrols them into sessions, and hears of them by the numbers that it gave': called,
};

type Rows = readonly Readonly<Record<string, unknown>>[];

async function called(stage: Stage): Promise<string> {
    const {site, dolibarr, people, complete, drain, states} = stage;
    const {course} = await people(1);
    const set = JSON.parse((await site.php([join(site.root, 'local/dolibarr/cli/setup.php'), '--rotate', '--json'])).trim()) as {ready: boolean; token: string};
    assert.ok(set.ready, JSON.stringify(set).replaceAll(set.token, '…'));
    const ask = (name: string, params: Readonly<Record<string, string | number>>): Promise<unknown> => asked(site.url, set.token, name, params);
    const number = `9${Date.now()}`;
    const [made] = await ask('core_user_create_users', {
        'users[0][username]': `from-dolibarr-${number}`, 'users[0][password]': 'Moodle-12345', 'users[0][firstname]': 'First',
        'users[0][lastname]': 'Dolibarr', 'users[0][email]': `d${number}@example.com`, 'users[0][idnumber]': number,
    }) as Rows;
    const learner = Number(made?.['id']);
    const [again] = await ask('core_user_get_users_by_field', {'field': 'idnumber', 'values[0]': number}) as Rows;
    assert.equal(again?.['id'], learner);
    const {courses: [found]} = await ask('core_course_get_courses_by_field', {field: 'idnumber', value: 'FIRE'}) as {courses: Rows};
    assert.equal(found?.['id'], course);
    await ask('enrol_manual_enrol_users', {'enrolments[0][roleid]': 5, 'enrolments[0][userid]': learner, 'enrolments[0][courseid]': course});
    const [group] = await ask('core_group_create_groups', {
        'groups[0][courseid]': course, 'groups[0][name]': 'March', 'groups[0][description]': '', 'groups[0][idnumber]': '12',
    }) as Rows;
    await ask('core_group_add_group_members', {'members[0][groupid]': Number(group?.['id']), 'members[0][userid]': learner});
    const enrolled = await ask('core_enrol_get_enrolled_users', {courseid: course}) as Rows;
    assert.ok(enrolled.some(({id}) => id === learner));
    await complete(course, [learner]);
    await drain().ended;
    assert.deepEqual(await states(), {sent: 1});
    const [told] = dolibarr.books.messages as readonly Readonly<Record<string, Readonly<Record<string, unknown>>>>[];
    assert.deepEqual([told?.['user']?.['dolibarrid'], told?.['session']?.['idnumber']], [number, '12']);
    await ask('enrol_manual_unenrol_users', {'enrolments[0][userid]': learner, 'enrolments[0][courseid]': course});
    const left = await ask('core_enrol_get_enrolled_users', {courseid: course}) as Rows;
    assert.ok(left.every(({id}) => id !== learner));
    return 'made, enrolled, in a session, completed, told of, and unenrolled';
}

async function asked(url: string, token: string, name: string, params: Readonly<Record<string, string | number>>): Promise<unknown> {
    const given = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)]));
    const body = new URLSearchParams({wstoken: token, wsfunction: name, moodlewsrestformat: 'json', ...given});
    const said: unknown = await (await fetch(`${url}/webservice/rest/server.php`, {method: 'POST', body})).json();
    assert.ok(said === null || typeof said !== 'object' || !('exception' in said), `${name}: ${JSON.stringify(said)}`);
    return said;
}
