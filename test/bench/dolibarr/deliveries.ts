import {setTimeout as wait} from 'node:timers/promises';
import type {Pair} from '../../moodle/pair.ts';
import {stageOn} from '../../scenario/dolibarr/stage.ts';
import {standInDolibarr, type StandInDolibarr} from '../../standin/dolibarr/standInDolibarr.ts';
import type {Row} from '../table.ts';

/** How fast messages leave to a Dolibarr that answers within a millisecond, and what a drain that is killed leaves behind. */
export async function deliveries(pair: Pair): Promise<Row[]> {
    const dolibarr = await standInDolibarr();
    try {
        dolibarr.fault = {fault: 'slow', milliseconds: 1};
        return [await drained(pair, dolibarr), await killed(pair, dolibarr)];
    } finally {
        await dolibarr.close();
    }
}

async function drained(pair: Pair, dolibarr: StandInDolibarr): Promise<Row> {
    const {people, put, configure, drain, states} = stageOn(pair, dolibarr);
    await configure(dolibarr.key);
    const {course, learners} = await people(500);
    await put(course, learners, 8);
    const start = Date.now();
    await drain().ended;
    const seconds = (Date.now() - start) / 1000;
    const {sent = 0} = await states();
    const inside = (dolibarr.heard.at(-1)?.at ?? 0) - (dolibarr.heard[0]?.at ?? 0);
    const rate = sent / seconds;
    return {
        what: '4,000 deliveries of 500 learners', seconds, bar: '≥ 200 a second', met: sent === 4000 && rate >= 200,
        note: `${Math.round(rate)} a second with the start of the program, ${Math.round((sent * 1000) / inside)} without; ${dolibarr.lines.most} at once over ${dolibarr.lines.opened} lines`,
    };
}

async function killed(pair: Pair, dolibarr: StandInDolibarr): Promise<Row> {
    const {people, put, drain, states, later} = stageOn(pair, dolibarr);
    const {course, learners} = await people(50);
    await put(course, learners, 20);
    dolibarr.heard.splice(0);
    let kills = 0;
    for (; kills < 10; kills++) {
        const {child, ended} = drain();
        const before = dolibarr.heard.length;
        while (dolibarr.heard.length < before + 1 + kills * 15 && child.exitCode === null) {
            await wait(1);
        }
        child.kill('SIGKILL');
        await ended;
        await later();
    }
    await drain().ended;
    const {sent = 0} = await states();
    const uids = new Set(dolibarr.heard.map(({headers}) => headers['idempotency-key']));
    return {
        what: `1,000 deliveries, killed ${kills} times`, bar: 'none lost', met: sent === 1000 && uids.size === 1000,
        note: `${uids.size} arrived, ${dolibarr.heard.length - uids.size} twice with the same key`,
    };
}
