import {join} from 'node:path';
import {treeForChecksMissing} from '../../../build/diagnostics/checks.ts';
import {formatDiagnostic} from '../../../build/diagnostics/diagnostic.ts';
import {coreRebuild} from '../../amd/coreRebuild.ts';
import {lintAmd} from '../../amd/moodleEslint.ts';
import {moodleTrees} from '../../amd/moodleTrees.ts';
import {commandStep} from '../../steps/commandStep.ts';
import {localBin} from '../../steps/localBin.ts';
import type {Outcome, Step} from '../../steps/step.ts';
import {FAILED, PASSED, SKIPPED} from '../../steps/tally.ts';
import {PROJECT} from '../project.ts';
import type {Shipped} from './shipped.ts';

/** What needs a Moodle tree, but no site. */
export function sharedSteps(plugins: readonly Shipped[]): Step[] {
    const [tree] = moodleTrees();
    if (tree === undefined) {
        return [{name: 'browser code against a Moodle tree', run: async () => skipped()}];
    }
    return [
        commandStep('build', localBin('tsx'), ['build/cli.ts', '--zip'], {cwd: PROJECT, seconds: 120}),
        {
            name: `core's own modules rebuilt byte for byte (${tree.release})`,
            run: async () => {
                const {total, same, differing} = await coreRebuild(tree.web);
                return total > 0 && same === total ? passed : failed([`${same} of ${total} are the same`, ...differing]);
            },
        },
        ...plugins.filter(plugin => !plugin.golden).map(({component}): Step => ({
            name: `${component}: Moodle's eslint on amd/src`,
            run: async () => {
                const findings = await lintAmd(join(PROJECT, 'dist', component), tree.dir);
                return findings.length === 0 ? passed : failed(findings.map(({file, line, rule, message}) => `${file}:${line} ${rule} ${message}`));
            },
        })),
    ];
}

const passed: Outcome = {tally: PASSED, detail: ''};

function failed(lines: readonly string[]): Outcome {
    return {tally: FAILED, detail: lines.join('\n')};
}

function skipped(): Outcome {
    return {tally: SKIPPED, detail: formatDiagnostic(treeForChecksMissing('4.5', '405'))};
}
