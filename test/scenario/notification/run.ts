import {openPair} from '../../moodle/pair.ts';
import {notificationScenario} from './notificationScenario.ts';

/** Plays the scenarios on a pair that is up with the plugin installed: `npx tsx test/scenario/notification/run.ts`. */
for (const {name, passed, said} of await notificationScenario(openPair())) {
    console.log(`${passed ? 'ok  ' : 'FAIL'}  ${name}: ${said}`);
    process.exitCode = passed ? process.exitCode : 1;
}
