import {openPair} from '../../moodle/pair.ts';
import {dolibarrScenario} from './dolibarrScenario.ts';

/** Plays the scenarios on a pair that is up with the plugin installed: `npx tsx test/scenario/dolibarr/run.ts [part of a name]`. */
for (const {name, passed, said} of await dolibarrScenario(openPair(), process.argv[2] ?? '')) {
    console.log(`${passed ? 'ok  ' : 'FAIL'}  ${name}: ${said}`);
    process.exitCode = passed ? process.exitCode : 1;
}
