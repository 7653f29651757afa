import type {Pair} from '../../moodle/pair.ts';
import {standInDolibarr} from '../../standin/dolibarr/standInDolibarr.ts';
import {DELIVERED} from './delivered.ts';
import {DISTURBED} from './disturbed.ts';
import {stageOn} from './stage.ts';

/** How one scenario went. */
export type Played = {readonly name: string; readonly passed: boolean; readonly said: string};

/** What no test inside of one process can show: drains that are killed, meet, and speak with a Dolibarr that fails. The plugin has to be installed on the pair's client. */
export async function dolibarrScenario(pair: Pair, only = ''): Promise<Played[]> {
    const played: Played[] = [];
    for (const [name, scenario] of Object.entries({...DELIVERED, ...DISTURBED}).filter(([called]) => called.includes(only))) {
        const dolibarr = await standInDolibarr();
        const stage = stageOn(pair, dolibarr);
        try {
            await stage.configure(dolibarr.key);
            played.push({name, passed: true, said: await scenario(stage)});
        } catch (problem) {
            played.push({name, passed: false, said: problem instanceof Error ? problem.message : String(problem)});
        } finally {
            await dolibarr.close();
        }
    }
    return played;
}
