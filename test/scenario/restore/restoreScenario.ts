import {strict as assert} from 'node:assert';
import type {Pair} from '../../moodle/pair.ts';
import {broken} from './broken.ts';
import {faults} from './faults.ts';
import {into} from './into.ts';
import {kills} from './kills.ts';
import {told} from './messages.ts';
import {probes} from './probes.ts';
import {rest} from './rest.ts';
import {sites} from './sites.ts';
import {NotHere, type Scenario} from './scenario.ts';
import {stageOn, type Stage} from './stage.ts';

/** How one scenario went. */
export type Played = {readonly name: string; readonly outcome: 'passed' | 'failed' | 'not here'; readonly said: string; readonly seconds: number};

const SCENARIOS: Readonly<Record<string, Scenario>> = {...faults, ...kills, ...broken, ...into, ...told, ...sites, ...probes, ...rest};

/** What two Moodles and a bad line between them show. The plugin has to be installed on both sites. */
export async function restoreScenario(pair: Pair, parts: readonly string[], tell: (played: Played) => void): Promise<void> {
    const stage = await stageOn(pair);
    try {
        const others = await otherCourses(stage);
        for (const [name, scenario] of Object.entries(SCENARIOS).filter(([one]) => parts.length === 0 || parts.some(part => one.includes(part)))) {
            stage.line.fault(null);
            const begun = Date.now();
            const how = await outcome(async () => {
                // Contents that no scenario before has brought.
                await scenario(stage, await stage.course(`c${Date.now()}`, 6, 300_000));
                assert.equal(await otherCourses(stage), others, 'there are courses that belong to no request');
                await stage.settle();
                assert.deepEqual(await stage.left(), []);
            });
            if (how.outcome === 'failed') {
                await stage.giveUp();
            }
            tell({name, ...how, seconds: Math.round((Date.now() - begun) / 1000)});
        }
    } finally {
        await stage.close();
    }
}

/** Courses of the client that no request has brought, apart from those that scenarios make for others to come into. */
async function otherCourses({client}: Stage): Promise<number> {
    const rows = await client.sql(`SELECT COUNT(*) AS n FROM {course} WHERE shortname NOT LIKE 'target%' AND id NOT IN
        (SELECT courseid FROM {block_my_external_backup_restore_courses_request} WHERE state = 'done' AND courseid IS NOT NULL)`);
    return Number(rows[0]?.['n']);
}

/** Plays one, and says how it went. */
export async function outcome(play: () => Promise<void>): Promise<Pick<Played, 'outcome' | 'said'>> {
    try {
        await play();
        return {outcome: 'passed', said: ''};
    } catch (problem) {
        const said = problem instanceof Error ? problem.message : String(problem);
        return {outcome: problem instanceof NotHere ? 'not here' : 'failed', said};
    }
}
