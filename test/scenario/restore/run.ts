import {openPair} from '../../moodle/pair.ts';
import {restoreScenario} from './restoreScenario.ts';

/** Plays the scenarios on a pair that is up with the plugin installed on both sides: `npx tsx test/scenario/restore/run.ts [part of a name]`. */
const pair = openPair();
for (const {name, passed, said} of await restoreScenario(pair, process.argv[2] ?? '')) {
    console.log(`${passed ? 'ok  ' : 'FAIL'}  ${name}: ${said}`);
    process.exitCode = passed ? process.exitCode : 1;
}
