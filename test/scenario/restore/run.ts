import {openPair} from '../../moodle/pair.ts';
import {restoreScenario} from './restoreScenario.ts';

/** Plays the scenarios on a pair that is up with the plugin installed on both sides: `npx tsx test/scenario/restore/run.ts [part of a name]...`. */
await restoreScenario(openPair(), process.argv.slice(2), ({name, outcome, said, seconds}) => {
    console.log(`${{passed: 'ok  ', failed: 'FAIL', 'not here': 'skip'}[outcome]}  ${name} (${seconds} s)${said === '' ? '' : `: ${said}`}`);
    process.exitCode = outcome === 'failed' ? 1 : process.exitCode;
});
