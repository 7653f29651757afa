import {join} from 'node:path';
import {dolibarrMissing} from '../../../build/diagnostics/checks.ts';
import {formatDiagnostic} from '../../../build/diagnostics/diagnostic.ts';
import {dolibarrTree} from '../../dolibarr/dolibarrTree.ts';
import {openPair} from '../../moodle/pair.ts';
import {dolibarrScenario, realScenario} from './dolibarrScenario.ts';

/**
 * Plays the scenarios on a pair that is up with the plugin installed: `npx tsx test/scenario/dolibarr/run.ts [part of a name]`, and those
 * with a real Dolibarr where there is a tree of one.
 */
const [pair, only] = [openPair(), process.argv[2] ?? ''];
const tree = dolibarrTree(process.env, pair.places.cache);
if (tree === null) {
    console.log(`skip  ${formatDiagnostic(dolibarrMissing(join(pair.places.cache, 'dolibarr-19')))}`);
}
for (const {name, passed, said} of [...await dolibarrScenario(pair, only), ...tree === null ? [] : await realScenario(pair, tree, only)]) {
    console.log(`${passed ? 'ok  ' : 'FAIL'}  ${name}: ${said}`);
    process.exitCode = passed ? process.exitCode : 1;
}
