import {openPair} from '../../moodle/pair.ts';
import {equalityScenario} from './equality.ts';
import {restoreScenario} from './restoreScenario.ts';

/** Plays the scenarios on a pair that is up with the plugin installed on both sides: `npx tsx test/scenario/restore/run.ts [part of a name]`. */
const [pair, only] = [openPair(), process.argv[2] ?? ''];
for (const {name, passed, said} of [...await restoreScenario(pair, only), ...await equalityScenario(pair, only)]) {
    console.log(`${passed ? 'ok  ' : 'FAIL'}  ${name}: ${said}`);
    process.exitCode = passed ? process.exitCode : 1;
}
