import assert from 'node:assert/strict';
import {inOrder} from './inOrder.ts';
import type {Scenario, Stage} from './stage.ts';

/** What takes half a minute. */
export const LONG: Readonly<Record<string, Scenario>> = {
    'ten thousand events during a week in which Dolibarr is away arrive, in order, and the administrators hear of it once': week,
};

const WEEK = 7 * 24;

async function week({site, dolibarr, people, days, states}: Stage): Promise<string> {
    const {course, learners} = await people(500);
    const start = Math.floor(Date.now() / 1000);
    dolibarr.fault = {fault: 'off'};
    const end = await days(course, learners, start, WEEK, 10_000);
    assert.deepEqual(await states(), {waiting: 10_000});
    const tried = dolibarr.heard.length;
    const told = async (): Promise<number> => (await site.sql("SELECT id FROM {notifications} WHERE component = 'local_dolibarr'")).length;
    assert.equal(await told(), 1, 'one administrator, one message');
    dolibarr.fault = null;
    const again = await days(course, learners, end, 24, 0);
    assert.deepEqual(await states(), {sent: 10_000});
    assert.equal(dolibarr.books.messages.length, 10_000);
    inOrder(dolibarr.books.messages);
    assert.equal(await told(), 1);
    const hours = (again - end) / 3600;
    assert.ok(hours <= 8, `all of it ${hours} hours later`);
    return `${tried} trials in vain in a week, all of it there ${hours} hours after its end`;
}
