import type {Pair} from '../../moodle/pair.ts';
import {outcome, type Played} from '../outcome.ts';
import {COUNTED} from './counted.ts';
import {DISTURBED} from './disturbed.ts';
import {POST} from './post.ts';
import {stageOn} from './stage.ts';

/** What the scenarios change of the site itself. */
const SETTINGS = ['noemailever', 'debug'];

/**
 * What no test inside of one process can show: real runs that are killed, meet, fail or lose a course while they work, and what leaves
 * the site. The plugin has to be installed on the pair's client.
 */
export async function notificationScenario(pair: Pair): Promise<Played[]> {
    const stage = stageOn(pair);
    const names = SETTINGS.map(name => `'${name}'`).join();
    const before = await stage.site.sql(`SELECT name, value FROM {config} WHERE name IN (${names})`);
    const played: Played[] = [];
    try {
        for (const [name, scenario] of Object.entries({...POST, ...DISTURBED, ...COUNTED})) {
            played.push({name, ...await outcome(() => scenario(stage))});
        }
    } finally {
        pair.mails.fault(null);
        await stage.people('end', 0, 0);
        for (const name of SETTINGS) {
            await stage.site.set(name, before.find(row => row['name'] === name)?.['value'] ?? null);
        }
        pair.mails.clear();
    }
    return played;
}
