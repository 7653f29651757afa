import {closeRun} from './steps/closeRun.ts';
import {commandStep} from './steps/commandStep.ts';
import {ensurePhp} from './steps/ensurePhp.ts';
import {localBin} from './steps/localBin.ts';
import {phpLintStep} from './steps/phpLintStep.ts';
import {runLanes} from './steps/runLanes.ts';
import {vitestStep} from './steps/vitestStep.ts';

const TSX = localBin('tsx');

/**
 * Everything that can be known without a Moodle. Two lanes, for the two cores that the bars count with. The times are those after
 * which something hangs, also where others work on the same machine.
 */
await ensurePhp();
closeRun(await runLanes([
    [
        vitestStep('unit, golden, rules and dom (vitest)', 900),
    ],
    [
        commandStep('build and cross-check', TSX, ['build/cli.ts', '--zip'], {seconds: 600}),
        commandStep('nothing stale after a build', TSX, ['build/cli.ts', '--check'], {seconds: 600}),
        phpLintStep('php -l on everything built', 'dist'),
        commandStep('types (tsc)', localBin('tsc'), ['-p', 'tsconfig.json', '--pretty', 'false'], {seconds: 600}),
        commandStep('lint (eslint)', 'npm', ['run', '--silent', 'lint'], {seconds: 600}),
    ],
]));
