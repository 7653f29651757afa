import {join} from 'node:path';
import type {Pair} from '../../moodle/pair.ts';
import type {Site} from '../../moodle/site.ts';
import {stageOn} from '../../scenario/dolibarr/stage.ts';
import type {Row} from '../table.ts';

type Measured = {readonly seconds: number; readonly memory: number; readonly queries: number; readonly told: number; readonly worst?: number};

const OBSERVERS: Readonly<Record<string, {readonly what: string; readonly queries: number}>> = {
    'activity': {what: 'an activity is completed', queries: 2},
    'course': {what: 'a course is completed', queries: 2},
    'entered': {what: 'a course is viewed for the first time', queries: 2},
    'entered again': {what: 'a course is viewed again', queries: 0},
};

/** What observers add to a request: the middle of five hundred. */
export async function observers(pair: Pair): Promise<Row[]> {
    const {client} = pair;
    await stageOn(pair, {url: 'http://127.0.0.1:9'}).configure('sesame');
    const course = await filled(client, 1000);
    const rows: Row[] = [];
    for (const [scene, {what, queries}] of Object.entries(OBSERVERS)) {
        const cost = await measured(client, scene, course);
        rows.push({
            what, seconds: cost.seconds, queries: cost.queries,
            bar: `≤ ${queries} queries, ≤ 2 ms`, met: cost.queries <= queries && cost.seconds <= 0.002,
            note: `the middle of ${cost.told}; 99 of 100 within ${((cost.worst ?? 0) * 1000).toFixed(1)} ms`,
        });
    }
    return rows;
}

/** What counting the hours of a course costs, by activities and by checklists. */
export async function recounts(pair: Pair): Promise<Row[]> {
    const {client} = pair;
    const rows: Row[] = [];
    for (const kind of ['activities', 'checklists']) {
        let few: Measured | null = null;
        for (const learners of [1000, 10000]) {
            const course = await filled(client, learners);
            if (kind === 'checklists') {
                await ticked(pair, course);
            }
            for (const scene of ['hours', 'hours again']) {
                const cost = await measured(client, scene, course);
                const thousand = cost.queries / (learners / 1000);
                const flat = few === null || cost.memory <= few.memory * 1.1;
                rows.push({
                    what: `${learners.toLocaleString('en')} learners: ${scene === 'hours' ? 'hours counted' : 'nothing new'}, by ${kind}`,
                    seconds: cost.seconds, memory: cost.memory, queries: cost.queries,
                    ...learners < 10000 ? {} : {bar: '≤ 10 s, memory flat', met: cost.seconds <= 10 && flat},
                    note: `${cost.told.toLocaleString('en')} to be told; ${thousand.toFixed(1)} queries a thousand`,
                });
                few ??= cost;
            }
        }
    }
    return rows;
}

/** A course of so many learners; gives its id. */
async function filled(site: Site, learners: number): Promise<number> {
    return Number((await site.php([join(import.meta.dirname, 'fill.php'), String(learners)])).trim().split('\n').at(-1));
}

/** Checklists in a course, all of whose items everybody has ticked off. */
async function ticked(pair: Pair, course: number): Promise<void> {
    await stageOn(pair, {url: ''}).checklists(course, [1, 2]);
    await pair.client.sql('DELETE FROM {learningtimecheck_check}');
    await pair.client.sql(`INSERT INTO {learningtimecheck_check} (item, userid, usertimestamp, declaredtime, teachermark, teachertimestamp)
        SELECT i.id, ue.userid, 1000, 15, 1, 2000
          FROM {learningtimecheck_item} i, {user_enrolments} ue
          JOIN {enrol} e ON e.id = ue.enrolid
         WHERE e.courseid = ${course}`);
}

async function measured(site: Site, scene: string, course: number): Promise<Measured> {
    const said = await site.php([join(import.meta.dirname, 'measure.php'), scene, String(course)]);
    return JSON.parse(said.trim().split('\n').at(-1) ?? '') as Measured;
}
