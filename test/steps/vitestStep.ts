import {mkdirSync, readFileSync, rmSync} from 'node:fs';
import {dirname} from 'node:path';
import {commandOutcome} from './commandStep.ts';
import {execute, type Execution} from './execute.ts';
import {localBin} from './localBin.ts';
import type {Outcome, Step} from './step.ts';
import {sumTallies, FAILED, type Tally} from './tally.ts';

const REPORT = '.cache/test/vitest.json';

type VitestReport = {
    readonly success: boolean;
    readonly numPassedTests: number;
    readonly numFailedTests: number;
    readonly numPendingTests: number;
    readonly numTodoTests: number;
    readonly testResults: readonly {readonly status: string; readonly assertionResults: readonly unknown[]}[];
};

/** All vitest tests, counted one by one from vitest's own report. */
export function vitestStep(name: string, seconds: number): Step {
    return {
        name,
        run: async () => {
            rmSync(REPORT, {force: true});
            mkdirSync(dirname(REPORT), {recursive: true});
            const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
            return vitestOutcome(await execute(localBin('vitest'), args, {seconds, env: {NO_COLOR: '1'}}), seconds);
        },
    };
}

function vitestOutcome(execution: Execution, seconds: number): Outcome {
    const plain = commandOutcome(execution, 'vitest', {seconds});
    const report = readReport();
    if (report === null) {
        return {tally: FAILED, detail: execution.output};
    }
    const counted = countReport(report);
    // An unhandled error fails the run though every test passed: it must not be lost in the counting.
    const tally = plain.tally.failed > 0 && counted.failed === 0 ? sumTallies([counted, FAILED]) : counted;
    return {tally, detail: plain.detail};
}

function readReport(): VitestReport | null {
    try {
        return JSON.parse(readFileSync(REPORT, 'utf8')) as VitestReport;
    } catch {
        return null;
    }
}

function countReport(report: VitestReport): Tally {
    // A file that could not even be loaded holds no test to count, but is a failure.
    const broken = report.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0).length;
    return {
        passed: report.numPassedTests,
        failed: report.numFailedTests + broken,
        skipped: report.numPendingTests + report.numTodoTests,
    };
}
