import {formatTally, type Tally} from './tally.ts';

/** Prints the closing line and leaves the exit code that goes with it. */
export function closeRun(tally: Tally): void {
    console.log(`\n${formatTally(tally)}`);
    process.exitCode = tally.failed > 0 ? 1 : 0;
}
