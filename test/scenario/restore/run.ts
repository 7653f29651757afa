import {openPair} from '../../moodle/pair.ts';
import {equalityScenario} from './equality.ts';
import {restoreScenario, type Played} from './restoreScenario.ts';

/** Plays the scenarios on a pair that is up with the plugin installed on both sides: `npx tsx test/scenario/restore/run.ts [part of a name]...`. */
const [pair, parts] = [openPair(), process.argv.slice(2)];
const tell = ({name, outcome, said, seconds}: Played): void => {
    console.log(`${{passed: 'ok  ', failed: 'FAIL', 'not here': 'skip'}[outcome]}  ${name} (${seconds} s)${said === '' ? '' : `: ${said}`}`);
    process.exitCode = outcome === 'failed' ? 1 : process.exitCode;
};
await restoreScenario(pair, parts, tell);
await equalityScenario(pair, parts, tell);
