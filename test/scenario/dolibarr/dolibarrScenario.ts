import type {Pair} from '../../moodle/pair.ts';
import {realDolibarr} from '../../dolibarr/realDolibarr.ts';
import {standInDolibarr} from '../../standin/dolibarr/standInDolibarr.ts';
import {outcome, type Played} from '../outcome.ts';
import {CALLED} from './called.ts';
import {DELIVERED} from './delivered.ts';
import {DISTURBED} from './disturbed.ts';
import {LONG} from './long.ts';
import {REAL} from './real.ts';
import {stageOn} from './stage.ts';

/**
 * What no test inside of one process can show: drains that are killed, meet, and speak with a Dolibarr that fails. The plugin has to be
 * installed on the pair's client. What takes long is left out where it is not asked for.
 */
export async function dolibarrScenario(pair: Pair, only = '', long = true): Promise<Played[]> {
    const played: Played[] = [];
    for (const [name, scenario] of Object.entries({...CALLED, ...DELIVERED, ...DISTURBED, ...long ? LONG : {}}).filter(([called]) => called.includes(only))) {
        const dolibarr = await standInDolibarr();
        const stage = stageOn(pair, dolibarr);
        played.push({name, ...await outcome(async () => {
            await stage.configure(dolibarr.key);
            return scenario(stage);
        })});
        await dolibarr.close();
    }
    return played;
}

/** The same against a Dolibarr that is installed from a tree. */
export async function realScenario(pair: Pair, tree: string, only = ''): Promise<Played[]> {
    const played: Played[] = [];
    const scenarios = Object.entries(REAL).filter(([name]) => name.includes(only));
    if (scenarios.length === 0) {
        return played;
    }
    const dolibarr = await realDolibarr(pair, tree);
    try {
        const stage = stageOn(pair, dolibarr);
        for (const [name, scenario] of scenarios) {
            played.push({name, ...await outcome(() => scenario(stage))});
        }
    } finally {
        await dolibarr.close();
    }
    return played;
}
