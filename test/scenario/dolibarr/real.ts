import assert from 'node:assert/strict';
import type {Kind, RealDolibarr} from '../../dolibarr/realDolibarr.ts';
import {faultyLine} from '../restore/faultyLine.ts';
import type {Scenario, Stage} from './stage.ts';

type RealStage = Stage<RealDolibarr>;

/** What only a real Dolibarr can tell. */
export const REAL: Readonly<Record<string, Scenario<RealDolibarr>>> = {
    'the test of the connection tells a good key, one that lacks rights, a wrong one, and an API that is off': connection,
    'extra fields are written, and those of others stay as they were': extrafields,
    'extra fields that are not there stop the line, and nothing is taken for told': nofields,
    'an event stands among those of whom it is about': events,
    'an event is made once, though its answer was lost': once,
    'who is not there is refused in words, and holds up nobody else': strangers,
    'an account that lacks a right is not taken for a wrong key': narrow,
};

const KINDS: readonly Kind[] = ['contacts', 'users', 'members'];
const FIELDS: Readonly<Record<Kind, string>> = {contacts: 'socpeople', users: 'user', members: 'adherent'};

async function connection({dolibarr, configure, connection: look}: RealStage): Promise<string> {
    const setup = {owner: dolibarr.account};
    await configure(dolibarr.key, 'agenda,extrafields', setup);
    // Each destination is tried by itself.
    const well = await look();
    assert.deepEqual(well.map(one => one.well), [true, true, true, true], JSON.stringify(well));
    assert.match(well.map(({text}) => text).join(), /19\.0\.\d.*moodle/);
    await configure(dolibarr.narrow.key, 'agenda,extrafields', setup);
    const lacking = await look();
    assert.deepEqual(lacking.map(one => one.well), [true, true, false, true, true, false]);
    assert.match(lacking.map(({text}) => text).join(), /agenda\.allactions\.create.*societe\.contact\.creer/);
    await dolibarr.sql(`DELETE FROM llx_user_rights WHERE fk_user = ${dolibarr.narrow.account} AND fk_id = 342`);
    const shy = await look();
    assert.deepEqual(shy.map(one => one.well), [true, true, true, true]);
    assert.match(shy[1]?.text ?? '', /may not read who it is/);
    await configure('nobody', 'agenda');
    const before = Date.now();
    const wrong = await look();
    assert.deepEqual(wrong.map(one => one.well), [false]);
    assert.match(wrong[0]?.text ?? '', /key is not accepted.*401/);
    const waited = Date.now() - before;
    assert.ok(waited >= 1000);
    await dolibarr.api(false);
    const off = await look();
    await dolibarr.api(true);
    assert.match(off[0]?.text ?? '', /page came instead/);
    return `the wrong key was answered after ${waited} ms`;
}

async function extrafields(stage: RealStage): Promise<string> {
    const {dolibarr, configure, complete, drain, states} = stage;
    for (const kind of KINDS) {
        await configure(dolibarr.key, 'extrafields', {people: kind});
        const numbers = dolibarr.people[kind];
        const {course, learners} = await known(stage, numbers);
        const before = await kept(dolibarr, kind);
        await complete(course, learners);
        const {said} = await drain().ended;
        assert.deepEqual(await states(), {sent: numbers.length}, `${kind}: ${said}`);
        const after = await kept(dolibarr, kind);
        assert.deepEqual(after.others, before.others, `${kind}: those of others stay`);
        assert.ok(after.others.every(row => Object.values(row).every(value => value !== null)), 'and there are some');
        assert.deepEqual(after.told.map(row => row['moodle_state']), numbers.map(() => 'completed'));
        assert.deepEqual(after.told.map(row => row['moodle_course']), numbers.map(() => 'FIRE'));
    }
    return `${KINDS.join(', ')}: seven fields of other kinds each`;
}

async function nofields(stage: RealStage): Promise<string> {
    const {dolibarr, configure, complete, drain, states, site} = stage;
    await configure(dolibarr.key, 'extrafields');
    const hide = (on: boolean): Promise<unknown> =>
        dolibarr.sql(`UPDATE llx_extrafields SET elementtype = '${on ? 'hidden' : 'socpeople'}' WHERE elementtype = '${on ? 'socpeople' : 'hidden'}' AND name LIKE 'moodle%'`);
    const {course, learners} = await known(stage, dolibarr.people.contacts);
    await complete(course, learners);
    await hide(true);
    try {
        await drain().ended;
    } finally {
        await hide(false);
    }
    assert.deepEqual(await states(), {waiting: learners.length});
    const [row] = await site.sql("SELECT reason FROM {local_dolibarr_line} WHERE destination LIKE 'extrafields-%'");
    assert.equal(row?.['reason'], 'nofields');
    const {said} = await drain('--open').ended;
    assert.deepEqual(await states(), {sent: learners.length}, said);
    return 'goes on once they are made';
}

async function events(stage: RealStage): Promise<string> {
    const {dolibarr, configure, complete, drain, states, site} = stage;
    for (const kind of KINDS) {
        await configure(dolibarr.key, 'agenda', {people: kind, owner: dolibarr.account});
        const numbers = dolibarr.people[kind];
        const {course, learners} = await known(stage, numbers);
        await complete(course, learners);
        const {said} = await drain().ended;
        assert.deepEqual(await states(), {sent: numbers.length}, `${kind}: ${said}`);
        const uids = await site.sql('SELECT uid FROM {local_dolibarr_message}');
        const list = uids.map(row => `'${row['uid']}'`).join();
        const ties = kind === 'members'
            ? await dolibarr.sql(`SELECT fk_element AS who FROM llx_actioncomm WHERE ref_ext IN (${list}) AND elementtype = 'member'`)
            : await dolibarr.sql(`SELECT r.fk_element AS who FROM llx_actioncomm a JOIN llx_actioncomm_resources r ON r.fk_actioncomm = a.id
                WHERE a.ref_ext IN (${list}) AND r.element_type = '${FIELDS[kind]}' AND r.fk_element <> ${kind === 'users' ? dolibarr.account : 0}`);
        assert.deepEqual(ties.map(row => Number(row['who'])).sort(), [...numbers], kind);
        const [made] = await dolibarr.sql(`SELECT label, note, percent, datep2, fk_user_action FROM llx_actioncomm WHERE ref_ext IN (${list}) ORDER BY id`);
        assert.equal(made?.['label'], 'Moodle completed: dolibarr');
        assert.match(made['note'] ?? '', /state: completed/);
        assert.equal(Number(made['fk_user_action']), dolibarr.account);
        assert.notEqual(made['datep2'], null);
    }
    return 'contacts, users and members find them in their agenda';
}

async function once(stage: RealStage): Promise<string> {
    const {dolibarr, configure, complete, drain, states, later, site} = stage;
    const line = await faultyLine(dolibarr.url);
    try {
        await configure(dolibarr.key, 'agenda', {url: line.url, owner: dolibarr.account});
        const {course, learners} = await known(stage, dolibarr.people.contacts);
        await complete(course, learners);
        line.fault(({script}) => (script.endsWith('/agendaevents') ? {does: 'lose'} : {does: 'pass'}));
        await drain().ended;
        assert.deepEqual(await states(), {waiting: learners.length});
        const uids = (await site.sql('SELECT uid FROM {local_dolibarr_message}')).map(row => `'${row['uid']}'`).join();
        const made = async (): Promise<number> =>
            Number((await dolibarr.sql(`SELECT COUNT(*) AS n FROM llx_actioncomm WHERE ref_ext IN (${uids})`))[0]?.['n']);
        assert.equal(await made(), learners.length, 'Dolibarr has them');
        line.fault(null);
        await later();
        const {said} = await drain().ended;
        assert.deepEqual(await states(), {sent: learners.length}, said);
        assert.equal(await made(), learners.length, 'none was made twice');
        return `${learners.length} answers lost, each event there once`;
    } finally {
        await line.close();
    }
}

async function strangers(stage: RealStage): Promise<string> {
    const {dolibarr, configure, complete, drain, states, later, site} = stage;
    await configure(dolibarr.key, 'extrafields');
    const [first = 0, second = 0] = dolibarr.people.contacts;
    const {course, learners} = await known(stage, [first, 987654, second]);
    await complete(course, learners);
    for (let run = 0; run < 3; run++) {
        await drain().ended;
        await later();
    }
    assert.deepEqual(await states(), {dead: 1, sent: 2});
    const [row] = await site.sql("SELECT detail, status FROM {local_dolibarr_message} WHERE state = 'dead'");
    assert.match(row?.['detail'] ?? '', /Contact not found/);
    return `${row?.['status']} ${row?.['detail']}`;
}

async function narrow(stage: RealStage): Promise<string> {
    const {dolibarr, configure, complete, drain, states, site} = stage;
    await configure(dolibarr.narrow.key, 'agenda', {owner: dolibarr.account});
    const {course, learners} = await known(stage, dolibarr.people.contacts);
    await complete(course, learners);
    await drain().ended;
    assert.deepEqual(await states(), {waiting: learners.length});
    const [line] = await site.sql("SELECT reason FROM {local_dolibarr_line} WHERE destination LIKE 'agenda-%'");
    assert.equal(line?.['reason'], 'forbidden');
    const [row] = await site.sql("SELECT detail FROM {local_dolibarr_message} WHERE reason = 'forbidden'");
    assert.match(row?.['detail'] ?? '', /Insufficient rights/);
    return row?.['detail'] ?? '';
}

/** Learners of a new course who have these numbers in Dolibarr. */
async function known({people, site}: RealStage, numbers: readonly number[]): Promise<{course: number; learners: readonly number[]}> {
    const made = await people(numbers.length);
    for (const [at, id] of made.learners.entries()) {
        await site.sql(`UPDATE {user} SET idnumber = '${numbers[at] ?? ''}' WHERE id = ${id}`);
    }
    return made;
}

type Fields = Readonly<Record<string, string | null>>;

/** What Dolibarr keeps in the extra fields of people: what it was told, and what others wrote. */
async function kept(dolibarr: RealDolibarr, kind: Kind): Promise<{told: readonly Fields[]; others: readonly Fields[]}> {
    const where = `FROM llx_${FIELDS[kind]}_extrafields WHERE fk_object IN (${dolibarr.people[kind].join()}) ORDER BY fk_object`;
    return {
        told: await dolibarr.sql(`SELECT moodle_state, moodle_course ${where}`),
        others: await dolibarr.sql(`SELECT diet, joined, seen, active, fee, notes, level ${where}`),
    };
}
