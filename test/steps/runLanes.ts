import {stepThrew} from '../../build/diagnostics/checks.ts';
import {formatDiagnostic} from '../../build/diagnostics/diagnostic.ts';
import type {Outcome, Step} from './step.ts';
import {FAILED, formatTally, sumTallies, type Tally} from './tally.ts';

/** Runs the lanes side by side and the steps of a lane one after the other; each step is told when it is done. */
export async function runLanes(lanes: readonly (readonly Step[])[]): Promise<Tally> {
    return sumTallies(await Promise.all(lanes.map(runLane)));
}

async function runLane(steps: readonly Step[]): Promise<Tally> {
    const tallies: Tally[] = [];
    for (const step of steps) {
        tallies.push(await runStep(step));
    }
    return sumTallies(tallies);
}

async function runStep(step: Step): Promise<Tally> {
    const start = performance.now();
    const outcome = await step.run().catch((error: unknown): Outcome => ({
        tally: FAILED,
        detail: formatDiagnostic(stepThrew(step.name, error)),
    }));
    console.log(stepLine(step.name, outcome.tally, (performance.now() - start) / 1000));
    if (outcome.detail !== '') {
        console.log(outcome.detail.replace(/^/gm, '      '));
    }
    return outcome.tally;
}

function stepLine(name: string, tally: Tally, seconds: number): string {
    const sign = tally.failed > 0 ? 'FAIL' : tally.passed === 0 && tally.skipped > 0 ? 'skip' : 'ok  ';
    const single = tally.passed + tally.failed + tally.skipped <= 1;
    return `${sign}  ${name.padEnd(44)} ${seconds.toFixed(1).padStart(6)} s${single ? '' : `  ${formatTally(tally)}`}`;
}
