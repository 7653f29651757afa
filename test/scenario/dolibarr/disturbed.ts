import assert from 'node:assert/strict';
import {setTimeout as wait} from 'node:timers/promises';
import type {Fault} from '../../standin/dolibarr/standInDolibarr.ts';
import {inOrder} from './inOrder.ts';
import type {Scenario, Stage} from './stage.ts';

/** A Dolibarr that does wrong, and drains that die: nothing is lost, nothing comes in another order. */
export const DISTURBED: Readonly<Record<string, Scenario>> = {
    'what a failing Dolibarr keeps back arrives when it is well again': outages,
    'a revoked key stops everything, and the administrators hear of it once': revoked,
    'one message that is refused holds up nobody else, and is given up': refused,
    'a drain that is killed loses nothing, and what comes twice has the same key': killed,
    'a message that cannot be made is given up, and those behind it go': poisoned,
    'where a full disk takes no note of what has arrived, it is sent again with the same key': full,
    'two drains at once send nothing twice': two,
    'each learner is told of in order': ordered,
    'a newer state takes the place of one that has not left': replaced,
};

const OUTAGES: readonly Fault[] = [{fault: 'off'}, {fault: 'failing'}, {fault: 'busy', after: 30}, {fault: 'cut'}];

async function outages({dolibarr, people, complete, drain, states, later}: Stage): Promise<string> {
    const told: string[] = [];
    for (const fault of OUTAGES) {
        const {course, learners} = await people(30);
        dolibarr.books.messages.splice(0);
        dolibarr.heard.splice(0);
        await complete(course, learners);
        dolibarr.fault = fault;
        const {code, said} = await drain().ended;
        assert.equal(code, 2, said);
        assert.deepEqual(await states(), {waiting: 30}, `${fault.fault}: ${said}`);
        const tried = dolibarr.heard.length;
        assert.ok(tried >= 1 && tried < 30, `${fault.fault}: the line rests after some trials: ${tried}`);
        await drain().ended;
        assert.equal(dolibarr.heard.length, tried, `${fault.fault}: nobody is asked while it rests`);
        dolibarr.fault = null;
        await later();
        const again = await drain().ended;
        assert.equal(again.code, 0, again.said);
        assert.deepEqual(await states(), {sent: 30});
        assert.equal(dolibarr.books.messages.length, 30);
        told.push(`${fault.fault} after ${tried} trials`);
    }
    return told.join(', ');
}

async function revoked({site, dolibarr, people, complete, configure, drain, states}: Stage): Promise<string> {
    const {course, learners} = await people(5);
    await complete(course, learners);
    dolibarr.key = 'another';
    for (let run = 0; run < 3; run++) {
        await drain().ended;
    }
    const tried = dolibarr.heard.length;
    const rows = await site.sql('SELECT SUM(tries) AS n FROM {local_dolibarr_message}');
    const told = await site.sql("SELECT useridto, subject FROM {notifications} WHERE component = 'local_dolibarr'");
    assert.deepEqual(await states(), {waiting: 5});
    assert.equal(Number(rows[0]?.['n']), 0, 'no trial is burnt');
    assert.equal(told.length, 1, JSON.stringify(told));
    await configure('another');
    const {code, said} = await drain().ended;
    assert.equal(code, 0, said);
    assert.deepEqual(await states(), {sent: 5});
    return `${tried} requests before it stopped; goes on by itself with the new key`;
}

async function refused({dolibarr, people, complete, drain, states, later}: Stage): Promise<string> {
    const {course, learners} = await people(4);
    await complete(course, learners);
    dolibarr.fault = {fault: 'refusing', person: '5001'};
    for (let run = 0; run < 4; run++) {
        await drain().ended;
        await later();
    }
    assert.deepEqual(await states(), {dead: 1, sent: 3});
    const times = dolibarr.heard.filter(({status}) => status === 400).length;
    assert.equal(times, 3);
    return `refused ${times} times`;
}

async function killed({dolibarr, people, put, drain, states, later}: Stage): Promise<string> {
    const {course, learners} = await people(50);
    await put(course, learners, 20);
    dolibarr.fault = {fault: 'slow', milliseconds: 5};
    let kills = 0;
    for (; kills < 6; kills++) {
        const {child, ended} = drain();
        const before = dolibarr.heard.length;
        while (dolibarr.heard.length < before + 20 + kills * 17) {
            await wait(3);
        }
        child.kill('SIGKILL');
        await ended;
        await later();
    }
    dolibarr.fault = null;
    const {code, said} = await drain().ended;
    assert.equal(code, 0, said);
    assert.deepEqual(await states(), {sent: 1000});
    const uids = dolibarr.heard.map(({headers}) => headers['idempotency-key']);
    assert.equal(new Set(uids).size, 1000, 'all have come');
    assert.equal(dolibarr.books.messages.length, 1000);
    assert.ok(dolibarr.heard.every(({headers, body}) => headers['idempotency-key'] === body['uid']));
    inOrder(dolibarr.books.messages);
    return `${kills} kills, ${uids.length - 1000} came twice, with the same key`;
}

async function poisoned({site, dolibarr, people, put, drain, states}: Stage): Promise<string> {
    const {course, learners: [first = 0, ...others]} = await people(3);
    await put(course, [first, ...others], 2);
    await site.sql(`UPDATE {local_dolibarr_message} SET data = '{' WHERE userid = ${first} AND itemid = 1`);
    const {said} = await drain().ended;
    assert.deepEqual(await states(), {dead: 1, sent: 5}, said);
    const [row] = await site.sql("SELECT reason, detail FROM {local_dolibarr_message} WHERE state = 'dead'");
    assert.equal(row?.['reason'], 'broken');
    assert.equal(dolibarr.heard.length, 5);
    return row['detail'] ?? '';
}

async function full({dolibarr, people, put, drain, states, later, full: disk}: Stage): Promise<string> {
    const {course, learners} = await people(20);
    await put(course, learners, 2);
    await disk(true);
    try {
        const {code} = await drain().ended;
        assert.notEqual(code, 0, 'it says so');
    } finally {
        await disk(false);
    }
    assert.equal((await states())['sent'], undefined);
    const taken = dolibarr.heard.length;
    assert.ok(taken > 0, 'Dolibarr has some');
    await later();
    const {code, said} = await drain().ended;
    assert.equal(code, 0, said);
    assert.deepEqual(await states(), {sent: 40}, said);
    assert.equal(dolibarr.books.messages.length, 40);
    inOrder(dolibarr.books.messages);
    return `${dolibarr.heard.length - 40} of ${taken} came twice`;
}

async function two({dolibarr, people, put, drain, states}: Stage): Promise<string> {
    // More learners than one drain claims at once.
    const {course, learners} = await people(250);
    await put(course, learners, 2);
    dolibarr.fault = {fault: 'slow', milliseconds: 2};
    const [one, other] = await Promise.all([drain('--json').ended, drain('--json').ended]);
    assert.deepEqual(await states(), {sent: 500}, one.said + other.said);
    assert.ok([one, other].every(({code, said}) => code !== null && !said.includes('xception')), one.said + other.said);
    assert.equal(dolibarr.heard.length, 500, 'nothing twice');
    inOrder(dolibarr.books.messages);
    return [one, other].map(({said}) => said.trim()).join(' and ');
}

async function ordered({dolibarr, people, put, drain, states}: Stage): Promise<string> {
    const {course, learners} = await people(20);
    await put(course, learners, 25);
    dolibarr.fault = {fault: 'slow', milliseconds: 1};
    const before = Date.now();
    const {said} = await drain().ended;
    assert.deepEqual(await states(), {sent: 500}, said);
    inOrder(dolibarr.books.messages);
    assert.ok(dolibarr.lines.most > 1, 'several at once');
    assert.ok(dolibarr.lines.opened <= 16, `lines are kept: ${dolibarr.lines.opened}`);
    return `500 in ${Date.now() - before} ms with Moodle's start, ${dolibarr.lines.most} at once over ${dolibarr.lines.opened} lines`;
}

async function replaced({dolibarr, people, put, drain, states}: Stage): Promise<string> {
    const {course, learners} = await people(10);
    await put(course, learners, 3);
    await put(course, learners, 3);
    await drain().ended;
    assert.deepEqual(await states(), {replaced: 30, sent: 30});
    return `${dolibarr.heard.length} of 60 left`;
}
